import type { ActorRole } from '@cohorte/networks/contract';
import { isOfNetwork, type Reader } from './resource.policy';
import type { ToolboxAccess, ToolboxState } from './toolbox';

/** What a decision about a toolbox needs to know of it; its space is a network or a cohort. */
export interface ToolboxStanding {
  readonly networkId: string;
  readonly spaceId: string;
  readonly access: ToolboxAccess;
  readonly state: ToolboxState;
}

export const toolboxActions = ['read', 'nominate', 'run'] as const;
export type ToolboxAction = (typeof toolboxActions)[number];

const isAnimator = (held: ActorRole, { networkId, spaceId }: Pick<ToolboxStanding, 'networkId' | 'spaceId'>): boolean => held.role === 'animator' && (held.spaceId === networkId || held.spaceId === spaceId);

/** Of the space the toolbox is made in, and no guest of it. */
const takesPart = (reader: Reader, { networkId, spaceId }: ToolboxStanding): boolean =>
  spaceId === networkId ? isOfNetwork(reader, networkId) : reader.roles.some((held) => held.spaceId === spaceId && held.role !== 'guest');

const isOpenTo = (reader: Reader, toolbox: ToolboxStanding): boolean => {
  if (toolbox.access === 'public') return true;
  return toolbox.access === 'network' ? isOfNetwork(reader, toolbox.networkId) || takesPart(reader, toolbox) : takesPart(reader, toolbox);
};

export const canMakeToolbox = (reader: Reader, place: Pick<ToolboxStanding, 'networkId' | 'spaceId'>): boolean => reader.roles.some((held) => isAnimator(held, place));

/** Participants see a toolbox grow and nominate; animators run it; a published one is read by whom it is open to. */
export function canToolbox(reader: Reader, action: ToolboxAction, toolbox: ToolboxStanding): boolean {
  const runs = canMakeToolbox(reader, toolbox);
  if (action === 'run') return runs;
  if (action === 'nominate') return runs || takesPart(reader, toolbox);
  return runs || takesPart(reader, toolbox) || (toolbox.state === 'published' && isOpenTo(reader, toolbox));
}

/** The structures whose use the reader states here: those that take part, led by them or of which they are members. */
export function speaksFor(reader: Reader, { networkId, spaceId }: Pick<ToolboxStanding, 'networkId' | 'spaceId'>): string[] {
  const ofStructure = (held: ActorRole): string[] => {
    if (held.role !== 'lead' && held.role !== 'member') return [];
    if (spaceId === networkId) return held.spaceKind === 'structure' && (held.networkIds ?? []).includes(networkId) ? [held.spaceId] : [];
    return held.spaceId === spaceId && held.viaStructureId ? [held.viaStructureId] : [];
  };
  return [...new Set(reader.roles.flatMap(ofStructure))];
}
