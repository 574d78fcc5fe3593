import type { Actor, MemberRole, SpaceKind } from '@cohorte/networks/contract';
import { visitor } from '@cohorte/platform/contract';
import type { MeetingReaderActor } from '../meeting/meeting.policy';
import { type AttendanceAction, attendanceActions, canAttendance } from './attendance.policy';

const place = { spaceId: 'cohort', networkId: 'network', animatorIds: ['named'] };
const someone = (personId: string, spaceId: string, spaceKind: SpaceKind, role: MemberRole): Actor => ({ personId, roles: [{ spaceId, spaceKind, role, networkIds: ['network'] }] });

const table: [string, MeetingReaderActor, { takesPart?: boolean; wasPresent?: boolean }, AttendanceAction[]][] = [
  ['an animator of the network', someone('a', 'network', 'network', 'animator'), {}, ['keep-list', 'see-results']],
  ['someone named to animate this meeting', someone('named', 'cohort', 'cohort', 'expert'), {}, ['keep-list', 'see-results']],
  ['the sponsor of the network', someone('s', 'network', 'network', 'sponsor'), {}, []],
  ['a member of the cohort', someone('m', 'cohort', 'cohort', 'member'), { takesPart: true }, ['join', 'check-in', 'answer-survey']],
  ['a member who came', someone('m', 'cohort', 'cohort', 'member'), { takesPart: true, wasPresent: true }, ['join', 'check-in', 'answer-survey', 'take-certificate']],
  ['someone who came and withdrew from the cohort since', someone('m', 'elsewhere', 'network', 'guest'), { wasPresent: true }, ['answer-survey', 'take-certificate']],
  ['a guest who holds a place', visitor, { takesPart: true }, ['join', 'check-in', 'answer-survey']],
  ['an animator of another network', someone('x', 'elsewhere', 'network', 'animator'), {}, []],
  ['a visitor', visitor, {}, []],
];

describe('who may do what around being there', () => {
  it.each(table)('%s', (_who, actor, { takesPart = false, wasPresent = false }, allowed) => {
    expect(attendanceActions.filter((action) => canAttendance(actor, action, { place, takesPart, wasPresent }))).toEqual(allowed);
  });
});
