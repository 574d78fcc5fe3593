import { MeetingReader, type ToldMeeting } from '@cohorte/meetings/server';
import { moment } from '@cohorte/platform/contract';
import { button, Clock, heading, paragraph, smallPrint, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import type { NoticeRow } from '../notices/notice-row';
import { type DateKind, type DateSaid, dateWords } from '../words/date-words';
import { pollWords } from '../words/poll-words';
import type { ComposedLetter, Reader } from './teller';

/** Which of several notices about one meeting is said. */
const order: readonly DateKind[] = ['poll-cancelled', 'poll-decided', 'poll-moved', 'poll-restored'];
const isOfDate = new Set<string>(order);

/** The notices of a letter that tell a date, when it tells dates. */
export const tellsDate = ({ kind }: Pick<NoticeRow, 'kind'>): boolean => isOfDate.has(kind);

interface ToldDate {
  readonly kind: DateKind;
  readonly meeting: ToldMeeting;
  readonly previous: string | undefined;
}

/** The meetings that notices of dates are about, as they are when the letter leaves. */
export class ToldDates {
  constructor(
    private readonly meetings: ReadonlyMap<string, ToldMeeting>,
    private readonly now: Date,
  ) {}

  /** Why a date is not told any more: over, given up or brought back meanwhile, changed again. */
  silenceOf({ kind, facts }: NoticeRow): string | undefined {
    const meeting = this.meetings.get(facts['meetingId'] ?? '');
    if (!meeting) return 'gone';
    const isContradicted = (meeting.state === 'cancelled') !== (kind === 'poll-cancelled');
    if (isContradicted || facts['startsAt'] !== (meeting.startsAt ?? '')) return 'overtaken';
    return meeting.endsAt && new Date(meeting.endsAt) <= this.now ? 'too-late' : undefined;
  }

  /** One letter: what is to be said of each meeting, once. */
  write({ language }: Reader, notices: readonly NoticeRow[], { title, link }: { title: string; link: string }): ComposedLetter {
    const told = this.toldIn(notices);
    const words = dateWords[language];
    const said = told.map(({ kind, meeting, previous }) => ({ kind, said: saidOf(meeting, previous, language) }));
    const [first] = said;
    const isHeld = told.some(({ kind, meeting }) => kind !== 'poll-cancelled' && meeting.startsAt !== null);
    return {
      subject: first && said.length === 1 ? words.kinds[first.kind].subject(first.said) : words.several(title),
      blocks: [
        heading(title),
        ...said.flatMap((one) => words.kinds[one.kind].lines(one.said)).map(paragraph),
        ...(isHeld ? [smallPrint(words.standing)] : []),
        button(link, pollWords[language].press.see),
      ],
    };
  }

  private toldIn(notices: readonly NoticeRow[]): ToldDate[] {
    const meetingIds = [...new Set(notices.map(({ facts }) => facts['meetingId'] ?? ''))];
    return meetingIds.flatMap((meetingId) => {
      const own = notices.filter(({ facts }) => facts['meetingId'] === meetingId);
      const kind = order.find((one) => own.some((notice) => notice.kind === one));
      const meeting = this.meetings.get(meetingId);
      return kind && meeting ? [{ kind, meeting, previous: own.map(({ facts }) => facts['previous']).find((at) => at !== undefined) }] : [];
    }).toSorted((a, b) => (a.meeting.startsAt ?? '').localeCompare(b.meeting.startsAt ?? ''));
  }
}

function saidOf({ title, startsAt, zone, notice }: ToldMeeting, previous: string | undefined, language: Reader['language']): DateSaid {
  const inWords = (at: string | null | undefined): string => (at ? moment(new Date(at), zone, language) : '');
  return { title, when: inWords(startsAt), previous: inWords(previous), message: notice };
}

/** Reads the meetings behind notices of dates. */
@Injectable()
export class DatesTold {
  constructor(
    private readonly meetings: MeetingReader,
    private readonly clock: Clock,
  ) {}

  async behind(tx: Tx, notices: readonly NoticeRow[]): Promise<ToldDates> {
    return new ToldDates(await this.meetings.factsOf(tx, notices.flatMap(({ facts }) => facts['meetingId'] ?? [])), this.clock.now());
  }
}
