import { DOCUMENT, isPlatformBrowser } from '@angular/common';
import { inject, Injectable, PLATFORM_ID, signal } from '@angular/core';
import { Dialogs } from './dialogs.service';

/** Keys as they are shown («Ctrl K», «?»), what they do in words (a function follows the language), and the act. */
export interface Shortcut {
  keys: string;
  label: string | (() => string);
  run: () => void;
}

const storageKey = 'cohorte.single-keys';

/** The keys the app answers to; `?` shows them. Single letters can be switched off (they trouble voice control). */
@Injectable({ providedIn: 'root' })
export class Shortcuts {
  private readonly document = inject(DOCUMENT);
  private readonly dialogs = inject(Dialogs);
  private readonly known = signal<readonly Shortcut[]>([]);
  readonly all = this.known.asReadonly();
  readonly singleKeys = signal(true);

  constructor() {
    if (!isPlatformBrowser(inject(PLATFORM_ID))) return;
    this.singleKeys.set(this.stored() !== 'off');
    this.document.addEventListener('keydown', (event) => this.answer(event));
  }

  /** Returns what takes the shortcut away again. */
  register(shortcut: Shortcut): () => void {
    this.known.update((all) => [...all, shortcut]);
    return () => this.known.update((all) => all.filter((one) => one !== shortcut));
  }

  allowSingleKeys(allowed: boolean): void {
    this.singleKeys.set(allowed);
    try {
      localStorage.setItem(storageKey, allowed ? 'on' : 'off');
    } catch {
      // A browser that refuses to store still obeys until the page is left.
    }
  }

  /** What a shortcut does, in the language of now. */
  words(shortcut: Shortcut): string {
    return typeof shortcut.label === 'string' ? shortcut.label : shortcut.label();
  }

  private stored(): string | null {
    try {
      return localStorage.getItem(storageKey);
    } catch {
      return null;
    }
  }

  async show(): Promise<void> {
    const { ShortcutsDialog } = await import('./shortcuts-dialog');
    this.dialogs.open(ShortcutsDialog, undefined, { size: 'small' });
  }

  private answer(event: KeyboardEvent): void {
    const pressed = this.known().findLast((shortcut) => matches(shortcut.keys, event));
    if (!pressed || event.defaultPrevented) return;
    if (!pressed.keys.includes(' ') && (!this.singleKeys() || isTyping(event.target))) return;
    event.preventDefault();
    pressed.run();
  }
}

/** «Ctrl» stands for ⌘ on a Mac. */
function matches(keys: string, event: KeyboardEvent): boolean {
  const parts = keys.split(' ');
  const key = parts.at(-1)?.toLowerCase();
  const shift = parts.includes('Maj') ? event.shiftKey : true;
  return event.key.toLowerCase() === key && shift && parts.includes('Ctrl') === (event.ctrlKey || event.metaKey) && parts.includes('Alt') === event.altKey;
}

function isTyping(target: EventTarget | null): boolean {
  const element = target as HTMLElement | null;
  return !!element?.closest?.('input, textarea, select, [contenteditable]:not([contenteditable=false]), [role=dialog]');
}
