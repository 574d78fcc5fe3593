import { inject, Injectable } from '@angular/core';
import { answerSurvey, answerSurveyAsGuest, getGuestPresence, getMyPresence, joinAsGuest, joinMeeting, type MyPresence, type Pace, stayInMeeting, takeMeetingCertificate } from '@cohorte/meetings/contract';
import { ApiClient } from '@cohorte/platform/web';

/** Who speaks: a signed-in person, or whoever holds the personal link of a registration. */
export interface PresenceVoice {
  readonly meetingId: string;
  readonly token: string;
}

export interface SurveyWords {
  readonly useful: 1 | 2 | 3 | 4;
  readonly pace: Pace;
  readonly words: string;
  readonly signed: boolean;
}

/** What one does around a meeting, with an account or by a personal link. */
@Injectable({ providedIn: 'root' })
export class PresenceStore {
  private readonly api = inject(ApiClient);

  read({ meetingId, token }: PresenceVoice): Promise<MyPresence> {
    return token ? this.api.call(getGuestPresence, { token }) : this.api.call(getMyPresence, { meetingId });
  }

  join({ meetingId, token }: PresenceVoice): Promise<{ url: string | null; dialIn: string | null; intervalId: string | null }> {
    return token ? this.api.call(joinAsGuest, { token }) : this.api.call(joinMeeting, { meetingId });
  }

  async stay(meetingId: string, intervalId: string): Promise<void> {
    await this.api.call(stayInMeeting, { meetingId, intervalId });
  }

  async answer({ meetingId, token }: PresenceVoice, said: SurveyWords): Promise<void> {
    await (token ? this.api.call(answerSurveyAsGuest, { token, ...said }) : this.api.call(answerSurvey, { meetingId, ...said }));
  }

  async takeCertificate(meetingId: string): Promise<string> {
    return (await this.api.call(takeMeetingCertificate, { meetingId })).url;
  }
}
