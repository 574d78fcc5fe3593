import type { Tx } from '@cohorte/platform/server';
import { type FileProblem, type FileRemark, type FileRole, type FileState, type FileTypeKey, fileTypes, type ResourceCard, type ResourceFile, type ResourcePage } from '../../contract';

export interface FileRow {
  readonly id: string;
  readonly resourceId: string;
  readonly role: FileRole;
  /** Null as long as it waits to take the place of another. */
  readonly edition: number | null;
  readonly note: string;
  readonly imported: boolean;
  readonly name: string;
  readonly type: FileTypeKey | null;
  /** Bytes; a bigint of PostgreSQL comes as text. */
  readonly size: string;
  readonly sha256: string;
  readonly state: FileState;
  readonly problem: FileProblem | null;
  readonly remarks: FileRemark[];
  readonly hasThumbnail: boolean;
  readonly uploadedBy: string | null;
  readonly uploadedAt: Date;
  readonly pages: number;
}

/** The columns of a file `f`, named as the row names them. */
export const fileColumns = `f.id, f.resource_id AS "resourceId", f.role, f.edition, f.note, f.imported, f.name, f.type, f.size, f.sha256, f.state, f.problem, f.remarks, f.has_thumbnail AS "hasThumbnail",
  f.uploaded_by AS "uploadedBy", f.uploaded_at AS "uploadedAt", (SELECT count(*)::integer FROM library_page p WHERE p.file_id = f.id) AS pages`;

/** Every file of a resource, the newest first. */
export const filesOf = (tx: Tx, resourceId: string): Promise<FileRow[]> =>
  tx.query<FileRow[]>(`SELECT ${fileColumns} FROM library_file f WHERE f.resource_id = $1 ORDER BY f.edition DESC NULLS LAST, f.uploaded_at DESC, f.id DESC`, [resourceId]);

/** What several resources are read with at one version each, by resource, asked at once. */
export async function filesAt(tx: Tx, asked: readonly { readonly resourceId: string; readonly edition: number }[], role: FileRole = 'main'): Promise<Map<string, FileRow>> {
  const rows = asked.length === 0 ? [] : await tx.query<FileRow[]>(
    `SELECT ${fileColumns} FROM unnest($1::uuid[], $2::integer[]) AS a (resource_id, edition) CROSS JOIN LATERAL (
       SELECT * FROM library_file o WHERE o.resource_id = a.resource_id AND o.role = $3 AND o.edition <= a.edition ORDER BY o.edition DESC, o.uploaded_at DESC, o.id DESC LIMIT 1) f`,
    [asked.map(({ resourceId }) => resourceId), asked.map(({ edition }) => edition), role]);
  return new Map(rows.map((row) => [row.resourceId, row]));
}

/** Of the files of a resource, newest first, the one that a version is read with. */
export const fileOfEdition = (files: readonly FileRow[], edition: number, role: FileRole = 'main'): FileRow | null =>
  files.find((file) => file.role === role && file.edition !== null && file.edition <= edition) ?? null;

/** The one that waits to take its place, or was refused it. */
export const comingFile = (files: readonly FileRow[], role: FileRole = 'main'): FileRow | null => files.find((file) => file.role === role && file.edition === null) ?? null;

const toResourceFile = ({ id, name, type, size, state, problem, remarks, hasThumbnail, pages }: FileRow): ResourceFile => ({ id, name, type, size: Number(size), state, problem, remarks, hasThumbnail, pages });

/** Where the bytes of a file are kept. */
export const keysOfFile = (fileId: string) => ({ folder: `library/${fileId}`, source: `library/${fileId}/source`, thumbnail: `library/${fileId}/thumbnail.webp`, page: (number: number) => `library/${fileId}/page-${number}.webp` });

export type CardFiles = ReadonlyMap<string, ResourceCard['file']>;

/** What each resource of a list has to download now; one that waits to take the place of another is not told there. */
export async function cardFiles(tx: Tx, resourceIds: readonly string[]): Promise<CardFiles> {
  const rows = resourceIds.length === 0 ? [] : await tx.query<({ resourceId: string } & NonNullable<ResourceCard['file']>)[]>(
    `SELECT DISTINCT ON (f.resource_id) f.resource_id AS "resourceId", f.type, f.state, f.problem FROM library_file f
      WHERE f.resource_id = ANY ($1) AND f.role = 'main' AND f.edition IS NOT NULL ORDER BY f.resource_id, f.edition DESC, f.uploaded_at DESC, f.id DESC`, [resourceIds]);
  return new Map(rows.map(({ resourceId, type, state, problem }) => [resourceId, { type, state, problem }]));
}

/** What the page of a resource says of its files, as one version is read. */
export function filesOfPage(files: readonly FileRow[], edition: number, mayEdit: boolean): Pick<ResourcePage, 'file' | 'coming' | 'hasSubtitles' | 'transcript'> {
  const [file, coming] = [fileOfEdition(files, edition), mayEdit ? comingFile(files) : null];
  const spoken = spokenIn(files, edition);
  return {
    file: file && toResourceFile(file), coming: coming && toResourceFile(coming), hasSubtitles: fileOfEdition(files, edition, 'subtitles')?.type === 'vtt',
    transcript: spoken && { role: spoken.role, parts: spoken.pages },
  };
}

const isSubtitles = ({ type }: FileRow): boolean => type !== null && fileTypes[type].family === 'subtitles';

/** The subtitles of a version, beside its recording or alone. */
function spokenIn(files: readonly FileRow[], edition: number): FileRow | null {
  const file = [fileOfEdition(files, edition), fileOfEdition(files, edition, 'subtitles')].find((one) => one && isSubtitles(one));
  return file?.state === 'ready' && file.pages > 0 ? file : null;
}

/** The file whose text a version is found by: its document, else what is said in it. */
export function fileOfText(files: readonly FileRow[], edition: number): FileRow | null {
  const file = fileOfEdition(files, edition);
  return file && (file.state !== 'ready' || file.pages > 0) ? file : (spokenIn(files, edition) ?? file);
}

/** The name and size of what a version gives to download. */
export function fileOfVersion(files: readonly FileRow[], edition: number): { name: string; size: number } | null {
  const file = fileOfEdition(files, edition);
  return file && { name: file.name, size: Number(file.size) };
}
