import { job } from '@cohorte/platform/server';
import * as z from 'zod';

export const sendInvitation = job('networks.send-invitation', z.object({ invitationId: z.uuid(), sending: z.int() }));
