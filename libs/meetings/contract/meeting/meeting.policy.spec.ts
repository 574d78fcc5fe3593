import type { Actor, MemberRole, SpaceKind } from '@cohorte/networks/contract';
import { visitor } from '@cohorte/platform/contract';
import { canMeeting, type MeetingAction, meetingActions, type MeetingPlace, type MeetingReaderActor } from './meeting.policy';

const place: MeetingPlace = { spaceId: 'cohort', networkId: 'network', audience: 'space', published: true, animatorIds: ['named'] };
const someone = (spaceId: string, spaceKind: SpaceKind, role: MemberRole, personId = 'p'): Actor => ({ personId, roles: [{ spaceId, spaceKind, role, networkIds: spaceId === 'elsewhere' ? ['elsewhere'] : ['network'] }] });

const all: MeetingAction[] = ['read', 'create', 'edit', 'schedule', 'cancel', 'publish'];
const itsOwn: MeetingAction[] = ['read', 'edit', 'schedule', 'cancel', 'publish'];
const reads: MeetingAction[] = ['read'];

/** Who, then what they may do when it is for its space, for its network, for everyone, and while it is prepared. */
const table: [string, MeetingReaderActor, MeetingAction[], MeetingAction[], MeetingAction[], MeetingAction[]][] = [
  ['an animator of the network', someone('network', 'network', 'animator'), all, all, all, all],
  ['an animator of the cohort', someone('cohort', 'cohort', 'animator'), all, all, all, all],
  ['someone named for this meeting', someone('network', 'network', 'expert', 'named'), itsOwn, itsOwn, itsOwn, itsOwn],
  ['someone named for it who left the network', { personId: 'named', roles: [] }, [], [], reads, []],
  ['the sponsor of the network', someone('network', 'network', 'sponsor'), reads, reads, reads, []],
  ['the programme team', someone('network', 'network', 'programme_team'), reads, reads, reads, []],
  ['a member of the network only', someone('network', 'network', 'member'), [], reads, reads, []],
  ['a lead of a structure of the network', someone('structure', 'structure', 'lead'), [], reads, reads, []],
  ['a lead whose structure takes part', someone('cohort', 'cohort', 'lead'), reads, reads, reads, []],
  ['an expert of the cohort', someone('cohort', 'cohort', 'expert'), reads, reads, reads, []],
  ['an animator of another network', someone('elsewhere', 'network', 'animator'), [], [], reads, []],
  ['someone without any role', { personId: 'p', roles: [] }, [], [], reads, []],
  ['a visitor', visitor, [], [], reads, []],
];

const allowed = (actor: MeetingReaderActor, more: Partial<MeetingPlace>) => meetingActions.filter((action) => canMeeting(actor, action, { ...place, ...more }));

describe('who may do what with a meeting', () => {
  it.each(table)('%s', (_who, actor, forSpace, forNetwork, forAll, prepared) => {
    expect(allowed(actor, {})).toEqual(forSpace);
    expect(allowed(actor, { audience: 'network' })).toEqual(forNetwork);
    expect(allowed(actor, { audience: 'public' })).toEqual(forAll);
    expect(allowed(actor, { audience: 'public', published: false })).toEqual(prepared);
  });

  it('a place that says nothing of its audience is for its space alone', () => {
    expect(canMeeting(someone('network', 'network', 'member'), 'read', { spaceId: 'cohort', networkId: 'network' })).toBe(false);
  });
});
