import { inject, Injectable } from '@angular/core';
import {
  addMeetingLink, beginMinutes, cancelMeeting, copyMeeting, createMeeting, editMeeting, listMeetingAnimators, type Meeting, type MeetingDetails, type MeetingDocument, meetingFilesAddress,
  type MeetingPage, openMeeting, postponeMeeting, type PublishedMinutes, publishMeeting, publishMinutes, removeMeetingDocument, restoreMeeting, restoreMeetingDocument,
  scheduleMeeting, unpublishMeeting,
} from '@cohorte/meetings/contract';
import { ApiClient, ApiError } from '@cohorte/platform/web';

/** What an act on a meeting names: which, and the version it was made on. */
export type Versioned = Pick<Meeting, 'id' | 'version'>;

/** The acts on one meeting; each carries the version seen, so that nobody overwrites someone else's date. */
@Injectable({ providedIn: 'root' })
export class MeetingStore {
  private readonly api = inject(ApiClient);

  schedule(meeting: Versioned & Pick<Meeting, 'minutes'>, startsAt: string | null, minutes = meeting.minutes): Promise<Meeting> {
    return this.api.call(scheduleMeeting, { meetingId: meeting.id, startsAt, minutes, version: meeting.version });
  }

  cancel(meeting: Versioned, message = ''): Promise<Meeting> {
    return this.api.call(cancelMeeting, { meetingId: meeting.id, version: meeting.version, message });
  }

  postpone(meeting: Versioned, message: string): Promise<Meeting> {
    return this.api.call(postponeMeeting, { meetingId: meeting.id, version: meeting.version, message });
  }

  restore(meeting: Versioned): Promise<Meeting> {
    return this.api.call(restoreMeeting, { meetingId: meeting.id, version: meeting.version });
  }

  open(meetingId: string): Promise<MeetingPage> {
    return this.api.call(openMeeting, { meetingId });
  }

  create(spaceId: string, given: { requestId: string; startsAt: string | null; details: MeetingDetails }): Promise<{ meetingId: string }> {
    return this.api.call(createMeeting, { spaceId, requestId: given.requestId, startsAt: given.startsAt, ...given.details });
  }

  edit(meeting: Versioned, change: Partial<MeetingDetails>): Promise<MeetingPage> {
    return this.api.call(editMeeting, { meetingId: meeting.id, version: meeting.version, ...change });
  }

  publish(meeting: Versioned): Promise<MeetingPage> {
    return this.api.call(publishMeeting, { meetingId: meeting.id, version: meeting.version });
  }

  unpublish(meeting: Versioned): Promise<MeetingPage> {
    return this.api.call(unpublishMeeting, { meetingId: meeting.id, version: meeting.version });
  }

  copy(meeting: Versioned, weeks: number, requestId: string): Promise<{ meetingId: string }> {
    return this.api.call(copyMeeting, { meetingId: meeting.id, weeks, requestId });
  }

  async animatorsFor(spaceId: string): Promise<{ personId: string; name: string }[]> {
    return (await this.api.call(listMeetingAnimators, { spaceId })).people;
  }

  addLink(meetingId: string, document: { moment: MeetingDocument['moment']; title: string; url: string }): Promise<MeetingDocument> {
    return this.api.call(addMeetingLink, { meetingId, ...document });
  }

  /** A file as bytes; refused by name when too large or of a kind we do not keep. */
  async addFile(meetingId: string, moment: MeetingDocument['moment'], file: File): Promise<MeetingDocument> {
    const query = new URLSearchParams({ name: file.name, moment }).toString();
    const answer = await fetch(`${meetingFilesAddress(meetingId)}?${query}`, { method: 'POST', credentials: 'same-origin', headers: { 'content-type': 'application/octet-stream' }, body: file }).catch(() => {
      throw new ApiError({ kind: 'offline', code: 'platform.offline' });
    });
    const body: unknown = await answer.json().catch(() => null);
    if (answer.ok) return body as MeetingDocument;
    const { kind, code } = (body ?? {}) as Partial<ApiError>;
    throw new ApiError({ kind: kind ?? 'internal', code: code ?? (answer.status === 413 ? 'meetings.file-too-large' : 'platform.internal') });
  }

  async removeDocument(meetingId: string, documentId: string): Promise<void> {
    await this.api.call(removeMeetingDocument, { meetingId, documentId });
  }

  restoreDocument(meetingId: string, documentId: string): Promise<MeetingDocument> {
    return this.api.call(restoreMeetingDocument, { meetingId, documentId });
  }

  async beginMinutes(meetingId: string): Promise<string> {
    return (await this.api.call(beginMinutes, { meetingId })).draftId;
  }

  publishMinutes(meetingId: string, seen: number): Promise<PublishedMinutes> {
    return this.api.call(publishMinutes, { meetingId, seen });
  }
}

/** Someone changed the meeting since it was read: what is shown must be read anew. */
export const isChangedMeanwhile = (failure: unknown): boolean => failure instanceof ApiError && failure.code === 'meetings.changed-meanwhile';
