import { identifier } from '@cohorte/platform/contract';
import * as z from 'zod';
import { noticeKind, noticeThings } from './notice-kind';

/** One line of the bell: what happened, to what, and where it leads. */
export const notice = z.object({
  id: identifier,
  kind: noticeKind,
  about: z.enum(noticeThings),
  aboutId: identifier,
  /** Name of the meeting or of the poll, as it is called now. */
  title: z.string(),
  /** When the meeting begins, or when the poll ends. */
  when: z.iso.datetime().nullable(),
  /** The named zone `when` is said in. */
  zone: z.string(),
  /** Where it leads, within Cohorte. */
  path: z.string(),
  /** The address that refuses letters, for those who run the meeting. */
  address: z.string().nullable(),
  at: z.iso.datetime(),
  isRead: z.boolean(),
});
export type Notice = z.output<typeof notice>;

/** How many unread notices are counted; beyond, it is «99+». */
export const countedUpTo = 99;
