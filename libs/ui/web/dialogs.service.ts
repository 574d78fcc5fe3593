import { inject, Injectable, InjectionToken, Injector, type Type } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { ConfirmDialog, ConfirmQuestion } from './confirm-dialog';
import { DialogRef } from './dialog-ref';

export interface DialogOptions {
  size?: 'small' | 'normal' | 'wide';
  /** Accessible name when the component does not use `co-dialog-layout`. */
  label?: string;
  /** A press outside or Esc does not close: for work that would be lost. */
  locked?: boolean;
  /** Which element takes the focus, as a CSS selector; by default the first one that can. */
  autoFocus?: string;
}

const dialogData = new InjectionToken<unknown>('co-dialog-data');

/** The data a dialog was opened with. */
export function injectDialogData<T>(): T {
  return inject<T>(dialogData as InjectionToken<T>);
}

/** Opens what floats above the page; on a phone everything comes from below. */
@Injectable({ providedIn: 'root' })
export class Dialogs {
  private readonly injector = inject(Injector);

  open<R = unknown, D = unknown>(component: Type<unknown>, data?: D, options: DialogOptions = {}): DialogRef<R> {
    return this.show<R>(component, data, { ...options, classes: ['co-dialog', `co-dialog-${options.size ?? 'normal'}`] });
  }

  sheet<R = unknown, D = unknown>(component: Type<unknown>, data?: D, options: DialogOptions & { side?: 'start' | 'end' | 'bottom' } = {}): DialogRef<R> {
    return this.show<R>(component, data, { ...options, classes: ['co-sheet', `co-sheet-${options.side ?? 'end'}`] });
  }

  /** Asks before what cannot be undone; with `typed`, the person writes that word first. */
  async confirm(question: ConfirmQuestion): Promise<boolean> {
    const { ConfirmDialog: dialog }: { ConfirmDialog: Type<ConfirmDialog> } = await import('./confirm-dialog');
    const shown = this.open<boolean>(dialog, question, { size: 'small' });
    return (await firstValueFrom(shown.closed, { defaultValue: false })) === true;
  }

  /** A pane with its own classes, for what is neither a dialog nor a sheet (the palette). */
  show<R>(component: Type<unknown>, data: unknown, options: DialogOptions & { classes: string[] }): DialogRef<R> {
    const ref = new DialogRef<R>();
    const hosted = { ...options, component, providers: [{ provide: dialogData, useValue: data }] };
    import('./dialog-host').then(({ showDialog }) => showDialog(this.injector, hosted, ref as DialogRef), () => ref.end());
    return ref;
  }
}
