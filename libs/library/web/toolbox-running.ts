import { CdkDrag, type CdkDragDrop, CdkDragHandle, CdkDropList } from '@angular/cdk/drag-drop';
import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { byUse, keepSnapshot, moved, publishToolbox, selectResources, type ToolboxPage, withdrawToolbox } from '@cohorte/library/contract';
import { ApiClient, ErrorWords } from '@cohorte/platform/web';
import { Button } from '@cohorte/ui/web/button';
import { Dialogs } from '@cohorte/ui/web/dialogs.service';
import { Field } from '@cohorte/ui/web/field';
import { Icon } from '@cohorte/ui/web/icon';
import { TextInput } from '@cohorte/ui/web/text-input';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { SnapshotDialog } from './snapshot.dialog';
import { ToolboxDialog } from './toolbox.dialog';

interface Chosen {
  readonly resourceId: string;
  readonly title: string;
  readonly reason: string;
}

/** The running of a toolbox: its words, its selection ordered by mouse or keyboard, its publication, what is kept of it. */
@Component({
  selector: 'co-toolbox-running',
  imports: [Button, CdkDrag, CdkDragHandle, CdkDropList, Field, Icon, TextInput, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './toolbox-running.html',
  styleUrl: './toolbox-running.css',
})
export class ToolboxRunning {
  readonly toolbox = input.required<ToolboxPage>();
  readonly changed = output();
  private readonly api = inject(ApiClient);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly errors = inject(ErrorWords);
  private readonly transloco = inject(TranslocoService);
  private readonly document = inject(DOCUMENT);
  protected readonly composing = signal(false);
  protected readonly busy = signal(false);
  protected readonly said = signal('');
  protected readonly chosen = linkedSignal<readonly Chosen[]>(() => this.toolbox().items.map(({ resourceId, title, reason }) => ({ resourceId, title, reason })));
  protected readonly others = computed(() => byUse(this.toolbox().candidates.filter(({ resourceId }) => !this.chosen().some((one) => one.resourceId === resourceId))));

  protected dropped({ previousIndex, currentIndex }: CdkDragDrop<unknown>): void {
    this.move(previousIndex, currentIndex);
  }

  /** Moves one line and says where it went; the focus follows it. */
  protected move(from: number, to: number): void {
    const list = this.chosen();
    if (to < 0 || to >= list.length || from === to) return;
    this.chosen.set(moved(list, from, to));
    const one = list[from];
    if (!one) return;
    this.said.set(this.say('movedTo', { title: one.title, place: to + 1 }));
    setTimeout(() => this.document.getElementById(`co-line-${one.resourceId}`)?.focus());
  }

  protected byKey(event: KeyboardEvent, at: number): void {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!event.altKey || !step) return;
    event.preventDefault();
    this.move(at, at + step);
  }

  protected take({ resourceId, title, reason }: Chosen): void {
    this.chosen.set([...this.chosen(), { resourceId, title, reason }]);
  }

  protected leave(resourceId: string): void {
    this.chosen.set(this.chosen().filter((one) => one.resourceId !== resourceId));
  }

  protected why(resourceId: string, reason: string): void {
    this.chosen.set(this.chosen().map((one) => (one.resourceId === resourceId ? { ...one, reason } : one)));
  }

  protected async save(): Promise<void> {
    const items = this.chosen().map(({ resourceId, reason }) => ({ resourceId, reason: reason.trim() }));
    if (await this.attempt(() => this.api.call(selectResources, { ...this.aimed(), items }), 'saved')) this.composing.set(false);
  }

  protected giveUp(): void {
    this.chosen.set(this.toolbox().items.map(({ resourceId, title, reason }) => ({ resourceId, title, reason })));
    this.composing.set(false);
  }

  protected publish(): void {
    void this.attempt(() => this.api.call(publishToolbox, this.aimed()), 'published');
  }

  protected withdraw(): void {
    void this.attempt(() => this.api.call(withdrawToolbox, this.aimed()), 'withdrawnToolbox');
  }

  protected async words(): Promise<void> {
    const slug = await firstValueFrom(this.dialogs.open<string>(ToolboxDialog, { toolbox: this.toolbox() }).closed, { defaultValue: undefined });
    if (slug) this.changed.emit();
  }

  protected async keep(): Promise<void> {
    const title = await firstValueFrom(this.dialogs.open<string>(SnapshotDialog).closed, { defaultValue: undefined });
    if (title) await this.attempt(() => this.api.call(keepSnapshot, { toolboxId: this.toolbox().id, title }), 'keptDone');
  }

  private aimed(): { toolboxId: string; version: number } {
    return { toolboxId: this.toolbox().id, version: this.toolbox().version };
  }

  private async attempt(run: () => Promise<unknown>, done: string): Promise<boolean> {
    this.busy.set(true);
    try {
      await run();
      this.toasts.show(this.say(done));
      this.changed.emit();
      return true;
    } catch (failure) {
      this.toasts.show(this.errors.of(failure), { tone: 'problem' });
      return false;
    } finally {
      this.busy.set(false);
    }
  }

  private say(key: string, values: Record<string, string | number> = {}): string {
    return this.transloco.translate(`library.toolbox.${key}`, values);
  }
}
