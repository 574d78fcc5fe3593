import { titleOfName, typeOfName } from '@cohorte/library/contract';
import { newRequestId } from '../new-request-id';
import { formOfName } from './form-of-name';

/** Why a file stays here, known before a byte is sent: the code the server would answer. */
export interface Unfit {
  readonly code: 'file-empty' | 'file-too-large' | 'file-old-office' | 'file-with-macros' | 'file-type-unknown';
  readonly details: Readonly<Record<string, unknown>>;
}

/** A file somebody chose, as this page knows it; without its bytes after a reload. */
export interface LocalFile {
  /** Names it at the server too. */
  readonly requestId: string;
  readonly file: File | null;
  readonly name: string;
  readonly size: number;
  /** The same file chosen again is known by it. */
  readonly print: string;
  readonly unfit: Unfit | null;
  title: string;
  form: string;
  /** Its nature was said for this file, not guessed. */
  isFormSaid: boolean;
  /** Where its bytes arrive, once the server has said it. */
  url: string | null;
}

export const printOf = ({ name, size, lastModified }: Pick<File, 'name' | 'size' | 'lastModified'>): string => `${name.normalize('NFC')}|${size}|${lastModified}`;

/** Folders dropped with their files bring these along. */
const leftOut = new Set(['.ds_store', 'thumbs.db', 'desktop.ini']);

const unfit = (code: Unfit['code'], details: Unfit['details'] = {}): Unfit => ({ code, details });

function whyUnfit({ name, size }: File, maxBytes: number): Unfit | null {
  if (size === 0) return unfit('file-empty');
  if (size > maxBytes) return unfit('file-too-large', { maxMegabytes: Math.floor(maxBytes / 1_000_000) });
  if (typeOfName(name)) return null;
  if (/\.(doc|dot|xls|xlt|ppt|pot|pps)$/i.test(name)) return unfit('file-old-office');
  return unfit(/\.(doc|dot|xls|xlt|xla|ppt|pot|pps)m$/i.test(name) ? 'file-with-macros' : 'file-type-unknown');
}

/** What somebody dropped, without what is there already and without what a system left in the folder. */
export function pickFiles(dropped: readonly File[], there: readonly LocalFile[], maxBytes: number): LocalFile[] {
  const prints = new Set(there.map(({ print }) => print));
  return dropped.flatMap((file) => {
    const print = printOf(file);
    if (prints.has(print) || leftOut.has(file.name.toLowerCase())) return [];
    prints.add(print);
    const { name, size } = file;
    return [{ requestId: newRequestId(), file, name, size, print, unfit: whyUnfit(file, maxBytes), title: titleOfName(name), form: formOfName(name), isFormSaid: false, url: null }];
  });
}
