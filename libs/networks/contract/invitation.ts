import * as z from 'zod';
import { identifier } from '@cohorte/platform/contract';
import { memberRoles, spaceKinds } from './actor';

/** Days an invitation stays good: two weeks cover a holiday, and a mailbox found later proves less. */
export const invitationDays = 14;

const dayMs = 86_400_000;
export const expiryFrom = (now: Date): Date => new Date(now.getTime() + invitationDays * dayMs);

export const invitationStates = ['pending', 'expired', 'revoked', 'accepted'] as const;
export type InvitationState = (typeof invitationStates)[number];

export interface InvitationTimes {
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly acceptedAt: Date | null;
}

export function stateOf(invitation: InvitationTimes, now: Date): InvitationState {
  if (invitation.acceptedAt) return 'accepted';
  if (invitation.revokedAt) return 'revoked';
  return invitation.expiresAt <= now ? 'expired' : 'pending';
}

/** The error each state but `pending` answers with when its link is followed. */
export const errorOfState: Record<Exclude<InvitationState, 'pending'>, string> = {
  expired: 'networks.invitation-expired',
  revoked: 'networks.invitation-revoked',
  accepted: 'networks.invitation-used',
};

/** 256 bits in base64url. */
export const invitationToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** An invitation as those who may invite see it. */
export const invitationCard = z.object({
  id: identifier,
  email: z.string(),
  role: z.enum(memberRoles),
  state: z.enum(invitationStates),
  invitedBy: z.string().nullable(),
  expiresAt: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable(),
  sendings: z.int(),
});
export type InvitationCard = z.output<typeof invitationCard>;

/** What the one who follows the link reads before accepting; nothing is consumed. */
export const invitationView = z.object({
  spaceKind: z.enum(spaceKinds),
  spaceName: z.string(),
  role: z.enum(memberRoles),
  invitedBy: z.string().nullable(),
  email: z.string(),
  expiresAt: z.iso.datetime(),
  /** False when the address already has an account: no name is asked. */
  needsName: z.boolean(),
});
export type InvitationView = z.output<typeof invitationView>;
