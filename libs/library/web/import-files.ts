import { computed, signal } from '@angular/core';
import { type AnnouncedFile, type ImportedFile, type ImportedLine, importNote } from '@cohorte/library/contract';
import { ApiError } from '@cohorte/platform/web';
import type { LocalFile } from './deposit/local-file';
import { sumOf } from './deposit/sending-sum';
import { type Aim, TusSender } from './deposit/tus-sender';
import { onTheClock, type QueuedFile, type SendingState, UploadQueue } from './deposit/upload-queue';
import type { ArchivedFile } from './import-archive';
import { newRequestId } from './new-request-id';
import { sha256Of } from './sha256';

/** As much of a name as the server reads: its end, for the extension. */
const nameMost = 400;

/** What the server plans with: each file by its hash, without its bytes; one after the other, so that the page stays free. */
export async function announce(files: readonly ArchivedFile[]): Promise<AnnouncedFile[]> {
  const announced: AnnouncedFile[] = [];
  for (const { slug, role, name, bytes } of files) announced.push({ slug, role, name: name.slice(-nameMost), size: bytes.length, sha256: await sha256Of(bytes) });
  return announced;
}

const isSent = ({ outcome }: ImportedFile): boolean => outcome === 'new' || outcome === 'version';

/** Files that the report asks for. */
export const missingIn = (lines: readonly ImportedLine[]): number => lines.reduce((count, { files }) => count + files.filter(isSent).length, 0);

interface Aimed {
  readonly file: LocalFile;
  readonly aim: Aim;
}

const keyOf = (slug: string, role: string): string => `${slug}/${role}`;

/** Each file that the report asks for, with the resource it goes to. A changed line is a version already: its file is of that one. */
export function aimedAt(lines: readonly ImportedLine[], archived: readonly ArchivedFile[]): Aimed[] {
  const byPlace = new Map(archived.toReversed().map((file) => [keyOf(file.slug, file.role), file]));
  return lines.flatMap(({ slug, resourceId, outcome, files }) => files.filter(isSent).flatMap((planned): Aimed[] => {
    const found = byPlace.get(keyOf(slug, planned.role));
    if (!found || !resourceId) return [];
    const note = planned.outcome === 'version' && planned.role === 'main' && outcome !== 'changed' ? importNote : '';
    return [{ file: localOf(found), aim: { resourceId, role: planned.role, note, imported: '1' } }];
  }));
}

/** Titled nothing: its resource has a title and a nature of its own. */
function localOf({ slug, role, name, bytes }: ArchivedFile): LocalFile {
  const file = new File([bytes], name);
  return { requestId: newRequestId(), file, name, size: file.size, print: keyOf(slug, role), unfit: null, title: '', form: '', isFormSaid: true, url: null };
}

/** A file that did not go, and why. */
export interface UnsentFile {
  readonly name: string;
  readonly failure: ApiError;
}

/** Sends the files of an imported archive to their resources, through whatever the line does; one that fails keeps none of the others back. */
export class ImportFiles {
  private readonly beat = signal(0);
  private readonly aims = new Map<string, Aim>();
  private readonly sender = new TusSender({ aim: ({ requestId }) => this.aims.get(requestId) ?? {}, placed: () => undefined });
  private readonly queue = new UploadQueue<LocalFile>({
    send: (file, events) => this.sender.send(file, events),
    forget: (file) => this.sender.forget(file),
    after: onTheClock,
    changed: () => this.beat.update((count) => count + 1),
  });
  private readonly online = (): void => this.queue.wake();

  readonly sum = computed(() => {
    this.beat();
    return sumOf(this.queue.files);
  });
  readonly isGoing = computed(() => this.sum().count > 0 && !this.sum().isOver);
  readonly isCut = computed(() => this.beat() >= 0 && this.queue.isCut);
  readonly unsent = computed((): readonly UnsentFile[] => {
    this.beat();
    return this.queue.files.filter(isLost).map(({ carried, problem }) => ({
      name: carried.name, failure: new ApiError({ kind: 'bad-input', code: problem?.code ?? 'platform.internal', details: { ...problem?.details } as ApiError['details'] }),
    }));
  });
  /** How the sending of each file stands, by resource and role. */
  readonly states = computed((): ReadonlyMap<string, SendingState> => {
    this.beat();
    return new Map(this.queue.files.map(({ carried, state }) => [carried.print, state]));
  });

  constructor() {
    addEventListener('online', this.online);
  }

  send(archived: readonly ArchivedFile[], lines: readonly ImportedLine[]): void {
    this.add(aimedAt(lines, archived));
  }

  /** Once more for those that did not go: from where they stopped, or anew when they were refused. */
  again(): void {
    const refused = this.queue.files.filter(({ state }) => state === 'refused');
    for (const { id } of refused) this.queue.cancel(id);
    this.add(refused.map(({ id, carried }) => ({ file: { ...carried, requestId: newRequestId(), url: null }, aim: this.aims.get(id) ?? {} })));
    this.queue.retry();
  }

  close(): void {
    removeEventListener('online', this.online);
    this.queue.close();
  }

  private add(aimed: readonly Aimed[]): void {
    for (const { file, aim } of aimed) this.aims.set(file.requestId, aim);
    this.queue.add(aimed.map(({ file }) => ({ id: file.requestId, size: file.size, carried: file })));
  }
}

const isLost = ({ state }: QueuedFile): boolean => state === 'failed' || state === 'refused';
