import type { RegistrationCause, RegistrationStatus } from '@cohorte/meetings/contract';
import type { NoticeKind } from '../../contract';

/** What a letter about a meeting may say of it, already in words. */
export interface MeetingSaid {
  readonly title: string;
  /** «jeudi 17 octobre à 14 h», empty without a date. */
  readonly short: string;
  readonly when: string;
  readonly status: RegistrationStatus | null;
  readonly cause: RegistrationCause | null;
  /** Place in the waiting list. */
  readonly position: number | null;
  /** Until when an offered place is kept. */
  readonly until: string;
  /** The offered place goes to the first who answers. */
  readonly shared: boolean;
  /** What the animators wrote: about a change, or about a request. */
  readonly message: string;
  readonly previous: string;
  readonly what: readonly string[];
}

export interface KindWords {
  subject(said: MeetingSaid): string;
  lines(said: MeetingSaid): readonly string[];
}

/** Kinds that have words of their own about a meeting. */
export type MeetingKind = Exclude<NoticeKind, `poll-${string}` | `resource-${string}` | 'undelivered'>;

export interface MeetingWords {
  readonly kinds: Record<MeetingKind, KindWords>;
  readonly when: string;
  readonly where: string;
  readonly online: string;
  readonly join: string;
  readonly dialIn: string;
  readonly agenda: string;
  readonly documents: string;
  readonly prepare: string;
  /** Something to prepare, and by which day. */
  prepareBy(title: string, day: string): string;
  readonly undated: string;
  readonly press: { readonly see: string; readonly answer: string; readonly confirm: string; readonly offer: string; readonly replay: string; readonly minutes: string; readonly certificate: string; readonly request: string };
  /** A way out of its own, by the reader’s standing. */
  readonly leave: { readonly registered: string; readonly waiting: string; readonly offered: string };
  readonly ics: string;
}
