import { type PollLetterFacts, PollReader, type PollRecipient } from '@cohorte/scheduling/server';
import { Config, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import type { NoticeRow } from '../notices/notice-row';
import { AskedLetters, type AskedMoment, firstKind, silenceOf } from './asked';
import { DatesTold, tellsDate } from './dates-told';
import { type BellFacts, type ComposedLetter, type Reader, silentOf, Teller, type Telling } from './teller';

interface Moment extends AskedMoment {
  readonly poll: PollLetterFacts;
  readonly participant: PollRecipient | null;
}

/** Tells of polls of dates. */
@Injectable()
export class PollTeller extends Teller {
  readonly about = 'poll';

  constructor(
    private readonly polls: PollReader,
    private readonly asked: AskedLetters,
    private readonly dates: DatesTold,
    private readonly config: Config,
  ) {
    super();
  }

  async tell(tx: Tx, reader: Reader, notices: readonly NoticeRow[]): Promise<Telling> {
    const poll = await this.polls.letterFacts(tx, notices[0]?.aboutId ?? '');
    if (!poll) return silentOf(notices, () => 'gone');
    const standingId = notices.find((notice) => notice.standingId)?.standingId;
    const at = {
      poll,
      state: poll.state,
      participant: standingId ? await this.polls.participant(tx, standingId) : null,
      mayBeAsked: await this.asked.mayBeAsked(tx, reader, poll.spaceId),
      mayDecide: await this.asked.mayDecide(tx, reader.personId, poll.meetingId),
      dates: await this.dates.behind(tx, notices),
    };
    return { ...silentOf(notices, (notice) => silenceOf(notice, at)), compose: (wanted) => Promise.resolve(this.compose(reader, at, wanted)) };
  }

  async shownTo(tx: Tx, personId: string, pollIds: readonly string[]): Promise<Map<string, BellFacts>> {
    const shown = new Map<string, BellFacts>();
    for (const pollId of pollIds) {
      const poll = await this.polls.letterFacts(tx, pollId);
      if (poll && (await this.asked.mayBeAsked(tx, { personId }, poll.spaceId))) shown.set(pollId, { title: poll.title, when: poll.deadline, zone: poll.zone, path: poll.path });
    }
    return shown;
  }

  async keepersOf(tx: Tx, pollId: string): Promise<string[]> {
    return [...((await this.polls.letterFacts(tx, pollId))?.ownerIds ?? [])];
  }

  private compose(reader: Reader, { poll, participant, dates }: Moment, wanted: readonly NoticeRow[]): ComposedLetter {
    const { title, note, deadline: until, zone } = poll;
    const link = `${this.config.value.publicUrl}${participant ? `/sondage/${participant.token}` : poll.path}`;
    const ofDates = wanted.filter(tellsDate);
    if (ofDates.length > 0) return dates.write(reader, ofDates, { title, link });
    const kind = firstKind(wanted);
    const spans = kind === 'poll-slots-added' ? poll.addedSlots : poll.slots;
    return this.asked.write(reader, kind, { title, note, until, zone, count: spans.length, slots: [{ title: '', spans }], link });
  }
}
