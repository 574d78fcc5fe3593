import { endpoint, identifier } from '@cohorte/platform/contract';
import * as z from 'zod';
import { groupName, sectionId, shownCursors, timerAct, timerMinutes, workshopLimits, workshopSignal, workshopState } from './workshop';

const inDraft = { draftId: identifier };
const inGroup = { draftId: identifier, groupId: identifier };
const sectionIds = z.array(sectionId).max(workshopLimits.sectionsPerGroup);
const output = workshopState;
const base = '/drafts/:draftId/workshop';

export const startWorkshop = endpoint({ method: 'POST', path: base, summary: 'Begin a workshop in the draft, as its facilitator', input: z.strictObject(inDraft), output });

export const endWorkshop = endpoint({ method: 'POST', path: `${base}/end`, summary: 'End the workshop: locks are lifted, groups are kept for the next one', input: z.strictObject(inDraft), output });

export const setWorkshop = endpoint({
  method: 'PATCH',
  path: base,
  summary: 'Whether the others follow the facilitator, and whose cursors they see',
  input: z.strictObject({ ...inDraft, following: z.boolean().optional(), cursors: shownCursors.optional() }),
  output,
});

export const handOverWorkshop = endpoint({
  method: 'POST',
  path: `${base}/facilitator`,
  summary: 'Hand the workshop over to someone who may write in the draft',
  input: z.strictObject({ ...inDraft, personId: identifier }),
  output,
});

export const callWorkshop = endpoint({ method: 'POST', path: `${base}/call`, summary: 'Bring everyone to a section', input: z.strictObject({ ...inDraft, sectionId }), output });

export const timeWorkshop = endpoint({
  method: 'POST',
  path: `${base}/timer`,
  summary: 'Start, hold, resume, lengthen or take away the timer',
  input: z.strictObject({ ...inDraft, act: timerAct, minutes: timerMinutes.optional() })
    .refine((input) => input.minutes !== undefined || (input.act !== 'start' && input.act !== 'add'), { path: ['minutes'], message: 'required' }),
  output,
});

export const addWorkshopGroup = endpoint({
  method: 'POST',
  path: `${base}/groups`,
  summary: 'Add a group, with the sections it writes',
  input: z.strictObject({ ...inDraft, name: groupName, sectionIds: sectionIds.optional() }),
  output,
});

export const changeWorkshopGroup = endpoint({
  method: 'PATCH',
  path: `${base}/groups/:groupId`,
  summary: 'Rename a group, or give it other sections',
  input: z.strictObject({ ...inGroup, name: groupName.optional(), sectionIds: sectionIds.optional() }),
  output,
});

export const removeWorkshopGroup = endpoint({ method: 'DELETE', path: `${base}/groups/:groupId`, summary: 'Take a group away', input: z.strictObject(inGroup), output });

export const finishWorkshopGroup = endpoint({
  method: 'PUT',
  path: `${base}/groups/:groupId/done`,
  summary: 'Signal that a group has finished, or not yet',
  input: z.strictObject({ ...inGroup, done: z.boolean() }),
  output,
});

export const seatInWorkshop = endpoint({
  method: 'PUT',
  path: `${base}/people/:personId`,
  summary: 'Seat a person at a group, oneself or anyone when facilitating; null takes them out',
  input: z.strictObject({ ...inDraft, personId: identifier, groupId: identifier.nullable() }),
  output,
});

export const shareOutWorkshop = endpoint({
  method: 'POST',
  path: `${base}/shares`,
  summary: 'Share out these people among the groups, evenly; those who have a group keep it',
  input: z.strictObject({ ...inDraft, personIds: z.array(identifier).max(500) }),
  output,
});

export const lockSection = endpoint({ method: 'PUT', path: `${base}/locks/:sectionId`, summary: 'Keep a section still while it is read aloud', input: z.strictObject({ ...inDraft, sectionId }), output });

export const unlockSection = endpoint({ method: 'DELETE', path: `${base}/locks/:sectionId`, summary: 'Let a section be written again', input: z.strictObject({ ...inDraft, sectionId }), output });

export const listWorkshopSignals = endpoint({
  method: 'GET',
  path: `${base}/signals`,
  summary: 'What was signalled in the workshops of this draft, latest first',
  input: z.strictObject(inDraft),
  output: z.object({ signals: z.array(workshopSignal) }),
});
