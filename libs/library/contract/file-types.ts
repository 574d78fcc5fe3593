/** What a file holds, whatever its extension says. */
export type FileFamily = 'text' | 'sheet' | 'slides' | 'image' | 'video' | 'audio' | 'subtitles' | 'archive';

export interface FileType {
  readonly mime: string;
  /** Without the dot; the first is the usual one. */
  readonly extensions: readonly string[];
  readonly family: FileFamily;
  /** A browser may show it in its own page: never what can hold scripts of ours (HTML, SVG). */
  readonly isShown: boolean;
}

const office = 'application/vnd.openxmlformats-officedocument';
const open = 'application/vnd.oasis.opendocument';

/** Every type that is taken in. */
export const fileTypes = {
  pdf: { mime: 'application/pdf', extensions: ['pdf'], family: 'text', isShown: true },
  docx: { mime: `${office}.wordprocessingml.document`, extensions: ['docx'], family: 'text', isShown: false },
  odt: { mime: `${open}.text`, extensions: ['odt'], family: 'text', isShown: false },
  xlsx: { mime: `${office}.spreadsheetml.sheet`, extensions: ['xlsx'], family: 'sheet', isShown: false },
  ods: { mime: `${open}.spreadsheet`, extensions: ['ods'], family: 'sheet', isShown: false },
  pptx: { mime: `${office}.presentationml.presentation`, extensions: ['pptx'], family: 'slides', isShown: false },
  odp: { mime: `${open}.presentation`, extensions: ['odp'], family: 'slides', isShown: false },
  text: { mime: 'text/plain', extensions: ['txt', 'md'], family: 'text', isShown: false },
  csv: { mime: 'text/csv', extensions: ['csv'], family: 'sheet', isShown: false },
  vtt: { mime: 'text/vtt', extensions: ['vtt'], family: 'subtitles', isShown: true },
  srt: { mime: 'application/x-subrip', extensions: ['srt'], family: 'subtitles', isShown: false },
  png: { mime: 'image/png', extensions: ['png'], family: 'image', isShown: true },
  jpeg: { mime: 'image/jpeg', extensions: ['jpg', 'jpeg'], family: 'image', isShown: true },
  webp: { mime: 'image/webp', extensions: ['webp'], family: 'image', isShown: true },
  gif: { mime: 'image/gif', extensions: ['gif'], family: 'image', isShown: true },
  svg: { mime: 'image/svg+xml', extensions: ['svg'], family: 'image', isShown: false },
  mp4: { mime: 'video/mp4', extensions: ['mp4', 'm4v'], family: 'video', isShown: true },
  webm: { mime: 'video/webm', extensions: ['webm'], family: 'video', isShown: true },
  mp3: { mime: 'audio/mpeg', extensions: ['mp3'], family: 'audio', isShown: true },
  m4a: { mime: 'audio/mp4', extensions: ['m4a'], family: 'audio', isShown: true },
  ogg: { mime: 'audio/ogg', extensions: ['ogg', 'oga', 'opus'], family: 'audio', isShown: true },
  zip: { mime: 'application/zip', extensions: ['zip'], family: 'archive', isShown: false },
} as const satisfies Record<string, FileType>;

export type FileTypeKey = keyof typeof fileTypes;
export const fileTypeKeys = Object.keys(fileTypes) as [FileTypeKey, ...FileTypeKey[]];

/** What a name promises, or null when files of that extension are not taken. */
export function typeOfName(name: string): FileTypeKey | null {
  const extension = /\.([^.]{1,10})$/.exec(name.toLowerCase())?.[1] ?? '';
  return fileTypeKeys.find((key) => (fileTypes[key].extensions as readonly string[]).includes(extension)) ?? null;
}

/** The nature that a type suggests, for who does not say it. */
const forms: Record<FileFamily, string> = { text: 'guide', sheet: 'worksheet', slides: 'slides', image: 'map', video: 'replay', audio: 'replay', subtitles: 'replay', archive: 'collection' };
export const formOfType = (type: FileTypeKey): string => forms[fileTypes[type].family];
