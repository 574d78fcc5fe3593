import type { Language } from '@cohorte/platform/contract';
import type { LetterBlock, MailedCalendar, Tx } from '@cohorte/platform/server';
import type { NoticeThing } from '../../contract';
import type { NoticeRow } from '../notices/notice-row';

/** Who reads the letter, as known at the moment it leaves. */
export interface Reader {
  readonly personId: string | null;
  readonly email: string;
  readonly name: string;
  readonly language: Language;
}

export interface ComposedLetter {
  readonly subject: string;
  readonly blocks: readonly LetterBlock[];
  readonly calendar?: MailedCalendar;
}

/** What can be said at the moment of sending. */
export interface Telling {
  /** Notices that tell nothing true or permitted any more, and why. */
  readonly silent: ReadonlyMap<string, string>;
  /** Writes the letter of those that are wanted by mail. */
  compose(wanted: readonly NoticeRow[]): Promise<ComposedLetter>;
}

/** One line of the bell, as far as its thing tells it. */
export interface BellFacts {
  readonly title: string;
  readonly when: Date | null;
  readonly zone: string;
  readonly path: string;
}

/** Knows one kind of thing: asks rights and standing again, and finds the words. */
export abstract class Teller {
  abstract readonly about: NoticeThing;
  abstract tell(tx: Tx, reader: Reader, notices: readonly NoticeRow[]): Promise<Telling>;
  /** The things this person may still be told of; the others are left out of the bell. */
  abstract shownTo(tx: Tx, personId: string, aboutIds: readonly string[]): Promise<Map<string, BellFacts>>;
  /** Those who are told when a letter about it cannot be delivered. */
  abstract keepersOf(tx: Tx, aboutId: string): Promise<string[]>;

  /** A letter reached nobody, for good: whatever waited for an answer to it may have to go on. */
  unreached(_tx: Tx, _notice: NoticeRow): Promise<void> {
    return Promise.resolve();
  }
}

/** What is silent, and why; with nothing else to say, nothing can be composed. */
export function silentOf(notices: readonly NoticeRow[], why: (notice: NoticeRow) => string | undefined): Telling {
  const silent = notices.flatMap((notice) => {
    const reason = why(notice);
    return reason === undefined ? [] : [[notice.id, reason] as const];
  });
  return { silent: new Map(silent), compose: () => Promise.reject(new Error('There is nothing to tell')) };
}
