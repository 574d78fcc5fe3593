import { identifier } from '@cohorte/platform/contract';
import * as z from 'zod';

/** `meeting`: dated; `poll`: one slot of a poll not decided yet; `holiday`: nobody works that day. */
export const agendaKinds = ['meeting', 'poll', 'holiday'] as const;

/** `registered` takes part; `tentative` may; `declined` said no; `other` is shown because the person may know of it. */
export const agendaStandings = ['registered', 'tentative', 'declined', 'other'] as const;

/** One line of someone's agenda. */
export const agendaEntry = z.object({
  id: z.string().max(100),
  kind: z.enum(agendaKinds),
  title: z.string(),
  /** The cohort or the network it belongs to. */
  spaceId: identifier.nullable(),
  spaceName: z.string(),
  startsAt: z.iso.datetime(),
  minutes: z.int(),
  allDay: z.boolean(),
  zone: z.string(),
  standing: z.enum(agendaStandings),
  cancelled: z.boolean(),
  /** Where it lives in the application; null for a holiday. */
  path: z.string().nullable(),
});
export type AgendaEntry = z.output<typeof agendaEntry>;
