/** What may be attached to a meeting: the name's ending, its type, and the first bytes such a file really has. */
const zip = [0x50, 0x4b, 0x03, 0x04];
const kinds: Readonly<Record<string, { readonly type: string; readonly begins: readonly number[] }>> = {
  pdf: { type: 'application/pdf', begins: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', begins: zip },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', begins: zip },
  pptx: { type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', begins: zip },
  odt: { type: 'application/vnd.oasis.opendocument.text', begins: zip },
  ods: { type: 'application/vnd.oasis.opendocument.spreadsheet', begins: zip },
  odp: { type: 'application/vnd.oasis.opendocument.presentation', begins: zip },
  png: { type: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47] },
  jpg: { type: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
  jpeg: { type: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
};

export const meetingFileEndings = Object.keys(kinds);

/** The type its name and its content agree on, or nothing. */
export function meetingFileType(name: string, bytes: Uint8Array): string | undefined {
  const kind = kinds[name.split('.').at(-1)?.toLowerCase() ?? ''];
  return kind?.begins.every((byte, place) => bytes[place] === byte) ? kind.type : undefined;
}
