import { ChangeDetectionStrategy, Component, computed, inject, input, type OnDestroy, output, signal } from '@angular/core';
import { fileLimits, fileTypes, openResource, type ResourceFile, type ResourcePage } from '@cohorte/library/contract';
import { ApiClient, ApiError, ErrorWordsPipe } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Field } from '@cohorte/ui/web/field';
import { Icon } from '@cohorte/ui/web/icon';
import { Progress } from '@cohorte/ui/web/progress';
import { TextInput } from '@cohorte/ui/web/text-input';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { fileIcon } from '../file-icon';
import { FileWords } from '../file-words';
import { type LocalFile, pickFiles } from './local-file';
import { subtitlesToSend } from './subtitles';
import { TusSender } from './tus-sender';
import { onTheClock, UploadQueue } from './upload-queue';

/** Between two looks at what the server made of the file. */
const lookMs = 2_000;

/** Gives a resource its document, or another in its place; with a note, as a new version of what readers have. */
@Component({
  selector: 'co-replace-file',
  imports: [Banner, Button, ErrorWordsPipe, Field, Icon, Progress, TextInput, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './replace-file.html',
  styleUrl: './replace-file.css',
})
export class ReplaceFile implements OnDestroy {
  readonly resource = input.required<ResourcePage>();
  /** The document itself, or the subtitles of a recording. */
  readonly role = input<'main' | 'subtitles'>('main');
  /** The resource as it is now: its version has moved on. */
  readonly changed = output<ResourcePage>();
  private readonly api = inject(ApiClient);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  protected readonly words = inject(FileWords);
  protected readonly icon = fileIcon;
  protected readonly accepted = computed(() => Object.values(fileTypes).filter(({ family }) => (family === 'subtitles') === this.isSubtitles()).flatMap(({ extensions }) => extensions.map((one) => `.${one}`)).join(','));
  protected readonly isSubtitles = computed(() => this.role() === 'subtitles');
  protected readonly hasArrived = signal(false);
  protected readonly chosen = signal<LocalFile | null>(null);
  protected readonly note = signal('');
  protected readonly sent = signal<number | null>(null);
  protected readonly isCut = signal(false);
  protected readonly failure = signal<ApiError | null>(null);
  protected readonly now = signal<ResourceFile | null | undefined>(undefined);
  protected readonly coming = signal<ResourceFile | null | undefined>(undefined);
  protected readonly file = computed(() => (this.now() === undefined ? this.resource().file : this.now()) ?? null);
  protected readonly next = computed(() => (this.coming() === undefined ? this.resource().coming : this.coming()) ?? null);
  protected readonly isOut = computed(() => this.resource().edition > 0);
  protected readonly hasNote = computed(() => this.isOut() && !this.isSubtitles());
  private readonly sender = new TusSender({ aim: () => ({ resourceId: this.resource().id, role: this.role(), note: this.hasNote() ? this.note().trim() : '' }), placed: () => undefined });
  private queue = this.newQueue();
  private looking: ReturnType<typeof setTimeout> | undefined;
  private isGone = false;
  private readonly online = (): void => this.queue.wake();

  constructor() {
    addEventListener('online', this.online);
  }

  ngOnDestroy(): void {
    this.isGone = true;
    removeEventListener('online', this.online);
    clearTimeout(this.looking);
    this.queue.close();
  }

  protected async choose(picker: HTMLInputElement): Promise<void> {
    const [file] = picker.files ?? [];
    if (!file) return;
    const files = [this.isSubtitles() ? await subtitlesToSend(file) : file];
    picker.value = '';
    this.failure.set(null);
    const { maxBytes } = await this.api.call(fileLimits, {}).catch(() => ({ maxBytes: Number.MAX_SAFE_INTEGER }));
    const [picked] = pickFiles(files, [], maxBytes);
    if (picked?.unfit) this.failure.set(new ApiError({ kind: 'bad-input', code: `library.${picked.unfit.code}`, details: { ...picked.unfit.details } as ApiError['details'] }));
    // Its resource has a title and a nature of its own.
    else if (picked) this.chosen.set({ ...picked, title: '', form: '' });
  }

  protected send(): void {
    const file = this.chosen();
    if (!file || this.sent() !== null) return;
    this.failure.set(null);
    this.sent.set(0);
    this.queue.add([{ id: file.requestId, size: file.size, carried: file }]);
  }

  protected stop(): void {
    this.queue.cancel();
    this.sent.set(null);
  }

  private newQueue(): UploadQueue<LocalFile> {
    return new UploadQueue<LocalFile>({
      send: (file, events) => this.sender.send(file, events),
      forget: (file) => this.sender.forget(file),
      after: onTheClock,
      changed: () => this.moved(),
    });
  }

  private moved(): void {
    const [file] = this.queue.files;
    this.isCut.set(this.queue.isCut);
    if (!file || this.sent() === null) return;
    this.sent.set(file.sent);
    if (file.state === 'refused' || file.state === 'failed') this.ended(new ApiError({ kind: 'bad-input', code: file.problem?.code ?? 'platform.internal', details: { ...file.problem?.details } as ApiError['details'] }));
    if (file.state === 'sent') {
      this.ended(null);
      this.chosen.set(null);
      this.hasArrived.set(true);
      if (!this.isSubtitles()) void this.look();
    }
  }

  private ended(failure: ApiError | null): void {
    this.failure.set(failure);
    this.sent.set(null);
    this.queue.close();
    this.queue = this.newQueue();
  }

  /** Until the file is read, and in place or refused. */
  private async look(): Promise<void> {
    clearTimeout(this.looking);
    const page = await this.api.call(openResource, { ref: this.resource().id }).catch(() => null);
    if (this.isGone) return;
    if (page) {
      this.now.set(page.file);
      this.coming.set(page.coming);
      this.changed.emit(page);
    }
    const states = page ? [page.coming?.state, page.file?.state] : ['waiting'];
    if (states.includes('waiting')) this.looking = setTimeout(() => void this.look(), lookMs);
    else if (!states.includes('refused')) this.toasts.show(this.transloco.translate('library.depositing.replace.done'));
  }
}
