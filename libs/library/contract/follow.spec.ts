import type { ActorRole } from '@cohorte/networks/contract';
import { canFollow } from './follow';
import { asReader, type ResourceStanding } from './resource.policy';

const standing: ResourceStanding = { networkId: 'network', spaceId: 'network', access: 'network', state: 'published', ownerId: 'owner' };
const member: ActorRole[] = [{ spaceId: 'caen', spaceKind: 'structure', role: 'member', networkIds: ['network'] }];

it.each([
  ['a member, what the network reads', { personId: 'p', roles: member }, {}, true],
  ['a member of elsewhere, what everyone reads', { personId: 'p', roles: [] }, { access: 'public' }, true],
  ['a member of elsewhere, what the network reads', { personId: 'p', roles: [] }, {}, false],
  ['a visitor', { personId: null }, { access: 'public' }, false],
  ['its depositor, a draft', { personId: 'owner', roles: member }, { state: 'draft' }, false],
  ['a member, what is retired', { personId: 'p', roles: member }, { state: 'retired' }, false],
] as const)('%s: told of new versions', (_who, reader, change, expected) => {
  expect(canFollow(asReader(reader), { ...standing, ...change })).toBe(expected);
});
