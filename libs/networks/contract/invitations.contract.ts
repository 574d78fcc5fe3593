import * as z from 'zod';
import { emailAddress, endpoint, identifier, language, nothing, shortText } from '@cohorte/platform/contract';
import { memberRoles, spaceKinds } from './actor';
import { invitationCard, invitationToken, invitationView } from './invitation';
import { formerLeadFates } from './membership';

export const inviteInput = z.strictObject({
  spaceId: identifier,
  email: emailAddress,
  role: z.enum(memberRoles),
  language: language.default('fr'),
  /** Some words of the one who invites, printed in the letter. */
  note: shortText(500).nullable().default(null),
  /** Needed to invite the lead of a structure that has one: what the present lead becomes when the invitation is accepted. */
  formerLead: z.enum(formerLeadFates).nullable().default(null),
});

export const invite = endpoint({
  method: 'POST',
  path: '/spaces/:spaceId/invitations',
  summary: 'Invite someone by mail to a network, a structure or a cohort',
  input: inviteInput,
  output: invitationCard,
});

export const listInvitations = endpoint({
  method: 'GET',
  path: '/spaces/:spaceId/invitations',
  summary: 'Invitations of a space that wait for an answer or have expired',
  input: z.strictObject({ spaceId: identifier }),
  output: z.object({ invitations: z.array(invitationCard) }),
});

export const resendInvitation = endpoint({
  method: 'POST',
  path: '/sent-invitations/:invitationId/resending',
  summary: 'Send an invitation again with a new link; the former link is dead',
  input: z.strictObject({ invitationId: identifier }),
  output: invitationCard,
});

export const revokeInvitation = endpoint({
  method: 'DELETE',
  path: '/sent-invitations/:invitationId',
  summary: 'Withdraw an invitation',
  input: z.strictObject({ invitationId: identifier }),
  output: nothing,
});

export const restoreInvitation = endpoint({
  method: 'POST',
  path: '/sent-invitations/:invitationId/restoration',
  summary: 'Take back a withdrawal made by mistake: the link works again',
  input: z.strictObject({ invitationId: identifier }),
  output: invitationCard,
});

export const viewInvitation = endpoint({
  method: 'GET',
  path: '/invitations/:token',
  access: 'public',
  summary: 'Who invites to what; consumes nothing',
  input: z.strictObject({ token: invitationToken }),
  output: invitationView,
});

export const acceptInvitation = endpoint({
  method: 'POST',
  path: '/invitations/:token/acceptance',
  access: 'public',
  summary: 'Accept an invitation; the link proves the mailbox, so a newcomer gets an account and a session',
  input: z.strictObject({ token: invitationToken, name: shortText(120, 2).optional() }),
  output: z.object({
    spaceId: identifier,
    spaceKind: z.enum(spaceKinds),
    /** False when a second factor or a code is still needed: the person signs in, the membership is already there. */
    signedIn: z.boolean(),
  }),
});
