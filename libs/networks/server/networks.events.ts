import { event } from '@cohorte/platform/server';
import * as z from 'zod';

/** Roles of these people changed: open sockets must look again. */
export const membershipChanged = event('networks.membership-changed', z.object({ personIds: z.array(z.uuid()), spaceId: z.uuid() }));

export const leadReplaced = event(
  'networks.lead-replaced',
  z.object({ structureId: z.uuid(), newLeadId: z.uuid(), formerLeadId: z.uuid().nullable() }),
);

export const structureJoinedCohort = event('networks.structure-joined-cohort', z.object({ spaceId: z.uuid(), structureId: z.uuid() }));

export const structureLeftCohort = event('networks.structure-left-cohort', z.object({ spaceId: z.uuid(), structureId: z.uuid() }));

/** A letter has to leave; `sending` counts the letters of one invitation. */
export const invitationIssued = event('networks.invitation-issued', z.object({ invitationId: z.uuid(), sending: z.int() }));

export const invitationAccepted = event(
  'networks.invitation-accepted',
  z.object({ invitationId: z.uuid(), spaceId: z.uuid(), personId: z.uuid(), role: z.string() }),
);
