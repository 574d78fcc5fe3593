import type { DepositedFile } from '@cohorte/library/contract';
import type { KnownFile } from './known-files';
import type { LocalFile } from './local-file';
import type { QueuedFile } from './upload-queue';

/** Where one file of a deposit stands, from the choice of it to its publication. */
export type RowState =
  | 'unfit' | 'chosen' | 'absent' | 'waiting' | 'sending' | 'paused' | 'failed' | 'denied'
  | 'reading' | 'refused' | 'decide' | 'incomplete' | 'complete' | 'submitted' | 'published' | 'dropped';

/** A file of a deposit as its line shows it. */
export interface DepositRow {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly title: string;
  readonly form: string;
  readonly state: RowState;
  readonly sent: number;
  /** The code of what stands against it, and what its sentence needs. */
  readonly problem: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly deposited: DepositedFile | null;
  /** The library has it already, as was seen before it was sent. */
  readonly known: KnownFile | null;
  /** Its words are being changed: it waits. */
  readonly isEdited: boolean;
}

/** What became of a resource whose file is read. */
function stateOfRead({ resourceState, duplicates, choice, missing }: DepositedFile): RowState {
  if (resourceState === 'submitted' || resourceState === 'published') return resourceState;
  if (duplicates.length && choice === null) return 'decide';
  return missing === null ? 'complete' : 'incomplete';
}

/** What became of a file that has arrived. */
export function stateOfDeposited(file: DepositedFile): RowState {
  if (file.state === 'dropped' || file.choice === 'new-version' || file.choice === 'cancel') return 'dropped';
  if (file.state === 'refused') return 'refused';
  return file.state === 'ready' ? stateOfRead(file) : 'reading';
}

/** A file that has not wholly come, as its queue tells. */
function stateOfLocal(local: LocalFile, queued: QueuedFile | undefined): Pick<DepositRow, 'state' | 'sent' | 'problem' | 'details'> {
  if (local.unfit) return { state: 'unfit', sent: 0, problem: `library.${local.unfit.code}`, details: local.unfit.details };
  if (!queued) return { state: local.file ? 'chosen' : 'absent', sent: 0, problem: '', details: {} };
  const { state, sent, problem } = queued;
  if (state === 'sent') return { state: 'reading', sent, problem: '', details: {} };
  return { state: state === 'refused' ? 'denied' : state, sent, problem: problem?.code ?? '', details: problem?.details ?? {} };
}

const isHere = (file: DepositedFile | undefined): file is DepositedFile => file !== undefined && file.state !== 'sending';

/** What is known of a file besides what was chosen. */
export interface RowNews {
  readonly queued?: QueuedFile | undefined;
  readonly deposited?: DepositedFile | undefined;
  readonly known?: KnownFile | undefined;
  readonly isEdited?: boolean;
}

export function rowOf(local: LocalFile, { queued, deposited, known, isEdited = false }: RowNews): DepositRow {
  const { requestId: id, name, size, title, form } = local;
  if (!isHere(deposited)) return { id, name, size, title, form, ...stateOfLocal(local, queued), deposited: null, known: known ?? null, isEdited };
  const problem = deposited.problem ?? deposited.missing ?? '';
  return { id, name: deposited.name, size: deposited.size, title: deposited.title, form, state: stateOfDeposited(deposited), sent: size, problem, details: {}, deposited, known: null, isEdited: false };
}

/** A deposit read again without its page: the file is the server's. */
export function localOf({ requestId, name, size, title }: DepositedFile): LocalFile {
  return { requestId, file: null, name, size, print: `${name.normalize('NFC')}|${size}|`, unfit: null, title, form: '', isFormSaid: true, url: null };
}

const isSame = (a: DepositRow, b: DepositRow): boolean => a.state === b.state && a.sent === b.sent && a.problem === b.problem && a.title === b.title && a.form === b.form && a.deposited === b.deposited && a.known === b.known && a.isEdited === b.isEdited;

/** The same object for a line that did not change: only what moved is drawn again. */
export function sameRows(before: readonly DepositRow[], now: readonly DepositRow[]): DepositRow[] {
  const known = new Map(before.map((row) => [row.id, row]));
  return now.map((row) => {
    const old = known.get(row.id);
    return old && isSame(old, row) ? old : row;
  });
}

/** What the list can be narrowed to: what somebody must look at, what goes on, what is done. */
export const rowGroups = ['todo', 'going', 'done'] as const;
export type RowGroup = (typeof rowGroups)[number];

const groups: Record<RowState, RowGroup> = {
  unfit: 'todo', absent: 'todo', failed: 'todo', denied: 'todo', refused: 'todo', decide: 'todo', incomplete: 'todo',
  chosen: 'going', waiting: 'going', sending: 'going', paused: 'going', reading: 'going',
  complete: 'done', submitted: 'done', published: 'done', dropped: 'done',
};

export const groupOf = ({ state }: Pick<DepositRow, 'state'>): RowGroup => groups[state];
