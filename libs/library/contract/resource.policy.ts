import { type Actor, holds } from '@cohorte/networks/contract';
import type { AccessLevel, ResourceState } from './resource';

/** What a decision about a resource needs to know of it. */
export interface ResourceStanding {
  readonly networkId: string;
  readonly spaceId: string;
  readonly access: AccessLevel;
  readonly state: ResourceState;
  readonly ownerId: string | null;
}

export const resourceActions = ['read', 'edit', 'submit', 'publish', 'send-back', 'retire', 'restore', 'remove', 'confirm'] as const;
export type ResourceAction = (typeof resourceActions)[number];

/** A reader: a person with roles, or nobody in particular. */
export type Reader = Pick<Actor, 'roles'> & { readonly personId: string | null };

const visitorRoles: Actor['roles'] = [];
export const asReader = (actor: { readonly personId: string | null; readonly roles?: Actor['roles'] }): Reader => ({ personId: actor.personId, roles: actor.roles ?? visitorRoles });

const heldBy = (reader: Reader, spaceId: string, ...roles: Parameters<typeof holds>[2][]): boolean => holds({ personId: reader.personId ?? '', roles: reader.roles }, spaceId, ...roles);

/** Of the network and no guest of it; a structure brings those who lead it or are members of it. */
export const isOfNetwork = (reader: Reader, networkId: string): boolean =>
  reader.roles.some((held) => held.role !== 'guest' && (held.spaceKind !== 'structure' || held.role === 'lead' || held.role === 'member') && (held.networkIds ?? []).includes(networkId));

/** Whom a published resource is open to. */
function isOpenTo(reader: Reader, { access, networkId, spaceId }: ResourceStanding): boolean {
  if (access === 'public') return true;
  if (access === 'network') return isOfNetwork(reader, networkId);
  return reader.roles.some((held) => held.spaceId === spaceId && held.role !== 'guest');
}

/** Who decides what stands there: a structure decides of its own, the network's animation of all others. */
export const validates = (reader: Reader, { access, networkId, spaceId }: Pick<ResourceStanding, 'access' | 'networkId' | 'spaceId'>): boolean =>
  access === 'structure' ? heldBy(reader, spaceId, 'lead') : heldBy(reader, networkId, 'animator');

/** States from which an action makes sense. */
const from: Partial<Record<ResourceAction, readonly ResourceState[]>> = {
  submit: ['draft'], publish: ['draft', 'submitted'], 'send-back': ['submitted'], retire: ['published'], restore: ['retired'], remove: ['draft', 'submitted'], confirm: ['published'],
};

interface Standing {
  readonly state: ResourceState;
  readonly owns: boolean;
  readonly decides: boolean;
  readonly isOpen: boolean;
  /** Published, or retired with its page still there. */
  readonly isOut: boolean;
}

/** Until it is out, it is its depositor's; whoever decides meets it once it is submitted. */
const handles = ({ owns, decides, state }: Standing): boolean => owns || (state === 'submitted' && decides);
const decides = (standing: Standing): boolean => standing.decides;
const owns = (standing: Standing): boolean => standing.owns;

const rules: Record<ResourceAction, (standing: Standing) => boolean> = {
  read: (standing) => (standing.isOut ? standing.isOpen || standing.decides : handles(standing)),
  edit: (standing) => (standing.isOut ? standing.decides : handles(standing)),
  submit: owns,
  remove: owns,
  publish: (standing) => standing.decides && (standing.state !== 'draft' || standing.owns),
  'send-back': decides,
  retire: decides,
  restore: decides,
  /** Says that it was read again and still holds. */
  confirm: (standing) => standing.decides || (standing.owns && standing.isOpen),
};

/** Who may do what with a resource, in the state it is in. */
export function canResource(reader: Reader, action: ResourceAction, resource: ResourceStanding): boolean {
  const { state, ownerId } = resource;
  if (!(from[action]?.includes(state) ?? true)) return false;
  const isOut = state === 'published' || state === 'retired';
  return rules[action]({ state, isOut, owns: reader.personId !== null && reader.personId === ownerId, decides: validates(reader, resource), isOpen: isOpenTo(reader, resource) });
}

export interface DepositPlace {
  readonly networkId: string;
  readonly spaceId: string;
  readonly access: AccessLevel;
}

/** Whoever belongs to the place may propose something for it. */
export function canDeposit(reader: Reader, { networkId, spaceId, access }: DepositPlace): boolean {
  if (access === 'structure') return heldBy(reader, spaceId, 'lead', 'member');
  if (access === 'cohort') return reader.roles.some((held) => held.spaceId === spaceId && held.spaceKind === 'cohort' && held.role !== 'guest' && held.role !== 'sponsor');
  return spaceId === networkId && isOfNetwork(reader, networkId);
}
