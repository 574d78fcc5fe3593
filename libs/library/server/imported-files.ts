import { type AnnouncedFile, harmlessName, type ImportedFile } from '../contract';
import { comingFile, fileOfEdition, type FileRow } from './files/file-row';
import { whyNotTaken } from './files/why-not-taken';

/** Where the file of a role stands: the one that is read, the one that waits to take its place. */
const standing = (there: readonly FileRow[], role: AnnouncedFile['role']): FileRow[] =>
  [comingFile(there, role), fileOfEdition(there, Number.MAX_SAFE_INTEGER, role)].filter((file) => file !== null);

function planFile({ role, name, size, sha256 }: AnnouncedFile, there: readonly FileRow[], maxBytes: number): ImportedFile {
  const kept = { role, name: harmlessName(name), state: null, problem: null };
  const refused = (code: string): ImportedFile => ({ ...kept, outcome: 'refused', problem: { code, details: { maxMegabytes: maxBytes / 1_000_000 } } });
  const refusal = whyNotTaken({ ...kept, size }, maxBytes);
  if (refusal) return refused(refusal.code);
  const files = standing(there, role);
  const same = files.find((file) => file.sha256 === sha256);
  if (same?.state === 'refused') return { ...refused('library.file-refused'), state: 'refused' };
  if (same) return { ...kept, outcome: 'same', state: same.state };
  return { ...kept, outcome: files.length > 0 ? 'version' : 'new' };
}

/** What the files of one line would do beside those its resource has; a resource has one file of each role. */
export function planFiles(announced: readonly AnnouncedFile[], there: readonly FileRow[], maxBytes: number): ImportedFile[] {
  return announced.map((file, at) => {
    const isSecond = announced.slice(0, at).some(({ role }) => role === file.role);
    const planned = planFile(file, there, maxBytes);
    return isSecond ? { ...planned, outcome: 'refused', state: null, problem: { code: 'library.one-file-each', details: { maxMegabytes: maxBytes / 1_000_000 } } } : planned;
  });
}
