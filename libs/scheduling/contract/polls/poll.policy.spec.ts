import type { Actor, MemberRole, SpaceKind } from '@cohorte/networks/contract';
import { canPoll, type PollAction, pollActions } from './poll.policy';

const place = { spaceId: 'cohort', networkId: 'network', isParticipant: false, isDraft: false };
const someone = (spaceId: string, spaceKind: SpaceKind, role: MemberRole): Actor => ({ personId: 'p', roles: [{ spaceId, spaceKind, role }] });
const nobody: Actor = { personId: 'p', roles: [] };
const allowed = (actor: Actor, at: typeof place) => pollActions.filter((action) => canPoll(actor, action, at));

const table: [string, Actor, PollAction[]][] = [
  ['an animator of the network', someone('network', 'network', 'animator'), ['read', 'see-everything', 'manage']],
  ['an animator of the cohort', someone('cohort', 'cohort', 'animator'), ['read', 'see-everything', 'manage']],
  ['the programme team', someone('network', 'network', 'programme_team'), ['read', 'see-everything']],
  ['a lead whose structure takes part', someone('cohort', 'cohort', 'lead'), ['read', 'answer']],
  ['a member whose structure takes part', someone('cohort', 'cohort', 'member'), ['read', 'answer']],
  ['an expert of the cohort', someone('cohort', 'cohort', 'expert'), ['read', 'answer']],
  ['the sponsor of the network', someone('network', 'network', 'sponsor'), []],
  ['the sponsor of the cohort', someone('cohort', 'cohort', 'sponsor'), []],
  ['a guest of the cohort', someone('cohort', 'cohort', 'guest'), []],
  ['an animator of another network', someone('elsewhere', 'network', 'animator'), []],
  ['someone without any role', nobody, []],
];

it.each(table)('%s', (_who, actor, expected) => {
  expect(allowed(actor, place)).toEqual(expected);
});

it('whoever is asked reads and answers, whatever they are elsewhere', () => {
  expect(allowed(nobody, { ...place, isParticipant: true })).toEqual(['read', 'answer']);
});

it('a draft is the animators’ alone', () => {
  expect(table.filter(([, actor]) => allowed(actor, { ...place, isDraft: true, isParticipant: true }).length > 0).map(([who]) => who)).toEqual(['an animator of the network', 'an animator of the cohort']);
});
