import { inject, Injectable } from '@angular/core';
import { Dialogs } from './dialogs.service';
import type { IconName } from './icons';
import type { TextMarks } from './marked-text';
import { UiWords } from './ui-words';

/** One thing the palette can reach: a page (`link`) or an act (`run`). */
export interface Command {
  id: string;
  label: string;
  labelMarks?: TextMarks;
  hint?: string;
  /** Words that say why it was found. */
  extract?: { readonly text: string; readonly marks: TextMarks } | null;
  icon?: IconName;
  link?: string | readonly unknown[];
  run?: () => void;
}

export type CommandProvider = (query: string) => Promise<readonly Command[]>;

/** What the whole platform answers: the best of it, how it shares out, how the question was understood. */
export interface Finding {
  readonly tabs: readonly { readonly id: string; readonly label: string; readonly count: number; readonly isMore: boolean }[];
  readonly commands: readonly Command[];
  readonly note: string;
  /** Where the rest of it is. */
  readonly all: Command | null;
}

/** Asked with what is typed and the chosen tab, empty for all. */
export type Finder = (query: string, tab: string) => Promise<Finding>;

/** Ctrl+K: one box to find anything and go anywhere. The app registers what can be found; the box itself loads at its first opening. */
@Injectable({ providedIn: 'root' })
export class CommandPalette {
  /** What finds among contents; without it only pages and acts are found. */
  finder: Finder | null = null;
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
