import { People } from '@cohorte/identity/server';
import { Spaces } from '@cohorte/networks/server';
import { Clock, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import {
  attendanceByStructure, type AttendanceLine, type AttendanceList, type AttendanceState, closesByItselfAt, isShortStay, listStateAt, minutesPresent, type PresenceInterval, type RegistrationStatus,
} from '../../contract';
import type { ToldMeeting } from '../meeting/meeting.reader';
import { AttendanceBook, type AttendanceRow } from './attendance-book';
import { heldMeeting } from './held-meeting';

export interface Expected {
  readonly key: string;
  readonly registrationId: string | null;
  readonly personId: string | null;
  readonly name: string;
  readonly structureName: string | null;
  /** Where they stand while nobody has marked them. */
  readonly otherwise: AttendanceState;
}

interface RegistrationRow {
  readonly id: string;
  readonly personId: string | null;
  readonly name: string | null;
  readonly structureId: string | null;
  readonly structureName: string | null;
  readonly status: RegistrationStatus;
}

/** Who stands on the list before anyone is marked: those who hold a place or may, and those who said they cannot come. */
const listed: Partial<Record<RegistrationStatus, AttendanceState>> = { registered: 'to-come', 'to-confirm': 'to-come', informed: 'excused' };

/** Reads the list of a meeting for those who keep it: the domain's own view (`asSystem`), after its policy. */
@Injectable()
export class AttendanceQueries {
  constructor(
    private readonly book: AttendanceBook,
    private readonly spaces: Spaces,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  async show(tx: Tx, meeting: ToldMeeting): Promise<AttendanceList> {
    const list = await this.book.listOf(tx, meeting.id);
    const held = heldMeeting(meeting);
    const lines = await this.lines(tx, meeting);
    const [counted] = await tx.query<{ count: number }[]>('SELECT count(*)::int AS count FROM meetings_certificate WHERE meeting_id = $1 AND replaced_by IS NULL AND withdrawn_at IS NULL', [meeting.id]);
    return {
      meetingId: meeting.id, title: meeting.title, startsAt: meeting.startsAt, endsAt: meeting.endsAt, zone: meeting.zone, cancelled: held.cancelledAt !== null,
      state: listStateAt(held, list?.closedAt ?? null, this.clock.now()),
      closesAt: held.endsAt ? closesByItselfAt(held.endsAt).toISOString() : null,
      lines, structures: attendanceByStructure(lines), certificates: counted?.count ?? 0,
    };
  }

  /** Everyone expected or marked, by structure and name. */
  async lines(tx: Tx, meeting: ToldMeeting): Promise<AttendanceLine[]> {
    const rows = await this.book.rows(tx, meeting.id);
    const minutes = await this.minutesOf(tx, meeting);
    const expected = await this.expectedOf(tx, meeting);
    const marked = new Map(rows.flatMap((row) => [row.registrationId, row.personId].flatMap((id) => (id ? [[id, row] as const] : []))));
    const shown = expected.map((one) => toLine(one, marked.get(one.registrationId ?? '') ?? marked.get(one.personId ?? ''), { meeting, minutes }));
    const there = new Set(expected.flatMap(({ registrationId, personId }) => [registrationId, personId]));
    const others = rows.filter((row) => !(row.registrationId && there.has(row.registrationId)) && !(row.personId && there.has(row.personId)));
    const names = await this.people.namesOf(tx, others.flatMap(({ personId }) => personId ?? []));
    const came = others.map((row) => toLine({ key: `w-${row.id}`, registrationId: null, personId: null, name: row.name ?? names.get(row.personId ?? '') ?? '', structureName: row.structureName, otherwise: 'to-come' }, row, { meeting, minutes }));
    return [...shown, ...came].toSorted(byStructureAndName);
  }

  /** Who should be there, whether marked or not. */
  async expectedOf(tx: Tx, meeting: ToldMeeting): Promise<Expected[]> {
    const registrations = await tx.query<RegistrationRow[]>(
      `SELECT id, person_id AS "personId", name, structure_id AS "structureId", structure_name AS "structureName", status FROM meetings_registration WHERE meeting_id = $1 AND (person_id IS NOT NULL OR name IS NOT NULL)`,
      [meeting.id],
    );
    const members = isCohortMeeting(meeting) ? await this.spaces.peopleOf(tx, meeting.spaceId) : [];
    const structures = new Map((await this.spaces.structuresOf(tx, meeting.spaceId)).map(({ id, name }) => [id, name]));
    const names = await this.people.namesOf(tx, [...registrations, ...members].flatMap(({ personId }) => personId ?? []));
    const registered = new Set(registrations.map(({ personId }) => personId));
    const nameOf = (personId: string | null, written: string | null): string => (personId ? (names.get(personId) ?? '') : (written ?? ''));
    const fromRegistrations = registrations.flatMap(({ id, personId, name, structureId, structureName, status }) => {
      const otherwise = listed[status];
      return otherwise ? [{ key: `r-${id}`, registrationId: id, personId, name: nameOf(personId, name), structureName: (structureId ? structures.get(structureId) : null) ?? structureName, otherwise }] : [];
    });
    const fromSpace = new Map<string, Expected>();
    for (const { personId, role, structureId } of members) {
      const counted = !registered.has(personId) && role !== 'animator' && role !== 'sponsor' && !fromSpace.has(personId);
      if (counted) fromSpace.set(personId, { key: `p-${personId}`, registrationId: null, personId, name: nameOf(personId, null), structureName: (structureId ? structures.get(structureId) : null) ?? null, otherwise: 'to-come' });
    }
    return [...fromRegistrations, ...fromSpace.values()].filter(({ name }) => name !== '');
  }

  private async minutesOf(tx: Tx, meeting: ToldMeeting): Promise<Map<string, number>> {
    const rows = await tx.query<(PresenceInterval & { attendanceId: string })[]>(
      'SELECT attendance_id AS "attendanceId", joined_at AS "joinedAt", seen_until AS "seenUntil" FROM meetings_presence WHERE meeting_id = $1', [meeting.id]);
    const { startsAt, endsAt } = heldMeeting(meeting);
    if (!startsAt || !endsAt) return new Map();
    const stretches = (id: string): PresenceInterval[] => rows.filter(({ attendanceId }) => attendanceId === id);
    return new Map([...new Set(rows.map(({ attendanceId }) => attendanceId))].map((id) => [id, minutesPresent(stretches(id), { startsAt, endsAt })]));
  }
}

/** A cohort's own meeting, which its people attend without registering. */
export const isCohortMeeting = ({ spaceId, networkId, audience }: Pick<ToldMeeting, 'spaceId' | 'networkId' | 'audience'>): boolean => spaceId !== networkId && audience === 'space';

interface Around {
  readonly meeting: ToldMeeting;
  readonly minutes: ReadonlyMap<string, number>;
}

function toLine({ key, name, structureName, otherwise }: Expected, row: AttendanceRow | undefined, around: Around): AttendanceLine {
  const state = around.meeting.state === 'cancelled' ? 'cancelled' : (row?.state ?? otherwise);
  const line = { key, name, structureName, state };
  return row ? { ...line, means: row.means, walkIn: row.walkIn, ...stayOf(row, around) } : { ...line, means: null, walkIn: false, minutes: null, shortStay: false };
}

function stayOf({ id, means }: AttendanceRow, { meeting, minutes }: Around): Pick<AttendanceLine, 'minutes' | 'shortStay'> {
  const seen = minutes.get(id) ?? null;
  const planned = meeting.sittings.reduce((sum, sitting) => sum + sitting.minutes, 0);
  return { minutes: seen, shortStay: means === 'online' && seen !== null && meeting.state === 'held' && isShortStay(seen, planned) };
}

const byStructureAndName = (a: AttendanceLine, b: AttendanceLine): number =>
  Number(a.structureName === null) - Number(b.structureName === null) || (a.structureName ?? '').localeCompare(b.structureName ?? '', 'fr') || a.name.localeCompare(b.name, 'fr');
