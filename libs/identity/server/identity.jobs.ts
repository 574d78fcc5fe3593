import { job } from '@cohorte/platform/server';
import * as z from 'zod';

/** Makes and mails a sign-in code; the code never lies in the queue. */
export const sendCode = job('identity.send-code', z.object({ requestId: z.uuid() }), { attempts: 6 });
