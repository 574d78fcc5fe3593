import { endpoint, identifier, nothing, shortText } from '@cohorte/platform/contract';
import * as z from 'zod';
import { reason, selectedMost, toolboxCard, toolboxFields, toolboxPage } from './toolbox';
import { useFacts } from './use-facts';

const reference = z.string().regex(/^[a-z0-9][a-z0-9-]{1,119}$/);
const written = z.object({ id: identifier, slug: z.string() });
const toolboxId = identifier;

export const listToolboxes = endpoint({
  method: 'GET', path: '/library/toolboxes', access: 'public', summary: 'Toolboxes the reader may open, and where they may make one',
  input: z.strictObject({}),
  output: z.object({ toolboxes: z.array(toolboxCard), places: z.array(z.object({ spaceId: identifier, name: z.string(), isCohort: z.boolean() })) }),
});

export const openToolbox = endpoint({
  method: 'GET', path: '/library/toolboxes/:ref', access: 'public', summary: 'A toolbox: its introduction, its resources in order and why each, what is nominated',
  input: z.strictObject({ ref: reference, snapshot: identifier.optional() }), output: toolboxPage,
});

export const makeToolbox = endpoint({
  method: 'POST', path: '/library/toolboxes', summary: 'Begin a toolbox in a network or a cohort',
  input: z.strictObject({ requestId: identifier, spaceId: identifier, ...toolboxFields.shape }), output: written,
});

export const editToolbox = endpoint({
  method: 'PUT', path: '/library/toolboxes/:toolboxId', summary: 'Change the words of a toolbox, and whom it is for',
  input: z.strictObject({ toolboxId, version: z.int().min(1), ...toolboxFields.shape }), output: nothing,
});

export const nominateResource = endpoint({
  method: 'POST', path: '/library/toolboxes/:toolboxId/nominations', summary: 'Nominate a resource, saying why it is useful',
  input: z.strictObject({ toolboxId, resourceId: identifier, reason }), output: nothing,
});

export const withdrawNomination = endpoint({
  method: 'DELETE', path: '/library/toolboxes/:toolboxId/nominations/:resourceId', summary: 'Take a nomination back', input: z.strictObject({ toolboxId, resourceId: identifier }), output: nothing,
});

export const stateUse = endpoint({
  method: 'PUT', path: '/library/toolboxes/:toolboxId/uses/:resourceId', summary: 'State, for a structure, what it does with a resource; nothing takes it back',
  input: z.strictObject({ toolboxId, resourceId: identifier, structureId: identifier, fact: z.enum(useFacts).nullable() }), output: nothing,
});

export const selectResources = endpoint({
  method: 'PUT', path: '/library/toolboxes/:toolboxId/selection', summary: 'The selection of a toolbox, in its order, each with its reason',
  input: z.strictObject({ toolboxId, version: z.int().min(1), items: z.array(z.strictObject({ resourceId: identifier, reason })).max(selectedMost) }), output: nothing,
});

const run = z.strictObject({ toolboxId, version: z.int().min(1) });
export const publishToolbox = endpoint({ method: 'POST', path: '/library/toolboxes/:toolboxId/publication', summary: 'Publish a toolbox', input: run, output: nothing });
export const withdrawToolbox = endpoint({ method: 'POST', path: '/library/toolboxes/:toolboxId/withdrawal', summary: 'Take a toolbox back from its readers', input: run, output: nothing });
export const keepSnapshot = endpoint({
  method: 'POST', path: '/library/toolboxes/:toolboxId/snapshots', summary: 'Keep the selection as it stands, under a name', input: z.strictObject({ toolboxId, title: shortText(120, 3) }), output: z.object({ id: identifier }),
});
