import { event } from '@cohorte/platform/server';
import * as z from 'zod';

/** All bytes of a file have come: it waits to be read. */
export const fileArrived = event('library.file-arrived', z.object({ fileId: z.uuid() }));
const resource = z.object({ resourceId: z.uuid() });

/** Proposed by its depositor: whoever decides is told. */
export const resourceSubmitted = event('library.resource-submitted', resource);
/** A proposal was published, or given back with a word: its depositor is told. */
export const resourceDecided = event('library.resource-decided', resource.extend({ by: z.uuid(), outcome: z.enum(['published', 'returned']) }));
/** Readers have a new version: those who asked are told. */
export const resourceRenewed = event('library.resource-renewed', resource.extend({ edition: z.int(), by: z.uuid().nullable() }));
/** It was retired: those who asked to be told of it are. */
export const resourceRetired = event('library.resource-retired', resource.extend({ by: z.uuid() }));
/** Its review date comes within thirty days, or has been brought nearer: told once for each date. */
export const resourceReviewNear = event('library.resource-review-near', resource.extend({ reviewOn: z.iso.date() }));
