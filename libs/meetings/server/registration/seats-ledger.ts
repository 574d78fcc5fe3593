import { AppError } from '@cohorte/platform/contract';
import { asSystem, Clock, Config, Events, type Tx } from '@cohorte/platform/server';
import { Spaces } from '@cohorte/networks/server';
import { Injectable } from '@nestjs/common';
import { awaitsDraw, isUnlimited, policyOfSpace, type RegistrationStatus, type SeatPolicy } from '../../contract';
import { registrationChanged } from '../meetings.events';
import { type Entered, OpenSeats, registrationToken } from './open-seats';
import { type MeetingRow, nameKey, registrationColumns, type RegistrationRow, type SeatsRow, type Who } from './seat-row';
import { newSeed } from './seed';

const seatsSql = `SELECT policy, version, numbers::float8 AS numbers, turns::float8 AS turns, lines::float8 AS lines, seed, drawn_at AS "drawnAt" FROM meetings_seats WHERE meeting_id = $1`;
const meetingSql = `SELECT space_id AS "spaceId", network_id AS "networkId", starts_at AS "startsAt", minutes, cancelled_at AS "cancelledAt", audience FROM meetings_meeting WHERE id = $1`;
const registrationSql = `SELECT ${registrationColumns} FROM meetings_registration WHERE meeting_id = $1`;
const writeEntered = `
  INSERT INTO meetings_registration (id, meeting_id, person_id, email, name, name_key, structure_id, structure_name, way, status, cause, number, turn, is_small, is_exempt,
         offer_until, offer_shared, is_visible, answers, needs, needs_note, message, registered_by, poll_id, nonce, token_hash, calendar_key, asked_at, status_at)
  SELECT e.id, $1, e.person_id, e.email, e.name, e.name_key, e.structure_id, e.structure_name, e.way, e.status, e.cause, e.number, e.turn, e.is_small, e.is_exempt,
         e.offer_until, e.shared, e.is_visible, e.answers, e.needs, e.needs_note, e.message, e.registered_by, e.poll_id, e.nonce, e.token_hash, e.person_id, $2, $2
    FROM jsonb_to_recordset($3::jsonb) AS e (id uuid, person_id uuid, email text, name text, name_key text, structure_id uuid, structure_name text, way text, status text, cause text,
         number bigint, turn bigint, is_small boolean, is_exempt boolean, offer_until timestamptz, shared boolean, is_visible boolean, answers jsonb, needs text[], needs_note text,
         message text, registered_by uuid, poll_id uuid, nonce text, token_hash text)
  ON CONFLICT (id) DO UPDATE SET structure_id = excluded.structure_id, structure_name = excluded.structure_name, way = excluded.way, status = excluded.status, cause = excluded.cause,
         number = excluded.number, turn = excluded.turn, is_small = excluded.is_small, is_exempt = excluded.is_exempt, offer_until = excluded.offer_until,
         offer_shared = excluded.offer_shared, is_visible = excluded.is_visible, answers = excluded.answers, needs = excluded.needs, needs_note = excluded.needs_note,
         message = excluded.message, decision_message = NULL, decided_by = NULL, registered_by = excluded.registered_by, poll_id = excluded.poll_id, unmatched_at = NULL,
         nonce = excluded.nonce, token_hash = excluded.token_hash,
         asked_at = excluded.asked_at, status_at = excluded.status_at, changes = meetings_registration.changes + 1`;
const writeMoved = `
  UPDATE meetings_registration r SET status = e.status, cause = e.cause, turn = e.turn, offer_until = e.offer_until, offer_shared = e.shared, is_exempt = e.is_exempt,
         person_id = e.person_id, status_at = CASE WHEN r.status = e.status THEN r.status_at ELSE $2 END, changes = r.changes + (r.status <> e.status)::int
    FROM jsonb_to_recordset($3::jsonb) AS e (id uuid, status text, cause text, turn bigint, offer_until timestamptz, shared boolean, is_exempt boolean, person_id uuid)
   WHERE r.meeting_id = $1 AND r.id = e.id`;
const writeLog = `
  INSERT INTO meetings_allocation (meeting_id, line, at, rule, number, way, detail)
  SELECT $1, $3 + e.place, $2, e.rule, e.number, e.way, CASE WHEN e.rule LIKE 'waiting.%' THEN coalesce(w.place, 0)::text ELSE e.detail END
    FROM jsonb_to_recordset($4::jsonb) AS e (place bigint, rule text, number bigint, way text, detail text)
    LEFT JOIN (SELECT number, row_number() OVER (ORDER BY turn) AS place FROM meetings_registration WHERE meeting_id = $1 AND status = 'waiting') w
           ON w.number = e.number AND e.rule LIKE 'waiting.%'`;
const writeSeats = 'UPDATE meetings_seats SET numbers = $2, turns = $3, lines = $4, drawn_at = $5, look_at = $6 WHERE meeting_id = $1';

/** The book of places: one lock a meeting, what is known is read after the lock, everything is written at the end, in one transaction. */
@Injectable()
export class SeatsLedger {
  constructor(
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly spaces: Spaces,
    private readonly config: Config,
  ) {}

  /** Runs `work` with the meeting's places locked; whatever moved is settled by the rules, written, logged and told. */
  with<T>(tx: Tx, meetingId: string, work: (seats: OpenSeats) => Promise<T> | T, tell = true): Promise<T> {
    return asSystem(tx, 'meetings', async () => {
      const seats = await this.open(tx, meetingId);
      const done = await work(seats);
      await this.settle(tx, seats);
      await this.write(tx, seats);
      if (tell) await this.tell(tx, seats);
      return done;
    });
  }

  /** Asks the rules with all they need to know: the waiting are read only when there is something to give them. */
  async settle(tx: Tx, seats: OpenSeats): Promise<void> {
    const { policy } = seats.seats;
    if (seats.isDrawDue || (!awaitsDraw(policy, seats.timing) && seats.hasSomethingFree)) await this.learn(tx, seats, ['waiting']);
    seats.settle();
  }

  /** The registration of this person, or of this name at this address: those who enter at this moment are known too. */
  async known(tx: Tx, seats: OpenSeats, who: Who): Promise<RegistrationRow | null> {
    await this.learnThose(tx, seats, [who]);
    return seats.known(who);
  }

  /** Reads what is known of several people at once. */
  async learnThose(tx: Tx, seats: OpenSeats, those: readonly Who[]): Promise<void> {
    const unread = those.filter((who) => !seats.known(who));
    const people = unread.flatMap(({ personId }) => personId ?? []);
    const guests = unread.flatMap(({ personId, email, name }) => (personId || email === null ? [] : [{ email: email.trim().toLowerCase(), key: nameKey(name ?? '') }]));
    if (people.length > 0) seats.learn(await tx.query<RegistrationRow[]>(`${registrationSql} AND person_id = ANY ($2)`, [seats.meetingId, people]));
    if (guests.length > 0) {
      seats.learn(await tx.query<RegistrationRow[]>(
        `${registrationSql} AND (email, name_key) IN (SELECT * FROM unnest($2::text[], $3::text[]))`, [seats.meetingId, guests.map(({ email }) => email), guests.map(({ key }) => key)]));
    }
  }

  /** Reads one registration under the lock. */
  async find(tx: Tx, seats: OpenSeats, where: string, values: unknown[]): Promise<RegistrationRow | null> {
    const [row] = await tx.query<RegistrationRow[]>(`${registrationSql} AND ${where}`, [seats.meetingId, ...values]);
    if (!row) return null;
    seats.learn([row]);
    return seats.row(row.id);
  }

  /** Those who hold a place, for a rule that begins to count them. */
  learnHolders(tx: Tx, seats: OpenSeats): Promise<void> {
    return this.learn(tx, seats, ['registered', 'offered']);
  }

  /** The secret parts of the personal links of registrations. */
  async tokensOf(tx: Tx, registrationIds: readonly string[]): Promise<Map<string, string>> {
    if (registrationIds.length === 0) return new Map();
    const rows = await asSystem(tx, 'meetings', () => tx.query<{ id: string; nonce: string }[]>('SELECT id, nonce FROM meetings_registration WHERE id = ANY ($1)', [registrationIds]));
    return new Map(rows.map((row) => [row.id, registrationToken(this.config.value.secret, row)]));
  }

  /** A rule for a meeting that nobody has asked for yet; the caller has checked it. */
  ruleBy(tx: Tx, meetingId: string, policy: SeatPolicy): Promise<void> {
    return this.with(tx, meetingId, async (open) => {
      open.seats.policy = policy;
      await tx.query('UPDATE meetings_seats SET policy = $2 WHERE meeting_id = $1', [meetingId, JSON.stringify(policy)]);
    });
  }

  /** The row of places exists from the first time someone asks for them. */
  async ensure(tx: Tx, meetingId: string): Promise<void> {
    const [meeting] = await tx.query<MeetingRow[]>(meetingSql, [meetingId]);
    if (!meeting) throw new AppError('not-found', 'meetings.not-found');
    const space = await this.spaces.find(tx, meeting.spaceId);
    const policy = policyOfSpace(meeting.spaceId, meeting.audience === 'space' ? (space?.kind ?? 'network') : 'network');
    await tx.query('INSERT INTO meetings_seats (meeting_id, policy, seed) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [meetingId, JSON.stringify(policy), newSeed()]);
  }

  private async open(tx: Tx, meetingId: string): Promise<OpenSeats> {
    let [row] = await tx.query<SeatsRow[]>(`${seatsSql} FOR UPDATE`, [meetingId]);
    if (!row) {
      await this.ensure(tx, meetingId);
      [row] = await tx.query<SeatsRow[]>(`${seatsSql} FOR UPDATE`, [meetingId]);
    }
    const [meeting] = await tx.query<MeetingRow[]>(meetingSql, [meetingId]);
    if (!row || !meeting) throw new AppError('not-found', 'meetings.not-found');
    const seats = new OpenSeats(meetingId, row, meeting, this.clock.now(), this.config.value.secret);
    await this.learn(tx, seats, isUnlimited(row.policy) ? ['offered'] : ['registered', 'offered']);
    await this.settle(tx, seats);
    return seats;
  }

  private async learn(tx: Tx, seats: OpenSeats, statuses: readonly RegistrationStatus[]): Promise<void> {
    const unread = seats.toLearn(statuses);
    if (unread.length > 0) seats.learn(await tx.query<RegistrationRow[]>(`${registrationSql} AND status = ANY ($2)`, [seats.meetingId, unread]));
  }

  private async write(tx: Tx, seats: OpenSeats): Promise<void> {
    const { meetingId, now } = seats;
    const changed = [...seats.changed.values()];
    const entered = changed.filter(({ id }) => seats.entered.has(id)).map((row) => written(row, seats.entered.get(row.id)));
    const others = changed.filter(({ id }) => !seats.entered.has(id)).map((row) => written(row));
    if (entered.length > 0) await tx.query(writeEntered, [meetingId, now, JSON.stringify(entered)]);
    if (others.length > 0) await tx.query(writeMoved, [meetingId, now, JSON.stringify(others)]);
    await this.writeLog(tx, seats);
    const { numbers, turns, lines, drawnAt } = seats.seats;
    await tx.query(writeSeats, [meetingId, numbers, turns, lines, drawnAt, seats.lookAt()]);
  }

  private tell(tx: Tx, seats: OpenSeats): Promise<void> {
    return this.events.publishAll(tx, registrationChanged, seats.moved().map(({ id, status, cause }) => ({ registrationId: id, meetingId: seats.meetingId, status, cause })));
  }

  private async writeLog(tx: Tx, seats: OpenSeats): Promise<void> {
    const moved = seats.moved().sort((a, b) => a.turn - b.turn).map(({ status, cause, number, way }) => ({ rule: `${status}.${cause}`, number, way, detail: '' }));
    const log = [...seats.log, ...moved].map((line, place) => ({ ...line, place: place + 1 }));
    if (log.length === 0) return;
    await tx.query(writeLog, [seats.meetingId, seats.now, seats.seats.lines, JSON.stringify(log)]);
    seats.seats.lines += log.length;
  }
}

const written = (row: RegistrationRow, entry?: Entered) => ({
  id: row.id, status: row.status, cause: row.cause, turn: row.turn, number: row.number, way: row.way, offer_until: row.offerUntil, shared: row.shared, is_exempt: row.isExempt,
  person_id: row.personId,
  ...(entry
    ? {
        email: entry.email, name: entry.name, name_key: entry.email === null ? null : nameKey(entry.name ?? ''), structure_id: entry.structureId, structure_name: entry.structureName, is_small: entry.isSmall,
        is_visible: entry.isVisible, answers: entry.answers, needs: entry.needs, needs_note: entry.needsNote, message: entry.message, registered_by: entry.registeredBy,
        poll_id: entry.pollId, nonce: entry.nonce, token_hash: entry.tokenHash,
      }
    : {}),
});
