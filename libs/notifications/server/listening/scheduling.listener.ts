import {
  pollAnswered, pollClosed, pollComplete, pollJoined, pollOpened, PollReader, pollReminderDue, type PollRecipient, trackPollClosed, trackPollComplete, trackPollOpened, TrackPollReader, trackPollReminderDue,
} from '@cohorte/scheduling/server';
import { systemActor } from '@cohorte/platform/contract';
import { Database, type Delivery, On, type PayloadOf, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import type { NoticeKind } from '../../contract';
import { Notices, type Telling } from '../notices/notices';
import { AskedLetters } from '../tellers/asked';
import { LetterAudience } from './letter-audience';

type People = Telling['to'];

/** A poll, or those of a whole track, as far as who runs it goes. */
interface Run {
  readonly ownerIds: readonly string[];
  readonly spaceId: string;
  readonly networkId: string;
  readonly meetingId?: string;
}

const toAsk = (people: readonly PollRecipient[]): People => people.filter(({ isGone }) => !isGone).map(({ attendee, participantId }) => ({ ...attendee, standingId: participantId }));

/** Turns what polls tell into notices. */
@Injectable()
export class SchedulingListener {
  constructor(
    private readonly database: Database,
    private readonly notices: Notices,
    private readonly polls: PollReader,
    private readonly tracks: TrackPollReader,
    private readonly asked: AskedLetters,
    private readonly audience: LetterAudience,
  ) {}

  /** People added to an open poll are told by the same event: each is told once that it is open. */
  @On(pollOpened)
  async opened({ pollId, addedOnly }: PayloadOf<typeof pollOpened>, { eventId }: Delivery): Promise<void> {
    await this.write(pollId, addedOnly ? 'poll-slots-added' : 'poll-opened', addedOnly ? `event:${eventId}` : `poll-opened:${pollId}`, async (tx) => toAsk(await this.polls.participantsOf(tx, pollId)));
  }

  @On(pollReminderDue)
  async reminder({ pollId, round }: PayloadOf<typeof pollReminderDue>): Promise<void> {
    await this.write(pollId, 'poll-reminder', `poll-reminder:${pollId}:${round}`, async (tx) => toAsk(await this.polls.participantsOf(tx, pollId, { missingOnly: true })));
  }

  /** The link to one’s answer, for those who have no account to find it again. */
  @On(pollAnswered)
  async answered({ pollId, participantId }: PayloadOf<typeof pollAnswered>): Promise<void> {
    await this.write(pollId, 'poll-answered', `poll-answered:${participantId}`, async (tx) => {
      const participant = await this.polls.participant(tx, participantId);
      return participant && !participant.attendee.personId ? toAsk([participant]) : [];
    });
  }

  /** Each time it is asked for: the address of an account receives it too, since whoever asked may not be them. */
  @On(pollJoined)
  async joined({ pollId, participantId }: PayloadOf<typeof pollJoined>, { eventId }: Delivery): Promise<void> {
    await this.write(pollId, 'poll-joined', `event:${eventId}`, async (tx) => {
      const participant = await this.polls.participant(tx, participantId);
      return participant ? toAsk([participant]) : [];
    });
  }

  @On(pollComplete)
  async complete({ pollId }: PayloadOf<typeof pollComplete>): Promise<void> {
    await this.write(pollId, 'poll-complete', `poll-complete:${pollId}`, async (tx) => this.runners(tx, await this.polls.letterFacts(tx, pollId)));
  }

  /** Who closes it by hand knows it. */
  @On(pollClosed)
  async closed({ pollId, byItself }: PayloadOf<typeof pollClosed>, { eventId }: Delivery): Promise<void> {
    if (byItself) await this.write(pollId, 'poll-closed', `event:${eventId}`, async (tx) => this.runners(tx, await this.polls.letterFacts(tx, pollId)));
  }

  @On(trackPollOpened)
  async trackOpened({ trackPollId }: PayloadOf<typeof trackPollOpened>): Promise<void> {
    await this.writeTrack(trackPollId, 'poll-opened', `track-poll-opened:${trackPollId}`, (tx) => this.trackPeople(tx, trackPollId, false));
  }

  @On(trackPollReminderDue)
  async trackReminder({ trackPollId, round }: PayloadOf<typeof trackPollReminderDue>): Promise<void> {
    await this.writeTrack(trackPollId, 'poll-reminder', `track-poll-reminder:${trackPollId}:${round}`, (tx) => this.trackPeople(tx, trackPollId, true));
  }

  @On(trackPollComplete)
  async trackComplete({ trackPollId }: PayloadOf<typeof trackPollComplete>): Promise<void> {
    await this.writeTrack(trackPollId, 'poll-complete', `track-poll-complete:${trackPollId}`, async (tx) => this.runners(tx, await this.tracks.letterFacts(tx, trackPollId)));
  }

  @On(trackPollClosed)
  async trackClosed({ trackPollId }: PayloadOf<typeof trackPollClosed>, { eventId }: Delivery): Promise<void> {
    await this.writeTrack(trackPollId, 'poll-closed', `event:${eventId}`, async (tx) => this.runners(tx, await this.tracks.letterFacts(tx, trackPollId)));
  }

  /** Who asked, as long as they still decide; once they have left, those who animate the place. */
  private async runners(tx: Tx, asked: Run | null): Promise<People> {
    if (!asked) return [];
    const able: string[] = [];
    for (const personId of asked.ownerIds) {
      const decides = asked.meetingId ? await this.asked.mayDecide(tx, personId, asked.meetingId) : await this.asked.mayDecideIn(personId, asked);
      if (decides) able.push(personId);
    }
    return able.length > 0 ? able.map((personId) => ({ personId, email: '', name: '' })) : this.audience.animators(tx, asked);
  }

  private async trackPeople(tx: Tx, trackPollId: string, missingOnly: boolean): Promise<People> {
    const people = await this.tracks.participantsOf(tx, trackPollId, { missingOnly });
    return people.flatMap(({ attendee: { personId, email, name }, participantId }) => (personId || email ? [{ personId, email: email ?? '', name, standingId: participantId }] : []));
  }

  private write(aboutId: string, kind: NoticeKind, occasion: string, to: (tx: Tx) => Promise<People>): Promise<void> {
    return this.asNotifications(async (tx) => this.notices.write(tx, { kind, about: 'poll', aboutId, occasion, to: await to(tx) }));
  }

  private writeTrack(aboutId: string, kind: NoticeKind, occasion: string, to: (tx: Tx) => Promise<People>): Promise<void> {
    return this.asNotifications(async (tx) => this.notices.write(tx, { kind, about: 'track-poll', aboutId, occasion, to: await to(tx) }));
  }

  private asNotifications<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.transaction(systemActor('notifications'), work);
  }
}
