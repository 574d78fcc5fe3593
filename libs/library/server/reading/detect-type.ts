import { fileTypeFromFile } from 'file-type';
import { open, stat } from 'node:fs/promises';
import { type FileTypeKey, fileTypes, typeOfName } from '../../contract/file-types';
import { Refusal } from './reading';
import { ZipArchive } from './zip-archive';

/** Bytes at both ends where another format hides. */
const headBytes = 4_096;
const tailBytes = 66_000;

const byExtension: Record<string, FileTypeKey> = {
  pdf: 'pdf', png: 'png', jpg: 'jpeg', webp: 'webp', gif: 'gif', mp4: 'mp4', m4v: 'mp4', webm: 'webm', mkv: 'webm', mp3: 'mp3', m4a: 'm4a', ogg: 'ogg', oga: 'ogg', opus: 'ogg', ogv: 'ogg', vtt: 'vtt',
};
const zipped = new Set(['zip', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'docm', 'xlsm', 'pptm', 'dotx', 'xltx', 'potx', 'epub', 'jar']);
const plainTypes: readonly FileTypeKey[] = ['text', 'csv', 'vtt', 'srt', 'svg'];

interface Ends {
  readonly size: number;
  readonly head: Buffer;
  readonly tail: Buffer;
}

export interface Detected {
  readonly type: FileTypeKey;
  readonly archive: ZipArchive | null;
}

/** What a file is by its content; refused when that is not what its name says, or when it is two things at once. */
export async function detectType(path: string, name: string): Promise<Detected> {
  const ends = await endsOf(path);
  const named = typeOfName(name);
  const found = await fileTypeFromFile(path).catch(() => undefined);
  if (found?.ext === 'cfb') throw new Refusal((await holds(path, lockedStream)) ? 'password' : 'old-office');
  return zipped.has(found?.ext ?? '') || ends.head.subarray(0, 4).equals(zipHead) ? inArchive(path, named, ends) : byItself(found?.ext, named, ends);
}

function byItself(extension: string | undefined, named: FileTypeKey | null, ends: Ends): Detected {
  const type = typeOf(extension, named, ends);
  if (hidesAnother(ends, type)) throw new Refusal('polyglot');
  if (!type || type !== named) throw new Refusal('wrong-extension');
  return { type, archive: null };
}

const zipHead = Buffer.from('PK\x03\x04', 'latin1');
const zipEnd = Buffer.from('PK\x05\x06', 'latin1');
/** The stream in which Office keeps a document under a password. */
const lockedStream = Buffer.from('EncryptedPackage', 'utf16le');

async function inArchive(path: string, named: FileTypeKey | null, { size, head }: Ends): Promise<Detected> {
  if (!head.subarray(0, 2).equals(zipHead.subarray(0, 2)) || head.subarray(0, 1_024).includes('%PDF-')) throw new Refusal('polyglot');
  const archive = await ZipArchive.open(path, size);
  const type = await typeOfArchive(archive);
  if (type !== named) throw new Refusal('wrong-extension');
  return { type, archive };
}

async function typeOfArchive(archive: ZipArchive): Promise<FileTypeKey> {
  if (archive.has('word/document.xml')) return 'docx';
  if (archive.has('xl/workbook.xml')) return 'xlsx';
  if (archive.has('ppt/presentation.xml')) return 'pptx';
  const mime = (await archive.bytes('mimetype', 200).catch(() => null))?.toString('latin1').trim();
  return (['odt', 'ods', 'odp'] as const).find((key) => fileTypes[key].mime === mime) ?? 'zip';
}

function typeOf(extension: string | undefined, named: FileTypeKey | null, { head }: Ends): FileTypeKey | null {
  const known = extension && byExtension[extension];
  // A film in the container of sounds and the reverse: browsers play both.
  if (known) return known === 'mp4' && named === 'm4a' ? 'm4a' : known;
  return extension && extension !== 'xml' ? null : plainType(named, head);
}

/** Texts have no mark of their own: their name is believed as far as their beginning allows. */
function plainType(named: FileTypeKey | null, head: Buffer): FileTypeKey | null {
  if (!named || !plainTypes.includes(named) || head.includes(0)) return null;
  const isSubtitles = /^\uFEFF?WEBVTT/.test(head.toString('utf8'));
  return named === 'vtt' && !isSubtitles ? null : named;
}

/** Another format begins or ends inside: each program would see what it likes. */
function hidesAnother({ head, tail }: Ends, type: FileTypeKey | null): boolean {
  if (tail.lastIndexOf(zipEnd) >= 0 && plausibleEnd(tail)) return true;
  const at = head.subarray(0, 1_024).indexOf('%PDF-');
  if (type === 'pdf') return head.subarray(0, Math.max(at, 0)).toString('latin1').replace(/^\xef\xbb\xbf/, '').trim() !== '';
  if (at >= 0 && type !== 'text') return true;
  const isPicture = type !== null && fileTypes[type].family === 'image' && type !== 'svg';
  return isPicture && [head, tail].some((end) => /<script|<\?php|<html|<!doctype/i.test(end.toString('latin1')));
}

/** The end of a table of contents of an archive, with as many entries on this disk as in all. */
function plausibleEnd(tail: Buffer): boolean {
  const at = tail.lastIndexOf(zipEnd);
  return tail.length - at >= 22 && tail.readUInt16LE(at + 8) === tail.readUInt16LE(at + 10) && tail.readUInt16LE(at + 8) > 0;
}

async function endsOf(path: string): Promise<Ends> {
  const { size } = await stat(path);
  const file = await open(path);
  try {
    const part = async (from: number, length: number): Promise<Buffer> => (await file.read(Buffer.alloc(length), 0, length, from)).buffer;
    return { size, head: await part(0, Math.min(size, headBytes)), tail: await part(Math.max(0, size - tailBytes), Math.min(size, tailBytes)) };
  } finally {
    await file.close();
  }
}

async function holds(path: string, sought: Buffer): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2_000_000), 0, 2_000_000, 0);
    return buffer.subarray(0, bytesRead).includes(sought);
  } finally {
    await file.close();
  }
}
