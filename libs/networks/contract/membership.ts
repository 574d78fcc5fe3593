import * as z from 'zod';
import { identifier } from '@cohorte/platform/contract';
import { type MemberRole, memberRoles, type SpaceKind } from './actor';

/** A person in a space. */
export const memberCard = z.object({
  membershipId: identifier,
  personId: identifier,
  /** Null once the person has erased their account. */
  name: z.string().nullable(),
  function: z.string().nullable(),
  role: z.enum(memberRoles),
  since: z.iso.datetime(),
  /** This is the reader. */
  isMe: z.boolean(),
});
export type MemberCard = z.output<typeof memberCard>;

/** What happens to the one who led a structure when someone else takes over. */
export const formerLeadFates = ['member', 'leaves'] as const;
export type FormerLeadFate = (typeof formerLeadFates)[number];

/** Roles of which a space keeps one holder at least, and the error that says so. */
const keepers: Partial<Record<MemberRole, string>> = { animator: 'networks.last-animator', lead: 'networks.last-lead' };

export interface Departure {
  readonly role: MemberRole;
  /** Holders of that role left in the space besides the one who goes. */
  readonly others: number;
  /** The one who decides is an animator of the network, who can name another lead afterwards. */
  readonly byAnimator: boolean;
}

/** Why someone cannot leave a role now, or null: a network is never without animator, and a lead hands over before going. */
export function whyNotLeave(departure: Departure): string | null {
  const code = keepers[departure.role];
  if (!code || departure.others > 0) return null;
  return departure.role === 'lead' && departure.byAnimator ? null : code;
}

/** A space has as many holders of a role as needed, except the one lead of a structure. */
export const isSingleRole = (kind: SpaceKind, role: MemberRole): boolean => kind === 'structure' && role === 'lead';
