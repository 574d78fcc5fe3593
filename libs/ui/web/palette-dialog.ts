import { ChangeDetectionStrategy, Component, computed, type ElementRef, inject, type OnInit, signal, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { CommandPalette, type Command, type Finding } from './command-palette.service';
import { DialogRef } from './dialog-ref';
import { Icon } from './icon';
import { Kbd } from './kbd';
import { MarkedText } from './marked-text';
import { RecentSearches } from './recent-searches';
import { UiWords } from './ui-words';

/** A pause this short is not felt, and spares the server a call for each letter. */
const pauseMs = 120;
/** Of pages, above what is found among contents. */
const pagesMost = 3;

const nothing: Finding = { tabs: [], commands: [], note: '', all: null };

/** A combobox and its listbox: the focus stays in the box, arrows move the choice, Enter takes it; tabs narrow what is found. */
@Component({
  selector: 'co-palette-dialog',
  imports: [Icon, Kbd, MarkedText],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './palette-dialog.html',
  styleUrl: './palette-dialog.css',
})
export class PaletteDialog implements OnInit {
  protected readonly ui = inject(UiWords);
  protected readonly found = signal<readonly Command[]>([]);
  protected readonly tabs = signal<Finding['tabs']>([]);
  protected readonly note = signal('');
  protected readonly tab = signal('');
  protected readonly active = signal(0);
  private readonly state = signal<'start' | 'asking' | 'answered' | 'failed'>('start');
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  private readonly palette = inject(CommandPalette);
  private readonly recent = inject(RecentSearches);
  private readonly router = inject(Router);
  private readonly ref = inject(DialogRef, { optional: true });
  private query = '';
  private asked = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  protected readonly said = computed(() => {
    const words = this.ui.words();
    const count = this.found().length;
    const sentences = { start: words.paletteStart, asking: `${words.loading}…`, answered: count ? words.paletteCount(count) : words.paletteEmpty, failed: words.paletteFailed };
    return sentences[this.state()];
  });

  ngOnInit(): void {
    void this.search('');
  }

  protected ask(query: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.search(query), pauseMs);
  }

  protected choose(tab: string): void {
    this.tab.set(tab);
    this.box().nativeElement.focus();
    void this.search(this.query);
  }

  protected key(event: KeyboardEvent): void {
    const last = this.found().length - 1;
    const now = this.active();
    const moves: Record<string, number> = { ArrowDown: now >= last ? 0 : now + 1, ArrowUp: now <= 0 ? last : now - 1, PageDown: last, PageUp: 0 };
    const target = moves[event.key];
    if (target !== undefined && last >= 0) {
      event.preventDefault();
      this.active.set(target);
      document.getElementById(`co-palette-${target}`)?.scrollIntoView?.({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const chosen = this.found()[now];
      if (chosen) this.take(chosen);
    }
  }

  protected leave(): void {
    this.ref?.close();
  }

  protected take(command: Command): void {
    if (command.id.startsWith(recentId)) return this.again(command.label);
    this.recent.keep(this.query);
    this.ref?.close();
    command.run?.();
    if (typeof command.link === 'string') void this.router.navigateByUrl(command.link);
    else if (command.link) void this.router.navigate([...command.link]);
  }

  /** A former question is asked again, in the box. */
  private again(question: string): void {
    this.box().nativeElement.value = question;
    this.box().nativeElement.focus();
    void this.search(question);
  }

  private async search(typed: string): Promise<void> {
    const mine = ++this.asked;
    const query = (this.query = typed.trim());
    if (!this.found().length && query) this.state.set('asking');
    const [pages, finding] = await Promise.allSettled([this.pages(query), this.contents(query)]);
    if (mine !== this.asked) return;
    // Pages alone are asked when nothing finds contents: their failure is then the failure.
    const isAlone = !this.palette.finder && pages.status === 'rejected';
    this.show(valueOf(pages) ?? [], isAlone ? null : valueOf(finding));
  }

  private show(pages: readonly Command[], finding: Finding | null): void {
    const { tabs, commands, note, all } = finding ?? nothing;
    this.tabs.set(tabs);
    this.found.set([...pages, ...commands, ...(all ? [all] : [])]);
    this.active.set(0);
    const isEmpty = this.found().length === 0;
    const hasFailed = finding === null && isEmpty;
    this.note.set(finding || hasFailed ? note : this.ui.words().paletteFailed);
    this.state.set(hasFailed ? 'failed' : this.query || !isEmpty ? 'answered' : 'start');
  }

  /** Pages and acts; at the start what was looked for last, too. A tab holds contents only. */
  private async pages(query: string): Promise<readonly Command[]> {
    if (this.tab() && query) return [];
    const found = await this.palette.find(query);
    if (!query) return [...this.recent.list().map((label, at): Command => ({ id: `${recentId}${at}`, label, icon: 'search', hint: this.ui.words().paletteRecent })), ...found];
    return this.palette.finder ? found.slice(0, pagesMost) : found;
  }

  private contents(query: string): Promise<Finding> {
    return query && this.palette.finder ? this.palette.finder(query, this.tab()) : Promise.resolve(nothing);
  }
}

const recentId = 'recent-';

const valueOf = <T>(settled: PromiseSettledResult<T>): T | null => (settled.status === 'fulfilled' ? settled.value : null);
