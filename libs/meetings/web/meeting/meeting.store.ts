import { inject, Injectable } from '@angular/core';
import { cancelMeeting, type Meeting, restoreMeeting, scheduleMeeting } from '@cohorte/meetings/contract';
import { ApiClient, ApiError } from '@cohorte/platform/web';

/** The acts on one meeting; each carries the version seen, so that nobody overwrites someone else's date. */
@Injectable({ providedIn: 'root' })
export class MeetingStore {
  private readonly api = inject(ApiClient);

  schedule(meeting: Meeting, startsAt: string | null, minutes = meeting.minutes): Promise<Meeting> {
    return this.api.call(scheduleMeeting, { meetingId: meeting.id, startsAt, minutes, version: meeting.version });
  }

  cancel(meeting: Meeting): Promise<Meeting> {
    return this.api.call(cancelMeeting, { meetingId: meeting.id, version: meeting.version });
  }

  restore(meeting: Meeting): Promise<Meeting> {
    return this.api.call(restoreMeeting, { meetingId: meeting.id, version: meeting.version });
  }
}

/** Someone changed the meeting since it was read: what is shown must be read anew. */
export const isChangedMeanwhile = (failure: unknown): boolean => failure instanceof ApiError && failure.code === 'meetings.changed-meanwhile';
