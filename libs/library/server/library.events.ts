import { event } from '@cohorte/platform/server';
import * as z from 'zod';

/** All bytes of a file have come: it waits to be read. */
export const fileArrived = event('library.file-arrived', z.object({ fileId: z.uuid() }));
