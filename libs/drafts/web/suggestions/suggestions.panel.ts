import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, ElementRef, inject, signal, untracked } from '@angular/core';
import type { Editor } from '@tiptap/core';
import { Button } from '@cohorte/ui/web/button';
import { CountPipe } from '@cohorte/ui/web/count.pipe';
import { DateTimePipe, RelativePipe } from '@cohorte/ui/web/date.pipe';
import { Dialogs } from '@cohorte/ui/web/dialogs.service';
import { Icon } from '@cohorte/ui/web/icon';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { SuggestionGroup } from '../../contract/suggestions/suggestion-groups';
import { DraftStore } from '../draft.store';
import type { Decision } from './suggestion-decisions';
import { readings, SuggestionDesk } from './suggestion-desk';
import type { Reading } from './suggestion-desk';
import { groupsIn } from './suggestion-pieces';
import { wordsOf } from './suggestion-words';

interface Author {
  readonly personId: string;
  readonly name: string;
  readonly tint: string;
  readonly count: number;
}

/** What is proposed, in the order of the text: read, followed, accepted, refused; one or all. */
@Component({
  selector: 'co-suggestions-panel',
  imports: [Button, CountPipe, DateTimePipe, Icon, RelativePipe, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './suggestions.panel.html',
  styleUrl: './suggestions.panel.css',
})
export class SuggestionsPanel {
  protected readonly desk = inject(SuggestionDesk);
  protected readonly readings = readings;
  protected readonly author = signal('');
  protected readonly groups = signal<readonly SuggestionGroup[]>([]);
  protected readonly authors = computed(() => this.authorsOf(this.groups()));
  protected readonly shown = computed(() => this.groups().filter((group) => this.author() === '' || group.person === this.author()));
  private readonly store = inject(DraftStore);
  private readonly dialogs = inject(Dialogs);
  private readonly transloco = inject(TranslocoService);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private frame = 0;

  constructor() {
    effect((onCleanup) => {
      const editor = this.store.editor();
      if (!editor) return;
      const soon = (): void => this.readSoon(editor);
      editor.on('update', soon);
      onCleanup(() => editor.off('update', soon));
      untracked(() => this.read(editor));
    });
    effect(() => {
      const there = this.groups().some((group) => group.person === this.author());
      if (!there) this.author.set('');
    });
    inject(DestroyRef).onDestroy(() => cancelAnimationFrame(this.frame));
  }

  protected words(group: SuggestionGroup): string {
    return wordsOf(group, this.transloco);
  }

  protected by(personId: string): Author {
    return this.authors().find((author) => author.personId === personId) ?? { personId, name: '', tint: 'slate', count: 0 };
  }

  protected read(editor: Editor): void {
    if (!editor.isDestroyed) this.groups.set(groupsIn(editor.state.doc));
  }

  protected choose(event: Event): void {
    this.author.set((event.target as HTMLSelectElement).value);
  }

  protected show(reading: Reading): void {
    this.desk.reading.set(reading);
  }

  /** To its place in the text, which takes the focus. */
  protected goTo(group: SuggestionGroup): void {
    this.store.editor()?.chain().setTextSelection(group.from).focus(undefined, { scrollIntoView: false }).run();
    this.store.editor()?.view.dom.querySelector(`[data-proposal="${CSS.escape(group.key)}"]`)?.scrollIntoView({ block: 'center' });
  }

  /** The next proposal takes the focus: a list is gone through without the pointer. */
  protected async decide(decision: Decision, group: SuggestionGroup): Promise<void> {
    const at = this.shown().indexOf(group);
    await this.desk.decide(decision, [group]);
    const editor = this.store.editor();
    if (editor) this.read(editor);
    setTimeout(() => this.focusAt(Math.min(at, this.shown().length - 1)));
  }

  protected async decideAll(decision: Decision): Promise<void> {
    const chosen = this.shown();
    const words = (key: string): string => this.transloco.translate(`drafts.suggestions.all.${decision}.${key}`, { count: chosen.length });
    const agreed = await this.dialogs.confirm({ title: words('title'), text: words('text'), confirm: words('confirm'), danger: decision === 'refuse' });
    if (agreed) await this.desk.decide(decision, chosen);
  }

  private focusAt(index: number): void {
    const items = this.host.querySelectorAll<HTMLElement>('.words');
    (items[index] ?? this.host.querySelector<HTMLElement>('.none'))?.focus();
  }

  private authorsOf(groups: readonly SuggestionGroup[]): Author[] {
    const counts = new Map<string, number>();
    for (const { person } of groups) counts.set(person, (counts.get(person) ?? 0) + 1);
    return [...counts].map(([personId, count]) => {
      const known = this.desk.authorOf(personId);
      return { personId, count, name: known?.name ?? this.transloco.translate('drafts.suggestions.someone'), tint: known?.tint ?? 'slate' };
    });
  }

  private readSoon(editor: Editor): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.read(editor));
  }
}
