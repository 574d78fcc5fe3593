import { AppError } from '@cohorte/platform/contract';
import { type FileRole, fileTypes, typeOfName } from '../../contract';

const oldOffice = /\.(doc|xls|ppt|dot|xlt|pot)$/i;
const withMacros = /\.(docm|dotm|xlsm|xltm|xlsb|pptm|potm|ppsm)$/i;

interface Announced {
  /** As `harmlessName` leaves it. */
  readonly name: string;
  readonly role: FileRole;
  readonly size: number;
}

/** Why a file is refused before its first byte, by its name and size; null when it may come. */
export function whyNotTaken({ name, role, size }: Announced, maxBytes: number): AppError | null {
  const type = typeOfName(name);
  if (size === 0) return new AppError('bad-input', 'library.file-empty');
  if (size > maxBytes) return new AppError('too-large', 'library.file-too-large', { maxMegabytes: maxBytes / 1_000_000 });
  if (oldOffice.test(name)) return new AppError('unsupported-type', 'library.file-old-office');
  if (withMacros.test(name)) return new AppError('unsupported-type', 'library.file-with-macros');
  const isTaken = type !== null && (role === 'main' || fileTypes[type].family === 'subtitles');
  return isTaken ? null : new AppError('unsupported-type', 'library.file-type-unknown');
}
