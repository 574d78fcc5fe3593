import { computed, inject, Injectable, type OnDestroy, signal } from '@angular/core';
import { decideDuplicate, type DepositedFile, type DepositFields, type duplicateChoices, openDeposit, readDeposit, submitDeposit } from '@cohorte/library/contract';
import { ApiClient } from '@cohorte/platform/web';
import { newRequestId } from '../new-request-id';
import { type DepositRow, localOf, rowOf, sameRows } from './deposit-row';
import { type KnownFile, knownAmong } from './known-files';
import { forgetDeposit, keepDeposit, keptDeposit } from './kept-deposit';
import { type LocalFile, pickFiles, printOf } from './local-file';
import { Pace, sumOf } from './sending-sum';
import { TusSender } from './tus-sender';
import { onTheClock, UploadQueue } from './upload-queue';

/** As many as one deposit proposes at once. */
export const mostFiles = 200;
/** Progress is drawn four times a second, however many files move. */
const drawMs = 250;
/** Between two looks at what the server made of the files. */
const lookMs = 2_000;

/** A deposit in the making: what was chosen, what is sent, what became of it. */
@Injectable()
export class DepositStore implements OnDestroy {
  private readonly api = inject(ApiClient);
  private readonly requestId = newRequestId();
  private readonly locals = signal<readonly LocalFile[]>([]);
  private readonly deposited = signal<ReadonlyMap<string, DepositedFile>>(new Map());
  private readonly known = signal<ReadonlyMap<string, KnownFile>>(new Map());
  /** Files whose words are being changed. */
  private readonly edited = signal<ReadonlySet<string>>(new Set());
  private readonly beat = signal(0);
  private readonly pace = new Pace();
  private readonly sender = new TusSender({ aim: () => ({ depositId: this.id() ?? '' }), placed: () => this.keep() });
  private readonly queue = new UploadQueue<LocalFile>({
    send: (file, events) => this.sender.send(file, events),
    forget: (file) => this.sender.forget(file),
    after: onTheClock,
    changed: () => this.moved(),
  });
  private drawing: ReturnType<typeof setTimeout> | undefined;
  private looking: ReturnType<typeof setTimeout> | undefined;
  private isGone = false;
  private lastRows: DepositRow[] = [];
  private readonly online = (): void => this.queue.wake();

  /** Set once the server has opened it. */
  readonly id = signal<string | null>(null);
  readonly fields = signal<DepositFields | null>(null);
  readonly maxBytes = signal(Number.MAX_SAFE_INTEGER);
  readonly tooMany = signal(0);
  readonly rows = computed(() => {
    this.beat();
    const queued = new Map(this.queue.files.map((file) => [file.id, file]));
    const [deposited, known, edited] = [this.deposited(), this.known(), this.edited()];
    this.lastRows = sameRows(this.lastRows, this.locals().map((local) => rowOf(local, { queued: queued.get(local.requestId), deposited: deposited.get(local.requestId), known: known.get(local.requestId), isEdited: edited.has(local.requestId) })));
    return this.lastRows;
  });
  readonly sum = computed(() => {
    this.beat();
    return sumOf(this.queue.files);
  });
  readonly isCut = computed(() => this.beat() >= 0 && this.queue.isCut);
  readonly isPaused = computed(() => this.beat() >= 0 && (this.queue.isPaused || (this.sum().by.paused > 0 && this.sum().by.waiting + this.sum().by.sending === 0)));
  readonly isGoing = computed(() => this.sum().by.waiting + this.sum().by.sending > 0);
  /** Seconds left, when it can be told. */
  readonly left = computed(() => (this.beat() >= 0 && this.isGoing() && !this.isCut() ? this.pace.left(this.sum().bytes) : null));

  constructor() {
    addEventListener('online', this.online);
  }

  ngOnDestroy(): void {
    this.isGone = true;
    removeEventListener('online', this.online);
    clearTimeout(this.drawing);
    clearTimeout(this.looking);
    this.queue.close();
  }

  /** Takes files in; those a closed page had begun go on from where they were. */
  add(dropped: readonly File[]): void {
    const [again, fresh] = this.recognise(dropped);
    const picked = pickFiles(fresh, this.locals(), this.maxBytes());
    const room = Math.max(0, mostFiles - this.locals().length);
    this.tooMany.set(Math.max(0, picked.length - room));
    const taken = picked.slice(0, room);
    this.share(taken);
    this.locals.update((all) => [...all.map((one) => again.get(one.requestId) ?? one), ...taken]);
    if (this.id()) this.enqueue([...again.values(), ...taken]);
    else void this.recall(taken);
  }

  /** Opens the deposit, then sends; said again after a failure, it is the same deposit. */
  async begin(fields: DepositFields): Promise<string> {
    const { id } = await this.api.call(openDeposit, { requestId: this.requestId, fields });
    this.fields.set(fields);
    this.id.set(id);
    this.share(this.locals());
    this.enqueue(this.locals());
    return id;
  }

  /** A deposit made before: what the server has, and what this browser still had to send. */
  async open(depositId: string): Promise<void> {
    const { fields, files } = await this.api.call(readDeposit, { depositId });
    const kept = new Map(keptDeposit(depositId).map((file) => [file.requestId, { ...file, file: null, unfit: null, isFormSaid: true }]));
    const arrived = files.map((file): LocalFile => kept.get(file.requestId) ?? localOf(file));
    const known = new Set(files.map(({ requestId }) => requestId));
    this.locals.set([...arrived, ...[...kept.values()].filter(({ requestId }) => !known.has(requestId))]);
    this.fields.set(fields);
    this.id.set(depositId);
    this.hear(files);
  }

  /** Begins to change what is said of a file, unless it has left already. */
  edit(id: string): void {
    if (this.queue.hold(id)) this.edited.update((all) => new Set([...all, id]));
    else this.draw();
  }

  rename(id: string, title: string, form: string): void {
    const local = this.locals().find(({ requestId }) => requestId === id);
    if (local) Object.assign(local, { title, form, isFormSaid: local.isFormSaid || form !== local.form });
    this.leave(id);
    this.keep();
    this.draw();
  }

  /** The end of a change, kept or not: the file may go. */
  leave(id: string): void {
    this.edited.update((all) => new Set([...all].filter((one) => one !== id)));
    this.queue.release(id);
  }

  /** Takes a file out of the list; what had begun to come is forgotten everywhere. */
  remove(id: string): void {
    const isQueued = this.queue.files.some((file) => file.id === id);
    const url = this.locals().find(({ requestId }) => requestId === id)?.url;
    this.queue.cancel(id);
    this.leave(id);
    // Begun before the page was made again, and not chosen since: nothing here holds its upload.
    if (!isQueued && url) this.sender.takeBack(url);
    this.locals.update((all) => all.filter(({ requestId }) => requestId !== id));
    this.keep();
  }

  cancelAll(): void {
    const left = new Set(this.queue.files.filter(({ state }) => state !== 'sent').map(({ id }) => id));
    this.queue.cancel();
    this.locals.update((all) => all.filter(({ requestId, unfit }) => !left.has(requestId) && unfit === null));
    this.keep();
  }

  pause(id?: string): void {
    this.queue.pause(id);
  }

  resume(id?: string): void {
    this.pace.forget();
    this.queue.resume(id);
  }

  retry(id?: string): void {
    this.pace.forget();
    this.queue.retry(id);
  }

  async decide(row: DepositRow, choice: (typeof duplicateChoices)[number], resourceId?: string): Promise<void> {
    const fileId = row.deposited?.fileId;
    const depositId = this.id();
    if (!fileId || !depositId) return;
    await this.api.call(decideDuplicate, { depositId, fileId, choice, note: '', ...(resourceId ? { resourceId } : {}) });
    await this.look();
  }

  /** Proposes or publishes; the codes of what stood against some. */
  async submit(then: 'submit' | 'publish', resourceIds: string[]): Promise<string[]> {
    const { outcomes } = await this.api.call(submitDeposit, { depositId: this.id() ?? '', then, resourceIds });
    await this.look();
    return outcomes.flatMap(({ problem }) => problem ?? []);
  }

  private recognise(dropped: readonly File[]): [Map<string, LocalFile>, File[]] {
    const absent = new Map(this.locals().filter(({ file, requestId }) => !file && !this.isThere(requestId)).map((local) => [local.print, local]));
    const again = new Map<string, LocalFile>();
    const fresh = dropped.filter((file) => {
      const local = absent.get(printOf(file));
      if (local) again.set(local.requestId, { ...local, file });
      return !local;
    });
    return [again, fresh];
  }

  /** Says, while what they share is written, which files are there already; a line that is cut tells nothing, and nothing waits for it. */
  private async recall(taken: readonly LocalFile[]): Promise<void> {
    const found = await knownAmong(this.api, taken).catch(() => new Map<string, KnownFile>());
    if (found.size) this.known.update((known) => new Map([...known, ...found]));
  }

  /** The nature said for all stands for each that has none of its own. */
  private share(locals: readonly LocalFile[]): void {
    const form = this.fields()?.form;
    if (form) for (const local of locals) if (!local.isFormSaid) local.form = form;
  }

  private isThere(requestId: string): boolean {
    const file = this.deposited().get(requestId);
    return file !== undefined && file.state !== 'sending';
  }

  private enqueue(locals: readonly LocalFile[]): void {
    const there = new Set(this.queue.files.map(({ id }) => id));
    const next = locals.filter(({ requestId, unfit, file }) => unfit === null && file && !there.has(requestId));
    this.queue.add(next.map((carried) => ({ id: carried.requestId, size: carried.size, carried })));
    this.keep();
  }

  /** Only what has not come is worth keeping. */
  private keep(): void {
    const id = this.id();
    if (!id) return;
    const sent = new Set(this.queue.files.filter(({ state }) => state === 'sent').map((file) => file.id));
    const rest = this.locals().filter(({ requestId }) => !sent.has(requestId) && !this.isThere(requestId));
    if (rest.length) keepDeposit(id, rest);
    else forgetDeposit(id);
  }

  private moved(): void {
    this.drawing ??= setTimeout(() => this.draw(), drawMs);
    if (this.queue.files.some(({ id, state }) => state === 'sent' && !this.isThere(id))) this.lookSoon();
  }

  private draw(): void {
    clearTimeout(this.drawing);
    this.drawing = undefined;
    this.beat.update((count) => count + 1);
    if (this.queue.isCut || !this.isGoing()) this.pace.forget();
    else this.pace.mark(Date.now(), this.sum().sent);
  }

  private lookSoon(): void {
    if (!this.isGone) this.looking ??= setTimeout(() => void this.look(), lookMs);
  }

  private async look(): Promise<void> {
    const depositId = this.id();
    clearTimeout(this.looking);
    this.looking = undefined;
    if (!depositId) return;
    try {
      this.hear((await this.api.call(readDeposit, { depositId })).files);
    } catch {
      // The line is cut, or the server is away: the next look says it.
      this.lookSoon();
    }
  }

  private hear(files: readonly DepositedFile[]): void {
    const before = this.deposited();
    const told = (file: DepositedFile): DepositedFile => {
      const old = before.get(file.requestId);
      return old && JSON.stringify(old) === JSON.stringify(file) ? old : file;
    };
    this.deposited.set(new Map(files.map((file) => [file.requestId, told(file)])));
    this.keep();
    const isUnsettled = files.some(({ state }) => state === 'waiting') || this.queue.files.some(({ id, state }) => state === 'sent' && !this.isThere(id));
    if (isUnsettled) this.lookSoon();
  }
}
