import { asSystem, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere, In, IsNull } from 'typeorm';
import { PollEntity } from '../polls/poll.entity';
import { PollParticipantEntity } from '../polls/poll-participant.entity';
import { PollSlotEntity } from '../polls/poll-slot.entity';

/** One meeting’s poll within a track poll, with its slots in time. */
export interface TrackPage {
  readonly poll: PollEntity;
  readonly slots: readonly PollSlotEntity[];
}

/** Someone asked for the whole track: their line in each of its polls, by poll. The first line gives the link. */
export interface TrackLine {
  readonly id: string;
  readonly personId: string | null;
  readonly email: string | null;
  readonly name: string;
  readonly structureId: string | null;
  readonly byPoll: ReadonlyMap<string, PollParticipantEntity>;
}

export interface TrackGrid {
  /** In the order of the rules. */
  readonly pages: readonly TrackPage[];
  readonly lines: readonly TrackLine[];
}

/** What reading the polls of a track needs of it. */
interface AskedTrack {
  readonly id: string;
  readonly rules: readonly { readonly meetingId: string }[];
}

type Whose = Pick<PollParticipantEntity, 'personId' | 'email' | 'nameKey'>;
const keyOf = (row: PollParticipantEntity): string => row.personId ?? `${row.email ?? ''}/${row.nameKey}`;

/** Polls of meetings given up since they were opened are no longer pages. */
const pagesStates = ['open', 'closed', 'decided'] as const;

/** Reads the polls of a track poll as one grid. The domain reads every line; what leaves the server is chosen by the callers. */
@Injectable()
export class TrackLines {
  grid(tx: Tx, track: AskedTrack): Promise<TrackGrid> {
    return this.read(tx, track, {});
  }

  /** The pages with the one line of a person or a guest: the others’ are not read. */
  gridOf(tx: Tx, track: AskedTrack, { personId, email, nameKey }: Whose): Promise<TrackGrid> {
    return this.read(tx, track, personId ? { personId } : { personId: IsNull(), email: email ?? IsNull(), nameKey });
  }

  /** The polls of a track with their slots. */
  pages(tx: Tx, track: AskedTrack): Promise<TrackPage[]> {
    return asSystem(tx, 'scheduling', async () => {
      const polls = await tx.getRepository(PollEntity).findBy({ trackPollId: track.id, state: In([...pagesStates]) });
      const slots = await tx.getRepository(PollSlotEntity).find({ where: { pollId: In(polls.map((poll) => poll.id)), status: 'offered' }, order: { startsAt: 'ASC', minutes: 'ASC' } });
      const inOrder = track.rules.flatMap((rule) => polls.find((poll) => poll.meetingId === rule.meetingId) ?? []);
      return inOrder.map((poll) => ({ poll, slots: slots.filter((slot) => slot.pollId === poll.id) }));
    });
  }

  private read(tx: Tx, track: AskedTrack, whose: FindOptionsWhere<PollParticipantEntity>): Promise<TrackGrid> {
    return asSystem(tx, 'scheduling', async () => {
      const pages = await this.pages(tx, track);
      const polls = pages.map(({ poll }) => poll);
      const rows = await tx.getRepository(PollParticipantEntity).findBy({ ...whose, pollId: In(polls.map((poll) => poll.id)), revokedAt: IsNull() });
      return { pages, lines: linesOf(rows, polls) };
    });
  }

  /** The track poll and the line a personal link stands for; nothing for a link to an ordinary poll. */
  byToken(tx: Tx, tokenHash: string): Promise<{ trackPollId: string; row: PollParticipantEntity } | null> {
    return asSystem(tx, 'scheduling', async () => {
      const row = await tx.getRepository(PollParticipantEntity).findOneBy({ tokenHash });
      const poll = row && (await tx.getRepository(PollEntity).findOneBy({ id: row.pollId }));
      return row && poll?.trackPollId ? { trackPollId: poll.trackPollId, row } : null;
    });
  }
}

function linesOf(rows: readonly PollParticipantEntity[], polls: readonly PollEntity[]): TrackLine[] {
  const groups = new Map<string, Map<string, PollParticipantEntity>>();
  for (const row of rows) {
    const group = groups.get(keyOf(row)) ?? new Map<string, PollParticipantEntity>();
    groups.set(keyOf(row), group.set(row.pollId, row));
  }
  return [...groups.values()].flatMap((byPoll): TrackLine[] => {
    const first = polls.map((poll) => byPoll.get(poll.id)).find((row) => row !== undefined);
    return first ? [{ id: first.id, personId: first.personId, email: first.email, name: first.name, structureId: first.structureId, byPoll }] : [];
  });
}

export const lineOfRow = (grid: TrackGrid, row: PollParticipantEntity): TrackLine | undefined => grid.lines.find((line) => line.byPoll.get(row.pollId)?.id === row.id);

/** How many of the meetings someone has answered. */
export const answeredBy = (line: TrackLine, pages: readonly TrackPage[]): number => pages.filter(({ poll }) => line.byPoll.get(poll.id)?.answeredAt).length;

/** Those who have not answered every meeting. */
export const missingIn = ({ lines, pages }: TrackGrid): TrackLine[] => lines.filter((line) => answeredBy(line, pages) < pages.length);
