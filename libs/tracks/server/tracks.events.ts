import { event } from '@cohorte/platform/server';
import * as z from 'zod';

export const cohortOpened = event('tracks.cohort-opened', z.object({ cohortId: z.uuid(), networkId: z.uuid() }));
export const stageChanged = event('tracks.stage-changed', z.object({ structureId: z.uuid(), stage: z.string() }));

/** A structure was taken in without a lead and an animator has said whom to invite. */
export const leadWanted = event('tracks.lead-wanted', z.object({ structureId: z.uuid(), email: z.string(), invitedBy: z.uuid() }));
