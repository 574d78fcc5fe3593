import type { MemberRole, SpaceKind } from '@cohorte/networks/contract';
import { type Asker, canRegistration, type RegistrationAction, registrationActions, type SeatsPlace } from './registration.policy';

const reserved: SeatsPlace = { spaceId: 'cohort', networkId: 'network', audience: 'space' };
const announced: SeatsPlace = { ...reserved, spaceId: 'network', audience: 'public' };
const mine = { personId: 'p', registeredBy: null, email: null };
const nobody: Asker = { personId: null, roles: [] };
const someone = (spaceId?: string, spaceKind: SpaceKind = 'cohort', role: MemberRole = 'lead'): Asker => ({ personId: 'p', email: 'p@x.example', roles: spaceId ? [{ spaceId, spaceKind, role }] : [] });

const table: [string, Asker, SeatsPlace, RegistrationAction[]][] = [
  ['a visitor and a meeting announced to all', nobody, announced, ['see', 'ask']],
  ['a visitor and a meeting of a cohort', nobody, reserved, []],
  ['a lead of the cohort', someone('cohort'), reserved, ['see', 'ask']],
  ['a lead of the cohort who comes', someone('cohort'), { ...reserved, comes: true }, ['see', 'ask', 'see-participants']],
  ['an animator of the network', someone('network', 'network', 'animator'), reserved, ['see', 'ask', 'act', 'see-participants', 'manage']],
  ['the sponsor of the network', someone('network', 'network', 'sponsor'), reserved, ['see', 'ask']],
  ['an animator of another network', someone('elsewhere', 'network', 'animator'), reserved, []],
  ['someone from elsewhere and their own registration', someone(), { ...reserved, registration: mine }, ['see', 'ask', 'act']],
  ['someone and the registration they made for a colleague', someone(), { ...reserved, registration: { personId: null, registeredBy: 'p', email: 'c@x.example' } }, ['see', 'ask', 'act']],
  ['someone and a registration at their address', someone(), { ...reserved, registration: { personId: null, registeredBy: null, email: 'p@x.example' } }, ['see', 'ask', 'act']],
  ['someone and the registration of somebody else', someone(), { ...announced, registration: { personId: 'q', registeredBy: null, email: null } }, ['see', 'ask']],
  ['a visitor and a registration without address', nobody, { ...announced, registration: { personId: null, registeredBy: null, email: null } }, ['see', 'ask']],
];

describe('who may do what with places', () => {
  it.each(table)('%s', (_who, asker, place, allowed) => {
    expect(registrationActions.filter((action) => canRegistration(asker, action, place))).toEqual(allowed);
  });
});
