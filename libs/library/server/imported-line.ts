import { type AnnouncedFile, distinctTags, type ImportedLine, type ResourceFields, whyNotPublish } from '../contract';
import { fileOfEdition, type FileRow } from './files/file-row';
import { planFiles } from './imported-files';
import { fieldsOf, writtenFields } from './resource-row';
import type { ResourceEntity } from './resource.entity';

/** What a line would do: to what is there already, if anything. */
export interface PlannedLine extends Pick<ImportedLine, 'outcome' | 'end' | 'reason' | 'files'> {
  readonly existing: ResourceEntity | undefined;
  readonly resourceId: string | null;
}

interface Considered {
  readonly wanted: ResourceFields;
  readonly existing: ResourceEntity | undefined;
  readonly there: readonly FileRow[];
  readonly announced: readonly AnnouncedFile[];
  readonly maxBytes: number;
}

export const refusedLine = (reason: string | null): PlannedLine => ({ outcome: 'refused', end: null, reason, files: [], existing: undefined, resourceId: null });

/** What a line and its files would do; a resource whose only content is its file waits for it as a draft. */
export function planLine({ wanted, existing, there, announced, maxBytes }: Considered): PlannedLine {
  const files = planFiles(announced, there, maxBytes);
  const stands = existing ? fileOfEdition(there, existing.edition) : null;
  const filed: Filed = { stands: stands?.state === 'refused' ? null : stands, comes: files.some(({ role, outcome }) => role === 'main' && (outcome === 'new' || outcome === 'version')) };
  if (!existing) return { outcome: 'new', ...endOf(wanted, null, filed), files, existing, resourceId: null };
  const isDraft = existing.state === 'draft';
  const problem = isDraft ? null : whyNotStay(wanted, filed);
  if (problem) return refusedLine(`library.${problem}`);
  return { outcome: outcomeOver(existing, wanted), ...(isDraft ? endOf(wanted, existing, filed) : { end: null, reason: null }), files, existing, resourceId: existing.id };
}

interface Filed {
  readonly stands: FileRow | null;
  /** Another is sent after the table. */
  readonly comes: boolean;
}

/** What readers have must hold at each moment: before its file comes, and after. */
const whyNotStay = (wanted: ResourceFields, { stands, comes }: Filed): string | null =>
  whyNotPublish({ ...wanted, hasFile: stands !== null }) ?? (comes ? whyNotPublish({ ...wanted, hasFile: true }) : null);

/** What a draft will be. One that was there is its owner's to publish, unless it only waits for its file. */
function endOf(wanted: ResourceFields, existing: ResourceEntity | null, filed: Filed): Pick<PlannedLine, 'end' | 'reason'> {
  const problem = whyNotPublish({ ...wanted, hasFile: filed.comes || filed.stands !== null });
  if (problem) return { end: 'draft', reason: `library.${problem}` };
  const isBare = whyNotPublish({ ...wanted, hasFile: false }) !== null;
  if (!existing && !isBare) return { end: 'published', reason: null };
  return { end: waits(isBare, existing?.awaitsFile ?? false, filed) ? 'once-read' : 'draft', reason: null };
}

const waits = (isBare: boolean, awaitsFile: boolean, { stands, comes }: Filed): boolean => (comes ? isBare || awaitsFile : awaitsFile && stands?.state === 'waiting');

const outcomeOver = (existing: ResourceEntity, wanted: ResourceFields): 'same' | 'changed' => (same(spelledAnyhow(fieldsOf(existing)), spelledAnyhow(kept(wanted))) ? 'same' : 'changed');

/** The network spells a tag as it was written first, whatever the table says. */
const spelledAnyhow = (fields: ResourceFields): ResourceFields => ({ ...fields, tags: [...distinctTags(fields.tags).keys()] });

/** As it would be written: a value said twice in a cell changes nothing. */
function kept(wanted: ResourceFields): ResourceFields {
  const { kind: _, ...fields } = writtenFields(wanted);
  return fields;
}

/** The same whatever the order in which fields are written. */
function same(a: ResourceFields, b: ResourceFields): boolean {
  const sorted = (fields: object): unknown => Object.entries(fields).toSorted(([one], [two]) => (one < two ? -1 : 1)).map(([name, value]) => [name, name === 'clause' && value ? sorted(value as object) : (value as unknown)]);
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}
