import { identifier } from '@cohorte/platform/contract';
import * as z from 'zod';
import { fileTypeKeys } from './file-types';

/** `waiting`: not read yet, nobody can download it; `refused`: never given out. */
export const fileStates = ['waiting', 'ready', 'refused'] as const;
export type FileState = (typeof fileStates)[number];

/** Why a file is refused; each has its words. */
export const fileProblems = [
  'type-unknown', 'old-office', 'wrong-extension', 'corrupt', 'password', 'macro', 'script', 'polyglot', 'bomb', 'path-in-archive', 'too-long-to-read', 'too-heavy-to-read',
] as const;
export type FileProblem = (typeof fileProblems)[number];

/** What readers and depositors should know of a file that is given out all the same. */
export const fileRemarks = ['untagged', 'scanned', 'long', 'pictures-cut', 'active-content', 'attachments', 'no-preview'] as const;
export type FileRemark = (typeof fileRemarks)[number];

/** `main`: what the resource is; `subtitles`: of its video or recording. */
export const fileRoles = ['main', 'subtitles'] as const;
export type FileRole = (typeof fileRoles)[number];

export const resourceFile = z.object({
  id: identifier,
  name: z.string(),
  /** Null until it is known. */
  type: z.enum(fileTypeKeys).nullable(),
  /** Bytes. */
  size: z.int(),
  state: z.enum(fileStates),
  problem: z.enum(fileProblems).nullable(),
  remarks: z.array(z.enum(fileRemarks)),
  /** Pages, slides, sheets or parts with a text or a picture. */
  pages: z.int(),
  hasThumbnail: z.boolean(),
});
export type ResourceFile = z.output<typeof resourceFile>;

/** Of a page: its text, the size of its picture in pixels when there is one; of a transcript, when each line is said, in seconds. */
export const filePage = z.object({ number: z.int(), text: z.string(), picture: z.object({ width: z.int(), height: z.int() }).nullable(), starts: z.array(z.int()).nullable() });

/** What is said in a recording: by its subtitles, which may be all that the resource holds. */
export const transcript = z.object({ role: z.enum(fileRoles), parts: z.int() });
export type FilePage = z.output<typeof filePage>;
