import { inject, Injectable, signal } from '@angular/core';
import { UiWords } from './ui-words';

export type ToastTone = 'done' | 'info' | 'problem';

/** What just happened, in one sentence; with `undo`, a way back. */
export interface Toast {
  id: number;
  text: string;
  tone: ToastTone;
  undo?: () => void | Promise<void>;
}

/** Long enough to be read twice; longer when there is something to press. */
const stay = { plain: 6_000, undo: 10_000 };

/** Says that something was done, and offers «Annuler» while it still can be. */
@Injectable({ providedIn: 'root' })
export class Toasts {
  private readonly ui = inject(UiWords);
  private readonly shown = signal<readonly Toast[]>([]);
  private readonly timers = new Map<number, ReturnType<typeof setTimeout>>();
  private held = false;
  private last = 0;
  readonly toasts = this.shown.asReadonly();

  show(text: string, options: { tone?: ToastTone; undo?: () => void | Promise<void> } = {}): number {
    const toast: Toast = { id: ++this.last, text, tone: options.tone ?? 'done', ...(options.undo ? { undo: options.undo } : {}) };
    this.shown.update((all) => [...all.slice(-2), toast]);
    if (!this.held) this.start(toast);
    return toast.id;
  }

  async undo(toast: Toast): Promise<void> {
    this.dismiss(toast.id);
    await toast.undo?.();
    this.show(this.ui.words().undone, { tone: 'info' });
  }

  dismiss(id: number): void {
    clearTimeout(this.timers.get(id));
    this.timers.delete(id);
    this.shown.update((all) => all.filter((toast) => toast.id !== id));
    if (!this.shown().length) this.held = false;
  }

  /** Hover or focus: nothing leaves while someone reads. */
  pause(): void {
    this.held = true;
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
  }

  resume(): void {
    this.held = false;
    for (const toast of this.shown()) this.start(toast);
  }

  private start(toast: Toast): void {
    clearTimeout(this.timers.get(toast.id));
    this.timers.set(toast.id, setTimeout(() => this.dismiss(toast.id), toast.undo ? stay.undo : stay.plain));
  }
}
