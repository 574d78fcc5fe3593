import { People } from '@cohorte/identity/server';
import { asSystem, Config, mailTokenHash, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import type { RegistrationCause, RegistrationStatus, SeatPolicy } from '../../contract';
import { type OpenSeats, registrationToken } from './open-seats';
import { bareEntry, standingStatuses } from './seat-row';
import { SeatsLedger } from './seats-ledger';

/** Someone who comes, with or without an account. Addresses are compared trimmed and in small letters. */
export interface Attendee {
  readonly personId: string | null;
  readonly email: string;
  readonly name: string;
  readonly structureId: string | null;
}

export interface AttendeeStanding {
  readonly registrationId: string;
  readonly attendee: Attendee;
  readonly status: RegistrationStatus;
  /** How often their standing changed: an order for calendars. */
  readonly changes: number;
}

/** Someone a letter is written to. */
export interface Recipient extends AttendeeStanding {
  readonly meetingId: string;
  readonly cause: RegistrationCause;
  /** The secret part of `/inscription/:token`. */
  readonly token: string;
  /** Place in the waiting list, from 1. */
  readonly position: number | null;
  readonly offerUntil: Date | null;
  /** The last hours: the place goes to the first who clicks. */
  readonly shared: boolean;
  /** What an animator wrote when answering a request. */
  readonly message: string | null;
}

export type PollAnswerKind = 'yes' | 'if-need-be' | 'no';

const fromAnswer = { yes: 'waiting', 'if-need-be': 'to-confirm', no: 'informed' } as const satisfies Record<PollAnswerKind, RegistrationStatus>;

const recipientColumns = `
  r.id, r.meeting_id AS "meetingId", r.person_id AS "personId", r.email, r.name, r.structure_id AS "structureId", r.status, r.cause, r.changes, r.nonce,
  r.offer_until AS "offerUntil", r.offer_shared AS shared, r.decision_message AS message`;

interface RecipientRow {
  id: string;
  meetingId: string;
  personId: string | null;
  email: string | null;
  name: string | null;
  structureId: string | null;
  status: RegistrationStatus;
  cause: RegistrationCause;
  changes: number;
  nonce: string;
  offerUntil: Date | null;
  shared: boolean;
  message: string | null;
}

const unreachedOfferMs = 3_600_000;

/** The door of places for other parts and domains, in the caller's transaction; the caller's policy has said yes. */
@Injectable()
export class MeetingSeats {
  constructor(
    private readonly ledger: SeatsLedger,
    private readonly people: People,
    private readonly config: Config,
  ) {}

  /**
   * Turns the answers to a poll into standings: yes takes a place or waits, «si besoin» is asked to confirm, no receives the replay. Whoever
   * already stands by another way keeps what they have; a poll decided again may move those it brought.
   */
  seatAnswers(tx: Tx, meetingId: string, answers: readonly { attendee: Attendee; answer: PollAnswerKind }[], { pollId }: { pollId: string }): Promise<void> {
    return this.ledger.with(tx, meetingId, async (seats) => {
      for (const { attendee, answer } of answers) await this.seatAnswer(tx, seats, attendee, fromAnswer[answer], pollId);
    });
  }

  /** Puts people on the list past the rule of the audience, never past the places. */
  invite(tx: Tx, meetingId: string, attendees: readonly Attendee[], { by }: { by: string }): Promise<void> {
    return this.ledger.with(tx, meetingId, async (seats) => {
      for (const attendee of attendees) {
        const known = await this.ledger.known(tx, seats, attendee);
        if (known && known.status !== 'cancelled' && known.status !== 'refused' && known.status !== 'informed') continue;
        seats.enter({ ...bareEntry, ...identityOf(attendee), isExempt: true, registeredBy: by }, 'waiting', 'organiser', known);
      }
    });
  }

  /** A rule and those who asked, in their order, without telling anyone: how the demonstration begins. */
  load(tx: Tx, meetingId: string, policy: SeatPolicy, people: readonly (Attendee & { readonly structureName?: string })[]): Promise<void> {
    return this.ledger.with(tx, meetingId, async (seats) => {
      await tx.query('UPDATE meetings_seats SET policy = $2 WHERE meeting_id = $1', [meetingId, JSON.stringify(policy)]);
      seats.seats.policy = policy;
      for (const one of people) seats.enter({ ...bareEntry, ...identityOf(one), structureName: one.structureName ?? null }, 'waiting', 'own');
    }, false);
  }

  /**
   * The letter that offered a place reached nobody: an hour is left to see the offer here, then the next one has it. Said again it gives no more
   * time and takes none; an answer given meanwhile stands.
   */
  async offerUnreached(tx: Tx, registrationId: string): Promise<void> {
    const [found] = await asSystem(tx, 'meetings', () => tx.query<{ meetingId: string }[]>('SELECT meeting_id AS "meetingId" FROM meetings_registration WHERE id = $1', [registrationId]));
    if (!found) return;
    await this.ledger.with(tx, found.meetingId, async (seats) => {
      const row = await this.ledger.find(tx, seats, 'id = $2', [registrationId]);
      const until = new Date(seats.now.getTime() + unreachedOfferMs);
      if (row?.status !== 'offered' || row.shared || (row.offerUntil !== null && row.offerUntil <= until)) return;
      seats.replace(row, { offerUntil: until });
      seats.note('offer-unreached', row);
    });
  }

  standingsOf(tx: Tx, meetingId: string): Promise<AttendeeStanding[]> {
    return this.recipientsOf(tx, meetingId, [...standingStatuses, 'informed', 'cancelled', 'refused']);
  }

  async recipientsOf(tx: Tx, meetingId: string, statuses: readonly RegistrationStatus[]): Promise<Recipient[]> {
    return this.recipients(tx, 'r.meeting_id = $1 AND r.status = ANY ($2) ORDER BY r.turn', [meetingId, statuses]);
  }

  async recipient(tx: Tx, registrationId: string): Promise<Recipient | null> {
    return (await this.recipients(tx, 'r.id = $1', [registrationId]))[0] ?? null;
  }

  async registrationOfToken(tx: Tx, token: string): Promise<Recipient | null> {
    return (await this.recipients(tx, 'r.token_hash = $1', [mailTokenHash(token)]))[0] ?? null;
  }

  async registrationOf(tx: Tx, meetingId: string, { personId }: { personId: string }): Promise<Recipient | null> {
    return (await this.recipients(tx, 'r.meeting_id = $1 AND r.person_id = $2', [meetingId, personId]))[0] ?? null;
  }

  /** How many people a change of the meeting would touch. */
  async countsOf(tx: Tx, meetingId: string): Promise<{ registered: number; waiting: number }> {
    const [counted] = await asSystem(tx, 'meetings', () => tx.query<{ registered: number; waiting: number }[]>(
      `SELECT count(*) FILTER (WHERE status = 'registered')::int AS registered, count(*) FILTER (WHERE status IN ('waiting', 'offered', 'pending', 'to-confirm'))::int AS waiting
         FROM meetings_registration WHERE meeting_id = $1`, [meetingId]));
    return counted ?? { registered: 0, waiting: 0 };
  }

  private async seatAnswer(tx: Tx, seats: OpenSeats, attendee: Attendee, status: RegistrationStatus, pollId: string): Promise<void> {
    const known = await this.ledger.known(tx, seats, attendee);
    if (known && standingStatuses.includes(known.status) && known.pollId !== pollId) return;
    if (known && (known.status === status || (status === 'waiting' && (known.status === 'registered' || known.status === 'offered')))) return;
    seats.enter({ ...bareEntry, ...identityOf(attendee), isExempt: true, pollId }, status, 'poll', known);
  }

  private recipients(tx: Tx, where: string, values: unknown[]): Promise<Recipient[]> {
    return asSystem(tx, 'meetings', async () => {
      const rows = await tx.query<(RecipientRow & { position: string | null })[]>(
        `SELECT ${recipientColumns}, CASE WHEN r.status = 'waiting' THEN
           (SELECT count(*) FROM meetings_registration w WHERE w.meeting_id = r.meeting_id AND w.status = 'waiting' AND w.turn <= r.turn) END AS position
           FROM meetings_registration r WHERE ${where}`, values);
      const contacts = new Map((await this.people.contactsOf(tx, rows.flatMap(({ personId }) => personId ?? []))).map((contact) => [contact.id, contact]));
      return rows.flatMap(({ id, personId, email, name, structureId, nonce, position, ...rest }) => {
        const found = personId ? contacts.get(personId) : email !== null ? { email, name: name ?? '' } : undefined;
        if (!found) return [];
        const attendee = { personId, email: found.email, name: found.name, structureId };
        return [{ ...rest, registrationId: id, attendee, token: registrationToken(this.config.value.secret, { id, nonce }), position: position === null ? null : Number(position) }];
      });
    });
  }
}

const identityOf = ({ personId, email, name, structureId }: Attendee) =>
  personId ? { personId, structureId } : { email: email.trim().toLowerCase(), name: name.trim(), structureId };
