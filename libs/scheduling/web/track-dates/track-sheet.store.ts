import { DestroyRef, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { ApiClient, ApiError } from '@cohorte/platform/web';
import { answerTrack, answerTrackByLink, type PollAnswer, readTrackSheet, readTrackSheetByLink, type TrackSheet } from '@cohorte/scheduling/contract';
import { KeptAnswers } from '../polls/kept-answers';

/** Where the sheet is read and written: one’s own as a member, or the one a personal link leads to. */
export type SheetAddress = { readonly cohortId: string } | { readonly token: string };
export type SheetSaving = 'saved' | 'saving' | 'unsaved';

type Meeting = TrackSheet['meetings'][number];

/** What waits, as the device keeps it: meeting, answers by slot, whether none suits. */
type Kept = readonly (readonly [string, readonly (readonly [string, PollAnswer | null])[], boolean])[];

/** What waits to be sent for one meeting. */
interface Waiting {
  readonly answers: ReadonlyMap<string, PollAnswer | null>;
  readonly noneFits: boolean;
}

const pauseMs = 500;
const againMs = 5_000;

/** A meeting counts as answered once a date suits, or once it is said that none does. */
const isAnswered = (answers: Meeting['answers'], noneFits: boolean): boolean => noneFits || answers.some((answer) => answer === 'yes' || answer === 'if-need-be');

/** One’s own answers for a whole track: shown at once, saved after a pause, kept on the device and tried again until the server has them. */
@Injectable()
export class TrackSheetStore {
  private readonly api = inject(ApiClient);
  private readonly device = inject(KeptAnswers);
  private readonly life = inject(DestroyRef);
  private readonly shown = signal<TrackSheet | undefined>(undefined);
  private readonly failed = signal<unknown>(undefined);
  private readonly state = signal<SheetSaving>('saved');
  private readonly waiting = new Map<string, Waiting>();
  private address: SheetAddress = { token: '' };
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending: Promise<void> = Promise.resolve();
  readonly sheet = this.shown.asReadonly();
  readonly failure = this.failed.asReadonly();
  readonly saving = this.state.asReadonly();

  constructor() {
    const window = inject(DOCUMENT).defaultView;
    const online = () => void this.flush();
    window?.addEventListener('online', online);
    this.life.onDestroy(() => {
      window?.removeEventListener('online', online);
      void this.flush();
    });
  }

  async open(address: SheetAddress): Promise<void> {
    this.address = address;
    this.failed.set(undefined);
    try {
      this.shown.set('token' in address ? await this.api.call(readTrackSheetByLink, address) : await this.api.call(readTrackSheet, address));
      this.restore();
    } catch (failure) {
      this.failed.set(failure);
    }
  }

  /** A second press on the same answer takes it back. */
  answer(meetingId: string, slotId: string, answer: PollAnswer): void {
    const meeting = this.shown()?.meetings.find((one) => one.meetingId === meetingId);
    const place = meeting?.slots.findIndex((slot) => slot.id === slotId) ?? -1;
    if (!meeting || place < 0) return;
    const given = meeting.answers[place] === answer ? null : answer;
    this.write(meetingId, meeting.answers.map((known, at) => (at === place ? given : known)), false, new Map([[slotId, given]]));
  }

  /** The same answer for every date of a meeting; «no» to all is the confirmation that none suits. */
  answerAll(meetingId: string, answer: PollAnswer): void {
    const meeting = this.shown()?.meetings.find((one) => one.meetingId === meetingId);
    if (meeting) this.write(meetingId, meeting.slots.map(() => answer), answer === 'no', new Map(meeting.slots.map((slot) => [slot.id, answer])));
  }

  /** Sends what waits, now. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.sending = this.sending.then(() => this.send());
    return this.sending;
  }

  private write(meetingId: string, answers: Meeting['answers'], noneFits: boolean, sent: ReadonlyMap<string, PollAnswer | null>): void {
    this.shown.update((sheet) => sheet && { ...sheet, meetings: sheet.meetings.map((one) => (one.meetingId === meetingId ? { ...one, answers, noneFits, answered: isAnswered(answers, noneFits) } : one)) });
    this.waiting.set(meetingId, { noneFits, answers: new Map([...(this.waiting.get(meetingId)?.answers ?? []), ...sent]) });
    this.keep();
    this.state.set('saving');
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), pauseMs);
  }

  private async send(): Promise<void> {
    for (const [meetingId, waiting] of [...this.waiting]) {
      try {
        await this.put(meetingId, waiting);
        // What was answered meanwhile holds this too, and is sent next.
        if (this.waiting.get(meetingId) === waiting) this.waiting.delete(meetingId);
        this.keep();
      } catch (failure) {
        if (failure instanceof ApiError && failure.isPassing) return this.tryLater();
        this.waiting.clear();
        this.keep();
        await this.open(this.address);
        this.failed.set(failure);
      }
    }
    if (this.waiting.size === 0) this.state.set('saved');
  }

  private async put(meetingId: string, { answers, noneFits }: Waiting): Promise<void> {
    const given = { meetingId, noneFits, answers: [...answers].map(([slotId, answer]) => ({ slotId, answer })) };
    if ('token' in this.address) await this.api.call(answerTrackByLink, { token: this.address.token, ...given });
    else await this.api.call(answerTrack, { trackPollId: this.shown()?.id ?? '', ...given });
  }

  private key(): string {
    return 'token' in this.address ? `cohorte.track-link.${this.address.token}` : `cohorte.person.track.${this.address.cohortId}`;
  }

  private keep(): void {
    const kept: Kept = [...this.waiting].map(([meetingId, { answers, noneFits }]) => [meetingId, [...answers], noneFits]);
    this.device.write(this.key(), kept.length > 0 ? kept : undefined);
  }

  /** What an earlier visit could not send, for the slots that are still asked. */
  private restore(): void {
    if (this.waiting.size > 0) return;
    for (const [meetingId, kept, noneFits] of this.device.read<Kept>(this.key()) ?? []) {
      const meeting = this.shown()?.meetings.find((one) => one.meetingId === meetingId);
      const sent = new Map(kept.filter(([slotId]) => meeting?.slots.some((slot) => slot.id === slotId)));
      if (meeting && sent.size > 0) this.write(meetingId, meeting.slots.map((slot, at) => (sent.has(slot.id) ? (sent.get(slot.id) ?? null) : (meeting.answers[at] ?? null))), noneFits, sent);
    }
  }

  private tryLater(): void {
    this.state.set('unsaved');
    if (!this.life.destroyed) this.timer = setTimeout(() => void this.flush(), againMs);
  }
}
