import type { Actor } from '@cohorte/networks/contract';
import { AppError, type InputOf, systemActor, visitor } from '@cohorte/platform/contract';
import { asSystem, Clock, Config, Database, mailTokenOf, newId, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { timingSafeEqual } from 'node:crypto';
import { type AttendanceMeans, canAttendance, type checkInAsGuest, isPresenceOpen } from '../../contract';
import { MeetingReader, type ToldMeeting } from '../meeting/meeting.reader';
import { AttendanceBook, type AttendanceRow } from './attendance-book';
import { heldMeeting } from './held-meeting';
import { assertMay, type Facing, Participants } from './participants';

/** A page that says nothing for longer has left; saying it again begins another stretch. */
const silenceMs = 5 * 60_000;
const purpose = 'meetings.check-in';

export interface Joined {
  readonly url: string | null;
  readonly dialIn: string | null;
  readonly intervalId: string | null;
}

/** Present already, or absent by the word of an animator. */
const stands = ({ state, means }: AttendanceRow): boolean => state === 'present' || (means === 'list' && state === 'absent');

/** Being there: the join button, the stretches of presence, and the code shown in the room. */
@Injectable()
export class PresenceService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly participants: Participants,
    private readonly meetings: MeetingReader,
    private readonly book: AttendanceBook,
  ) {}

  join(actor: Actor, meetingId: string): Promise<Joined> {
    return this.database.transaction(actor, async (tx) => {
      const facing = await this.participants.face(tx, actor, meetingId);
      // Those who animate join too, and are not counted as people who came.
      if (!canAttendance(actor, 'keep-list', { place: facing.meeting.policy, takesPart: false, wasPresent: false })) assertMay(facing, 'join', 'meetings.not-joinable');
      return this.joined(tx, facing);
    });
  }

  joinAsGuest(token: string): Promise<Joined> {
    return this.database.transaction(visitor, async (tx) => {
      const facing = await this.participants.faceGuest(tx, token);
      assertMay(facing, 'join', 'meetings.not-joinable');
      return this.joined(tx, facing);
    });
  }

  /** The page says every minute that it is open. Its number is the only key: it opens nothing and says nothing. */
  stay(meetingId: string, intervalId: string): Promise<Record<string, never>> {
    const now = this.clock.now();
    return this.database.transaction(systemActor('meetings'), async (tx) => {
      const meeting = await this.meetings.find(tx, meetingId);
      if (!meeting || !isPresenceOpen(heldMeeting(meeting), now)) return {};
      const [last] = await tx.query<{ id: string; attendanceId: string; seenUntil: Date }[]>(
        'SELECT id, attendance_id AS "attendanceId", seen_until AS "seenUntil" FROM meetings_presence WHERE session_id = $1 AND meeting_id = $2 ORDER BY seen_until DESC LIMIT 1 FOR UPDATE', [intervalId, meetingId]);
      if (!last) return {};
      if (now.getTime() - last.seenUntil.getTime() <= silenceMs) await tx.query('UPDATE meetings_presence SET seen_until = greatest(seen_until, $2) WHERE id = $1', [last.id, now]);
      else await this.begin(tx, { meetingId, attendanceId: last.attendanceId, sessionId: intervalId });
      return {};
    });
  }

  /** The address whose code people scan in the room. */
  checkInPath(actor: Actor, meetingId: string): Promise<{ path: string }> {
    return this.database.transaction(actor, async (tx) => {
      const meeting = await this.participants.keeper(tx, actor, 'keep-list', meetingId);
      const { checkInNonce } = await asSystem(tx, 'meetings', () => this.book.lock(tx, meetingId));
      return { path: `${meeting.path}/presence/${this.keyOf(meetingId, checkInNonce)}` };
    });
  }

  checkIn(actor: Actor, { meetingId, key }: { meetingId: string; key: string }): Promise<{ title: string; name: string | null }> {
    return this.database.transaction(actor, async (tx) => {
      const facing = await this.participants.face(tx, actor, meetingId);
      await this.assertKey(tx, facing.meeting, key);
      assertMay(facing, 'check-in', 'meetings.not-expected');
      await this.count(tx, facing, 'room');
      return { title: facing.meeting.title, name: facing.registration?.attendee.name ?? null };
    });
  }

  /** Says the same whether the address is known; a mailbox that several people share asks for the name too. */
  checkInByAddress({ meetingId, key, email, name }: InputOf<typeof checkInAsGuest>): Promise<{ title: string; name: string | null }> {
    return this.database.transaction(systemActor('meetings'), async (tx) => {
      const meeting = await this.meetings.find(tx, meetingId);
      if (!meeting) throw new AppError('not-found', 'meetings.check-in-unknown');
      await this.assertKey(tx, meeting, key);
      const found = await this.participants.byAddress(tx, meeting, { email, name });
      if (found) await this.count(tx, found, 'room');
      return { title: meeting.title, name: null };
    });
  }

  private async joined(tx: Tx, facing: Facing): Promise<Joined> {
    const { meeting } = facing;
    if (meeting.state === 'cancelled') throw new AppError('conflict', 'meetings.is-cancelled');
    const link = await this.meetings.linkFor(tx, meeting.id);
    if (!link) throw new AppError('not-found', 'meetings.no-link');
    const attendanceId = facing.takesPart ? await this.count(tx, facing, 'online') : null;
    const intervalId = attendanceId ? await asSystem(tx, 'meetings', () => this.begin(tx, { meetingId: meeting.id, attendanceId, sessionId: newId() })) : null;
    return { ...link, intervalId };
  }

  /** Marks who takes part as present, when it is the time and an animator has not said otherwise. Answers the line, if it counts. */
  private count(tx: Tx, { meeting, who, row, actor }: Facing, means: AttendanceMeans): Promise<string | null> {
    return asSystem(tx, 'meetings', async () => {
      const at = this.clock.now();
      if (!who || !isPresenceOpen(heldMeeting(meeting), at)) return null;
      const { closedAt } = await this.book.lock(tx, meeting.id);
      if (row && (closedAt || stands(row))) return row.id;
      if (closedAt) return null;
      const done = await this.book.mark(tx, meeting.id, who, { id: newId(), state: 'present', means, at, by: actor.personId });
      return done?.row.id ?? null;
    });
  }

  private async begin(tx: Tx, { meetingId, attendanceId, sessionId }: { meetingId: string; attendanceId: string; sessionId: string }): Promise<string> {
    const now = this.clock.now();
    await tx.query('INSERT INTO meetings_presence (id, session_id, attendance_id, meeting_id, joined_at, seen_until) VALUES ($1, $2, $3, $4, $5, $5)', [newId(), sessionId, attendanceId, meetingId, now]);
    return sessionId;
  }

  private keyOf(meetingId: string, nonce: string): string {
    return mailTokenOf(this.config.value.secret, purpose, { id: meetingId, nonce });
  }

  private async assertKey(tx: Tx, meeting: ToldMeeting, key: string): Promise<void> {
    const list = await asSystem(tx, 'meetings', () => this.book.listOf(tx, meeting.id));
    const right = Buffer.from(list ? this.keyOf(meeting.id, list.checkInNonce) : '');
    const given = Buffer.from(key);
    if (right.length !== given.length || !timingSafeEqual(right, given)) throw new AppError('not-found', 'meetings.check-in-unknown');
    if (!isPresenceOpen(heldMeeting(meeting), this.clock.now())) throw new AppError('conflict', 'meetings.presence-not-open');
  }
}
