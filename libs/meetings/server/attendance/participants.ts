import { type Actor, rolesIn } from '@cohorte/networks/contract';
import { AppError, type Visitor } from '@cohorte/platform/contract';
import { asSystem, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { type AttendanceAction, canAttendance, canMeeting } from '../../contract';
import { MeetingReader, type ToldMeeting } from '../meeting/meeting.reader';
import { MeetingSeats, type Recipient } from '../registration/meeting-seats';
import { nameKey } from '../registration/seat-row';
import { AttendanceBook, type AttendanceRow, type Attending } from './attendance-book';
import { isCohortMeeting } from './attendance.queries';

/** Someone facing a meeting: who they are in it, and what was marked of them. */
export interface Facing {
  readonly meeting: ToldMeeting;
  readonly actor: Actor | Visitor;
  readonly registration: Recipient | null;
  /** Null for who takes no part: an animator, a reader. */
  readonly who: Attending | null;
  readonly row: AttendanceRow | null;
  readonly takesPart: boolean;
}

const holdsPlace = (registration: Recipient | null): boolean => registration !== null && (registration.status === 'registered' || registration.status === 'to-confirm');

/** Finds the meeting and the person's place in it, then asks the policy: what must not be known of answers «not found». */
@Injectable()
export class Participants {
  constructor(
    private readonly meetings: MeetingReader,
    private readonly seats: MeetingSeats,
    private readonly book: AttendanceBook,
  ) {}

  /** For a signed-in person, in their own transaction. */
  async face(tx: Tx, actor: Actor, meetingId: string): Promise<Facing> {
    const meeting = await this.meetings.find(tx, meetingId);
    const registration = await this.seats.registrationOf(tx, meetingId, { personId: actor.personId });
    if (!meeting || (!canMeeting(actor, 'read', meeting.policy) && registration === null)) throw new AppError('not-found', 'meetings.not-found');
    const ofSpace = isCohortMeeting(meeting) && rolesIn(actor, meeting.spaceId).some((role) => role !== 'animator' && role !== 'sponsor');
    const takesPart = holdsPlace(registration) || (ofSpace && registration === null);
    const who: Attending = registration ? { registrationId: registration.registrationId, personId: actor.personId } : { registrationId: null, personId: actor.personId };
    return this.facing(tx, { meeting, actor, registration, who, takesPart });
  }

  /** For whoever holds the personal link of a registration. */
  async faceGuest(tx: Tx, token: string): Promise<Facing> {
    const registration = await this.seats.registrationOfToken(tx, token);
    const meeting = registration ? await asSystem(tx, 'meetings', () => this.meetings.find(tx, registration.meetingId)) : null;
    if (!registration || !meeting) throw new AppError('not-found', 'meetings.link-unknown');
    const who = { registrationId: registration.registrationId, personId: registration.attendee.personId };
    return this.facing(tx, { meeting, actor: { personId: null }, registration, who, takesPart: holdsPlace(registration) });
  }

  /** For someone in the room who gives the address they registered with; nobody when it names several people and the name none of them. */
  async byAddress(tx: Tx, meeting: ToldMeeting, { email, name }: { email: string; name: string }): Promise<Facing | null> {
    const coming = (await this.seats.recipientsOf(tx, meeting.id, ['registered', 'to-confirm'])).filter(({ attendee }) => attendee.email === email);
    const registration = coming.length === 1 ? coming[0] : coming.find(({ attendee }) => nameKey(attendee.name) === nameKey(name));
    if (!registration) return null;
    const who = { registrationId: registration.registrationId, personId: registration.attendee.personId };
    return this.facing(tx, { meeting, actor: { personId: null }, registration, who, takesPart: true });
  }

  /** For those who keep the list. */
  async keeper(tx: Tx, actor: Actor, action: AttendanceAction, meetingId: string): Promise<ToldMeeting> {
    const meeting = await this.meetings.find(tx, meetingId);
    if (!meeting || !canMeeting(actor, 'read', meeting.policy)) throw new AppError('not-found', 'meetings.not-found');
    if (!canAttendance(actor, action, { place: meeting.policy, takesPart: false, wasPresent: false })) throw new AppError('forbidden', 'meetings.not-yours-to-keep');
    return meeting;
  }

  private async facing(tx: Tx, given: Omit<Facing, 'row'>): Promise<Facing> {
    const row = await asSystem(tx, 'meetings', () => this.book.rowOf(tx, given.meeting.id, given.who as Attending));
    return { ...given, row };
  }
}

/** Throws unless this person may. */
export function assertMay({ actor, meeting, takesPart, row }: Facing, action: AttendanceAction, code: string): void {
  if (!canAttendance(actor, action, { place: meeting.policy, takesPart, wasPresent: row?.state === 'present' })) throw new AppError('forbidden', code);
}
