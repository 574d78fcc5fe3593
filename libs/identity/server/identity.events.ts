import { event } from '@cohorte/platform/server';
import * as z from 'zod';

/** The account is gone; what the person contributed stays, without a name. Others forget their own personal data. */
export const personErased = event('identity.person-erased', z.object({ personId: z.uuid() }));
