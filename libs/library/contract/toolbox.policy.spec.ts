import type { Actor, MemberRole, SpaceKind } from '@cohorte/networks/contract';
import { asReader, type Reader } from './resource.policy';
import { toolboxAccess } from './toolbox';
import { canMakeToolbox, canToolbox, speaksFor, toolboxActions, type ToolboxStanding } from './toolbox.policy';

type Held = [spaceId: string, spaceKind: SpaceKind, role: MemberRole, via?: string];
const someone = (...held: Held[]): Reader =>
  asReader({ personId: 'p', roles: held.map(([spaceId, spaceKind, role, viaStructureId]) => ({ spaceId, spaceKind, role, networkIds: ['network'], ...(viaStructureId && { viaStructureId }) })) as Actor['roles'] });

const lead = someone(['caen', 'structure', 'lead'], ['cohort', 'cohort', 'lead', 'caen']);
const readers: Record<string, Reader> = {
  visitor: asReader({ personId: null }),
  animator: someone(['network', 'network', 'animator']),
  'animator of the cohort': someone(['cohort', 'cohort', 'animator']),
  sponsor: someone(['cohort', 'cohort', 'sponsor']),
  expert: someone(['cohort', 'cohort', 'expert']),
  lead,
  'lead outside the cohort': someone(['rouen', 'structure', 'lead']),
  guest: someone(['cohort', 'cohort', 'guest']),
};
const toolbox = (change: Partial<ToolboxStanding> = {}): ToolboxStanding => ({ networkId: 'network', spaceId: 'cohort', access: 'public', state: 'draft', ...change });
const who = (allowed: (reader: Reader) => boolean): string[] => Object.keys(readers).filter((name) => allowed(readers[name] as Reader));

const part = ['animator', 'animator of the cohort', 'sponsor', 'expert', 'lead'];

it('while it grows, those of the cohort see it and nominate, its animators run it', () => {
  const allowed = Object.fromEntries(toolboxActions.map((action) => [action, who((reader) => canToolbox(reader, action, toolbox()))]));
  expect(allowed).toEqual({ read: part, nominate: part, run: ['animator', 'animator of the cohort'] });
});

it.each(toolboxAccess)('published for %s, it is read by whom it is open to', (access) => {
  const expected = { public: Object.keys(readers), network: [...part, 'lead outside the cohort'], cohort: part };
  expect(who((reader) => canToolbox(reader, 'read', toolbox({ access, state: 'published' })))).toEqual(expected[access]);
});

it('animators make one', () => expect(who((reader) => canMakeToolbox(reader, toolbox()))).toEqual(['animator', 'animator of the cohort']));

it('one speaks for one’s structure where it takes part', () => {
  expect([speaksFor(lead, toolbox()), speaksFor(readers['lead outside the cohort'] as Reader, toolbox()), speaksFor(readers['expert'] as Reader, toolbox())]).toEqual([['caen'], [], []]);
  expect(speaksFor(readers['lead outside the cohort'] as Reader, { networkId: 'network', spaceId: 'network' })).toEqual(['rouen']);
});
