import { Dialog, DIALOG_DATA, type DialogRef } from '@angular/cdk/dialog';
import type { ComponentType } from '@angular/cdk/portal';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { ConfirmDialog, type ConfirmQuestion } from './confirm-dialog';

export interface DialogOptions {
  size?: 'small' | 'normal' | 'wide';
  /** Accessible name when the component does not use `co-dialog-layout`. */
  label?: string;
  /** A press outside or Esc does not close: for work that would be lost. */
  locked?: boolean;
}

/** The data a dialog was opened with. */
export function injectDialogData<T>(): T {
  return inject<T>(DIALOG_DATA);
}

/** Opens what floats above the page; on a phone everything comes from below. */
@Injectable({ providedIn: 'root' })
export class Dialogs {
  private readonly dialog = inject(Dialog);

  open<R = unknown, D = unknown, C = unknown>(component: ComponentType<C>, data?: D, options: DialogOptions = {}): DialogRef<R, C> {
    return this.show<R, D, C>(component, data, { ...options, classes: ['co-dialog', `co-dialog-${options.size ?? 'normal'}`] });
  }

  sheet<R = unknown, D = unknown, C = unknown>(component: ComponentType<C>, data?: D, options: DialogOptions & { side?: 'start' | 'end' | 'bottom' } = {}): DialogRef<R, C> {
    return this.show<R, D, C>(component, data, { ...options, classes: ['co-sheet', `co-sheet-${options.side ?? 'end'}`] });
  }

  /** Asks before what cannot be undone; with `typed`, the person writes that word first. */
  async confirm(question: ConfirmQuestion): Promise<boolean> {
    const shown = this.open<boolean, ConfirmQuestion, ConfirmDialog>(ConfirmDialog, question, { size: 'small' });
    return (await firstValueFrom(shown.closed, { defaultValue: false })) === true;
  }

  private show<R, D, C>(component: ComponentType<C>, data: D | undefined, options: DialogOptions & { classes: string[] }): DialogRef<R, C> {
    return this.dialog.open<R, D, C>(component, {
      ...(data === undefined ? {} : { data }),
      ...(options.label ? { ariaLabel: options.label } : {}),
      panelClass: options.classes,
      backdropClass: 'co-veil',
      disableClose: options.locked ?? false,
      autoFocus: 'first-tabbable',
      restoreFocus: true,
    });
  }
}
