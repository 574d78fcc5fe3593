import { type Contact, People } from '@cohorte/identity/server';
import { asSystem, Clock, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { type PollState, pollStateAt } from '../../contract';
import { PollClaims } from './poll-claims';
import { PollEntity } from './poll.entity';
import { PollLinks } from './poll-link';
import { PollParticipantEntity } from './poll-participant.entity';
import { PollSlotEntity } from './poll-slot.entity';

/** A poll as a letter says it. */
export interface PollLetterFacts {
  readonly pollId: string;
  readonly title: string;
  readonly note: string;
  readonly meetingId: string;
  readonly spaceId: string;
  readonly networkId: string;
  readonly trackPollId: string | null;
  readonly state: PollState;
  readonly deadline: Date;
  readonly zone: string;
  readonly slots: readonly LetterSlot[];
  /** Those added since the poll was opened; a person who answered before is told of these only. */
  readonly addedSlots: readonly LetterSlot[];
  readonly decidedSlot: LetterSlot | null;
  readonly ownerIds: readonly string[];
  /** For people with an account. */
  readonly path: string;
}

export interface LetterSlot {
  readonly id: string;
  readonly startsAt: Date;
  readonly minutes: number;
  readonly allDay: boolean;
}

/** Someone asked, with what their letter needs; the link is `/sondage/<token>`. */
export interface PollRecipient {
  readonly participantId: string;
  readonly pollId: string;
  readonly attendee: { readonly personId: string | null; readonly email: string; readonly name: string; readonly structureId: string | null };
  readonly token: string;
  readonly answered: boolean;
  /** Taken off, or erased: writes to nobody. */
  readonly isGone: boolean;
}

/** The door of polls for those who write letters and fill pages of other domains; it asks no policy, its callers do. */
@Injectable()
export class PollReader {
  constructor(
    private readonly clock: Clock,
    private readonly people: People,
    private readonly links: PollLinks,
    private readonly claims: PollClaims,
  ) {}

  letterFacts(tx: Tx, pollId: string): Promise<PollLetterFacts | null> {
    return asSystem(tx, 'scheduling', async () => {
      const poll = await tx.getRepository(PollEntity).findOneBy({ id: pollId });
      if (!poll) return null;
      const slots = await tx.getRepository(PollSlotEntity).find({ where: { pollId, status: 'offered' }, order: { startsAt: 'ASC', minutes: 'ASC' } });
      const { title, note, meetingId, spaceId, networkId, trackPollId, zone, openedAt } = poll;
      return {
        pollId, title, note, meetingId, spaceId, networkId, trackPollId, zone, slots,
        state: pollStateAt(poll, this.clock.now()),
        deadline: poll.closesAt,
        addedSlots: slots.filter((slot) => openedAt !== null && slot.addedAt > openedAt),
        decidedSlot: slots.find((slot) => slot.id === poll.decidedSlotId) ?? null,
        ownerIds: poll.createdBy ? [poll.createdBy] : [],
        path: `/sondages/${pollId}`,
      };
    });
  }

  participantsOf(tx: Tx, pollId: string, { missingOnly = false }: { missingOnly?: boolean } = {}): Promise<PollRecipient[]> {
    return asSystem(tx, 'scheduling', async () => {
      const where = { pollId, revokedAt: IsNull(), ...(missingOnly ? { answeredAt: IsNull() } : {}) };
      return this.recipients(tx, await tx.getRepository(PollParticipantEntity).find({ where, order: { createdAt: 'ASC', id: 'ASC' } }));
    });
  }

  async participant(tx: Tx, participantId: string): Promise<PollRecipient | null> {
    return asSystem(tx, 'scheduling', async () => {
      const found = await tx.getRepository(PollParticipantEntity).findBy({ id: participantId });
      return (await this.recipients(tx, found))[0] ?? null;
    });
  }

  /** The polls that found the date of a meeting, and through which page they were asked. */
  decidedFor(tx: Tx, meetingId: string): Promise<{ pollId: string; trackPollId: string | null }[]> {
    return asSystem(tx, 'scheduling', () =>
      tx.query<{ pollId: string; trackPollId: string | null }[]>(
        `SELECT id AS "pollId", track_poll_id AS "trackPollId" FROM scheduling_poll WHERE meeting_id = $1 AND state = 'decided' ORDER BY decided_at DESC, id`, [meetingId]),
    );
  }

  /** Open polls that wait for this person, soonest deadline first; polls of a whole track wait on their own page. */
  async awaiting(tx: Tx, personId: string): Promise<AwaitingPoll[]> {
    await this.claims.claim(tx, personId);
    return asSystem(tx, 'scheduling', () =>
      tx.query<AwaitingPoll[]>(
        `SELECT q.id AS "pollId", q.title, q.meeting_id AS "meetingId", q.space_id AS "spaceId", coalesce(n.name, s.name) AS "spaceName", q.closes_at AS "closesAt", q.zone
           FROM scheduling_poll q JOIN scheduling_poll_participant p ON p.poll_id = q.id JOIN networks_space s ON s.id = q.space_id LEFT JOIN networks_network n ON n.id = s.id
          WHERE p.person_id = $1 AND p.revoked_at IS NULL AND p.answered_at IS NULL AND q.state = 'open' AND q.closes_at > $2 AND q.track_poll_id IS NULL
          ORDER BY q.closes_at, q.id`,
        [personId, this.clock.now()],
      ),
    );
  }

  private async recipients(tx: Tx, rows: readonly PollParticipantEntity[]): Promise<PollRecipient[]> {
    const contacts = await this.people.contactsOf(tx, rows.flatMap((row) => row.personId ?? []));
    const byId = new Map<string, Contact>(contacts.map((contact) => [contact.id, contact]));
    return rows.map((row) => this.recipient(row, byId.get(row.personId ?? '')));
  }

  private recipient(row: PollParticipantEntity, contact: Contact | undefined): PollRecipient {
    const email = contact?.email ?? row.email ?? '';
    return {
      participantId: row.id,
      pollId: row.pollId,
      attendee: { personId: row.personId, email, name: contact?.name ?? row.name, structureId: row.structureId },
      token: this.links.tokenOf(row),
      answered: row.answeredAt !== null,
      isGone: row.revokedAt !== null || email === '',
    };
  }
}

/** A poll a person has yet to answer. */
export interface AwaitingPoll {
  readonly pollId: string;
  readonly title: string;
  readonly meetingId: string;
  readonly spaceId: string;
  readonly spaceName: string;
  readonly closesAt: Date;
  readonly zone: string;
}
