import type { fileProblemsFr } from './file-problems.fr';

export const fileProblemsEn: typeof fileProblemsFr = {
  'type-unknown': 'Files of this type are not taken. Save it as PDF or in a common office format, then deposit it again.',
  'old-office': 'This file is in an old format (.doc, .xls, .ppt). Save it as .docx, .xlsx, .pptx or PDF, then deposit it again.',
  'wrong-extension': 'What this file holds does not go with its name. Give it the right extension, then deposit it again.',
  corrupt: 'This file is damaged or incomplete. Open it on your computer, save it again, then deposit it anew.',
  password: 'This file is protected by a password. Remove the protection, then deposit it again.',
  macro: 'This file holds macros. Save it without macros (.docx, .xlsx, .pptx), then deposit it again.',
  script: 'This file holds a program that could run when it is opened. Export it as PDF or as a picture, then deposit it again.',
  polyglot: 'This file reads as two types at once: it is not kept. Export it again from the software it comes from.',
  bomb: 'Opened, this file would take a huge amount of room. Make it lighter (pictures, empty sheets), then deposit it again.',
  'path-in-archive': 'The names stored in this file lead out of its folder. Make it again with your usual software, then deposit it again.',
  'too-long-to-read': 'Reading this file took too long. Make it lighter or split it, then deposit it again.',
  'too-heavy-to-read': 'Reading this file needs too much memory. Make it lighter or split it, then deposit it again.',
};
