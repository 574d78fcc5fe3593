import { inject, Injectable } from '@angular/core';
import { Dialogs } from './dialogs.service';
import type { IconName } from './icons';
import { UiWords } from './ui-words';

/** One thing the palette can reach: a page (`link`) or an act (`run`). */
export interface Command {
  id: string;
  label: string;
  hint?: string;
  icon?: IconName;
  link?: string | readonly unknown[];
  run?: () => void;
}

export type CommandProvider = (query: string) => Promise<readonly Command[]>;

/** Ctrl+K: one box to go anywhere. The app registers what can be found; the box itself loads at its first opening. */
@Injectable({ providedIn: 'root' })
export class CommandPalette {
  private readonly dialogs = inject(Dialogs);
  private readonly ui = inject(UiWords);
  private readonly providers: CommandProvider[] = [];
  private isOpen = false;

  /** Returns what takes the provider away again. */
  register(provider: CommandProvider): () => void {
    this.providers.push(provider);
    return () => {
      const index = this.providers.indexOf(provider);
      if (index >= 0) this.providers.splice(index, 1);
    };
  }

  async open(): Promise<void> {
    if (this.isOpen) return;
    this.isOpen = true;
    const { PaletteDialog } = await import('./palette-dialog');
    const shown = this.dialogs.show(PaletteDialog, undefined, { label: this.ui.words().palette, classes: ['co-dialog', 'co-palette'], autoFocus: 'input' });
    shown.closed.subscribe(() => (this.isOpen = false));
  }

  /** Asks every provider; one that fails does not hide the others, all failing is an error. */
  async find(query: string): Promise<readonly Command[]> {
    const answers = await Promise.allSettled(this.providers.map((provider) => provider(query)));
    if (answers.length && answers.every((answer) => answer.status === 'rejected')) throw new Error('Every provider of the palette failed.');
    return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  }
}
