import { ChangeDetectionStrategy, Component, computed, inject, type OnInit, signal } from '@angular/core';
import { Router } from '@angular/router';
import { CommandPalette, type Command } from './command-palette.service';
import { DialogRef } from './dialog-ref';
import { Icon } from './icon';
import { Kbd } from './kbd';
import { UiWords } from './ui-words';

/** A pause this short is not felt, and spares the server a call for each letter. */
const pauseMs = 120;

/** A combobox and its listbox: the focus stays in the box, arrows move the choice, Enter takes it. */
@Component({
  selector: 'co-palette-dialog',
  imports: [Icon, Kbd],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="box">
      <co-icon name="search" />
      <input type="text" role="combobox" autocomplete="off" spellcheck="false" aria-autocomplete="list" aria-controls="co-palette-list" [attr.aria-label]="ui.words().palette" [placeholder]="ui.words().paletteHint"
        [attr.aria-expanded]="found().length > 0" [attr.aria-activedescendant]="found().length ? 'co-palette-' + active() : null"
        (input)="ask($any($event.target).value)" (keydown)="key($event)" />
      <co-kbd keys="Esc" />
    </div>
    <ul id="co-palette-list" role="listbox" [attr.aria-label]="ui.words().palette" [hidden]="!found().length">
      @for (command of found(); track command.id; let index = $index) {
        <li role="option" [id]="'co-palette-' + index" [attr.aria-selected]="index === active()" (click)="take(command)" (pointermove)="active.set(index)" (keydown.enter)="take(command)" tabindex="-1">
          <co-icon [name]="command.icon ?? 'arrow-right'" />
          <span class="label">{{ command.label }}</span>
          @if (command.hint; as said) {<span class="hint">{{ said }}</span>}
        </li>
      }
    </ul>
    <p class="said" [class.hidden]="found().length > 0" role="status">{{ said() }}</p>
    <p class="keys" aria-hidden="true"><co-kbd keys="↑ ↓" /> {{ ui.words().toChoose }} <co-kbd keys="↵" /> {{ ui.words().toOpen }}</p>
  `,
  styleUrl: './palette-dialog.css',
})
export class PaletteDialog implements OnInit {
  protected readonly ui = inject(UiWords);
  protected readonly found = signal<readonly Command[]>([]);
  protected readonly active = signal(0);
  private readonly state = signal<'start' | 'asking' | 'answered' | 'failed'>('start');
  private readonly palette = inject(CommandPalette);
  private readonly router = inject(Router);
  private readonly ref = inject(DialogRef, { optional: true });
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

  protected take(command: Command): void {
    this.ref?.close();
    command.run?.();
    if (typeof command.link === 'string') void this.router.navigateByUrl(command.link);
    else if (command.link) void this.router.navigate([...command.link]);
  }

  private async search(query: string): Promise<void> {
    const mine = ++this.asked;
    if (!this.found().length && query) this.state.set('asking');
    try {
      const found = await this.palette.find(query.trim());
      if (mine !== this.asked) return;
      this.found.set(found);
      this.active.set(0);
      this.state.set(query || found.length ? 'answered' : 'start');
    } catch {
      if (mine !== this.asked) return;
      this.found.set([]);
      this.state.set('failed');
    }
  }
}
