import type { Actor, MemberRole, SpaceKind } from '@cohorte/networks/contract';
import { canMeeting, type MeetingAction, meetingActions } from './meeting.policy';

const place = { spaceId: 'cohort', networkId: 'network' };
const someone = (spaceId: string, spaceKind: SpaceKind, role: MemberRole): Actor => ({ personId: 'p', roles: [{ spaceId, spaceKind, role }] });

const table: [string, Actor, MeetingAction[]][] = [
  ['an animator of the network', someone('network', 'network', 'animator'), ['read', 'schedule', 'cancel']],
  ['the sponsor of the network', someone('network', 'network', 'sponsor'), ['read']],
  ['the programme team', someone('network', 'network', 'programme_team'), ['read']],
  ['a member of the network only', someone('network', 'network', 'member'), []],
  ['a lead whose structure takes part', someone('cohort', 'cohort', 'lead'), ['read']],
  ['an expert of the cohort', someone('cohort', 'cohort', 'expert'), ['read']],
  ['an animator of another network', someone('elsewhere', 'network', 'animator'), []],
  ['someone without any role', { personId: 'p', roles: [] }, []],
];

describe('who may do what with a meeting', () => {
  it.each(table)('%s', (_who, actor, allowed) => {
    expect(meetingActions.filter((action) => canMeeting(actor, action, place))).toEqual(allowed);
  });
});
