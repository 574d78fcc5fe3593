import { event } from '@cohorte/platform/server';
import * as z from 'zod';
import { grantableRight } from '../contract';

/** Someone, or a structure, was invited into a draft. */
export const draftShared = event(
  'drafts.draft-shared',
  z.object({ draftId: z.uuid(), title: z.string(), personId: z.uuid().nullable(), spaceId: z.uuid().nullable(), right: grantableRight, byPersonId: z.uuid() }),
);
