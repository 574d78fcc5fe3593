import { canMeeting } from '@cohorte/meetings/contract';
import { MeetingReader } from '@cohorte/meetings/server';
import { ActorService, Spaces } from '@cohorte/networks/server';
import { moment, type Span, spanWords, zoneWords } from '@cohorte/platform/contract';
import { button, facts, heading, type LetterBlock, list, paragraph, smallPrint, type Tx } from '@cohorte/platform/server';
import type { PollLetterFacts } from '@cohorte/scheduling/server';
import { Injectable } from '@nestjs/common';
import type { NoticeRow } from '../notices/notice-row';
import { pollWords, type PollKind } from '../words/poll-words';
import { tellsDate, type ToldDates } from './dates-told';
import type { ComposedLetter, Reader } from './teller';

/** A poll, or several at once, as its letters need it. */
export interface Asked {
  readonly title: string;
  readonly note: string;
  /** Its deadline. */
  readonly until: Date;
  readonly zone: string;
  /** Titled when there are several meetings. */
  readonly slots: readonly { readonly title: string; readonly spans: readonly Span[] }[];
  readonly count: number;
  /** Where this reader answers, or sees, with or without an account. */
  readonly link: string;
  /** It asks for the dates of several meetings at once. */
  readonly ofTrack?: boolean;
}

/** What is known, at the moment of sending, of a poll and of its reader. */
export interface AskedMoment {
  readonly state: PollLetterFacts['state'];
  readonly participant: { readonly isGone?: boolean; readonly answered: boolean } | null;
  readonly mayBeAsked: boolean;
  readonly mayDecide: boolean;
  readonly dates: ToldDates;
}

/** Which of several notices opens the letter. */
const order: readonly PollKind[] = ['poll-opened', 'poll-slots-added', 'poll-reminder', 'poll-joined', 'poll-answered', 'poll-complete', 'poll-closed'];
export const firstKind = (notices: readonly NoticeRow[]): PollKind => order.find((kind) => notices.some((notice) => notice.kind === kind)) ?? 'poll-opened';

const asking = new Set<string>(['poll-opened', 'poll-slots-added', 'poll-reminder', 'poll-joined']);
const forOwners = new Set<string>(['poll-complete', 'poll-closed']);
const settled = new Set<AskedMoment['state']>(['decided', 'cancelled']);

/** Why a poll’s notice says nothing any more. */
export function silenceOf(notice: NoticeRow, at: AskedMoment): string | undefined {
  const { kind } = notice;
  if (forOwners.has(kind)) return silenceToOwner(kind, at);
  if (!at.participant || at.participant.isGone || !at.mayBeAsked) return 'no-right';
  if (tellsDate(notice)) return at.dates.silenceOf(notice);
  if (at.state !== 'open') return 'overtaken';
  return kind === 'poll-reminder' && at.participant.answered ? 'standing-changed' : undefined;
}

/** What was decided, given up or extended meanwhile is not said closed. */
function silenceToOwner(kind: string, { mayDecide, state }: AskedMoment): string | undefined {
  if (!mayDecide) return 'no-right';
  return settled.has(state) || (kind === 'poll-closed' && state === 'open') ? 'overtaken' : undefined;
}

/** More slots than this are read on the page. */
const slotsSaid = 40;

/** What polls of one meeting and of a whole track have in common: who may still be told, and how a letter asks. */
@Injectable()
export class AskedLetters {
  constructor(
    private readonly meetings: MeetingReader,
    private readonly actors: ActorService,
    private readonly spaces: Spaces,
  ) {}

  /** People asked from elsewhere have not left; who left the space is told nothing more of it. */
  async mayBeAsked(tx: Tx, { personId }: Pick<Reader, 'personId'>, spaceId: string): Promise<boolean> {
    return !personId || !(await this.spaces.hasLeft(tx, spaceId, personId));
  }

  /** Those who decide its date. */
  async mayDecide(tx: Tx, personId: string | null, meetingId: string): Promise<boolean> {
    const meeting = await this.meetings.find(tx, meetingId);
    return personId !== null && meeting !== null && canMeeting(await this.actors.actorOf({ personId }), 'schedule', meeting.policy);
  }

  async mayDecideIn(personId: string | null, place: { spaceId: string; networkId: string }): Promise<boolean> {
    return personId !== null && canMeeting(await this.actors.actorOf({ personId }), 'schedule', place);
  }

  write({ language }: Reader, kind: PollKind, asked: Asked): ComposedLetter {
    const words = pollWords[language];
    const said = { title: asked.title, note: asked.note, count: asked.count, until: moment(asked.until, asked.zone, language) };
    const written = (asked.ofTrack && words.track[kind]) || words.kinds[kind];
    const asks = asking.has(kind);
    const forAnswers = asks || kind === 'poll-answered';
    const press = asks ? words.press.answer : kind === 'poll-answered' ? words.press.change : words.press.see;
    return {
      subject: written.subject(said),
      blocks: [
        heading(asked.title),
        ...written.lines(said).map(paragraph),
        ...(forAnswers ? [facts([[words.until, said.until]])] : []),
        ...(asks ? this.slots(asked, kind, language) : []),
        button(asked.link, press),
        ...(forAnswers ? [smallPrint(words.own)] : []),
      ],
    };
  }

  private slots({ slots, zone }: Asked, kind: PollKind, language: Reader['language']): LetterBlock[] {
    const words = pollWords[language];
    const title = (kind === 'poll-slots-added' ? words.added : words.slots)(zoneWords(zone, language));
    return slots.map((group) => list(group.title ? `${group.title} : ${title}` : title, group.spans.slice(0, slotsSaid).map((span) => ({ text: spanWords(span, zone, language) }))));
  }
}
