import type { ActorRole, MemberRole } from '@cohorte/networks/contract';
import { canVocabulary, vocabularyActions } from './vocabulary.policy';

const role = (spaceId: string, spaceKind: ActorRole['spaceKind'], held: MemberRole, networkId = 'network'): ActorRole[] => [{ spaceId, spaceKind, role: held, networkIds: [networkId] }];

it.each([
  ['an animator', role('network', 'network', 'animator'), ['read', 'keep']],
  ['the programme team', role('network', 'network', 'programme_team'), ['read']],
  ['a sponsor', role('network', 'network', 'sponsor'), ['read']],
  ['a guest of the network', role('network', 'network', 'guest'), []],
  ['a lead', role('caen', 'structure', 'lead'), ['read']],
  ['a member', role('caen', 'structure', 'member'), ['read']],
  ['an expert of a structure', role('caen', 'structure', 'expert'), []],
  ['an animator of another network', role('elsewhere', 'network', 'animator', 'elsewhere'), []],
  ['nobody in particular', [], []],
] as const)('%s may %s', (_who, roles, allowed) => {
  expect(vocabularyActions.filter((action) => canVocabulary({ personId: 'p', roles: [...roles] }, action, 'network'))).toEqual(allowed);
});
