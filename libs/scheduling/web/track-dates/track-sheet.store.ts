import { DestroyRef, inject, Injectable, signal } from '@angular/core';
import { ApiClient, ApiError } from '@cohorte/platform/web';
import { answerTrack, answerTrackByLink, type PollAnswer, readTrackSheet, readTrackSheetByLink, type TrackSheet } from '@cohorte/scheduling/contract';

/** Where the sheet is read and written: one’s own as a member, or the one a personal link leads to. */
export type SheetAddress = { readonly cohortId: string } | { readonly token: string };
export type SheetSaving = 'saved' | 'saving' | 'unsaved';

type Meeting = TrackSheet['meetings'][number];

/** What waits to be sent for one meeting. */
interface Waiting {
  readonly answers: ReadonlyMap<string, PollAnswer | null>;
  readonly noneFits: boolean;
}

const pauseMs = 500;
const againMs = 5_000;

/** A meeting counts as answered once a date suits, or once it is said that none does. */
const isAnswered = (answers: Meeting['answers'], noneFits: boolean): boolean => noneFits || answers.some((answer) => answer === 'yes' || answer === 'if-need-be');

/** One’s own answers for a whole track: shown at once, saved after a pause, tried again until the line is back. */
@Injectable()
export class TrackSheetStore {
  private readonly api = inject(ApiClient);
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
    inject(DestroyRef).onDestroy(() => void this.flush());
  }

  async open(address: SheetAddress): Promise<void> {
    this.address = address;
    this.failed.set(undefined);
    try {
      this.shown.set('token' in address ? await this.api.call(readTrackSheetByLink, address) : await this.api.call(readTrackSheet, address));
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
    this.state.set('saving');
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), pauseMs);
  }

  private async send(): Promise<void> {
    for (const [meetingId, waiting] of [...this.waiting]) {
      this.waiting.delete(meetingId);
      try {
        await this.put(meetingId, waiting);
      } catch (failure) {
        if (isForLater(failure)) return this.keepFor(meetingId, waiting);
        this.waiting.clear();
        this.failed.set(failure);
        await this.open(this.address);
      }
    }
    if (this.waiting.size === 0) this.state.set('saved');
  }

  private async put(meetingId: string, { answers, noneFits }: Waiting): Promise<void> {
    const given = { meetingId, noneFits, answers: [...answers].map(([slotId, answer]) => ({ slotId, answer })) };
    if ('token' in this.address) await this.api.call(answerTrackByLink, { token: this.address.token, ...given });
    else await this.api.call(answerTrack, { trackPollId: this.shown()?.id ?? '', ...given });
  }

  /** What was answered meanwhile is newer than what could not be sent. */
  private keepFor(meetingId: string, waiting: Waiting): void {
    const newer = this.waiting.get(meetingId);
    this.waiting.set(meetingId, { noneFits: newer?.noneFits ?? waiting.noneFits, answers: new Map([...waiting.answers, ...(newer?.answers ?? [])]) });
    this.state.set('unsaved');
    this.timer = setTimeout(() => void this.flush(), againMs);
  }
}

const isForLater = (failure: unknown): boolean => failure instanceof ApiError && (failure.kind === 'offline' || failure.kind === 'unavailable' || failure.kind === 'internal');
