import { type CdkDialogContainer, Dialog } from '@angular/cdk/dialog';
import type { ComponentType } from '@angular/cdk/portal';
import type { Injector, StaticProvider } from '@angular/core';
import { DialogRef } from './dialog-ref';

export interface HostedDialog {
  component: ComponentType<unknown>;
  classes: string[];
  label?: string;
  locked?: boolean;
  autoFocus?: string;
  providers: StaticProvider[];
}

/** Shows a dialog with CDK: focus trap, Esc, focus given back. Loaded at the first dialog, so that pages without one stay light. */
export function showDialog(injector: Injector, hosted: HostedDialog, ref: DialogRef): void {
  if (ref.isOver) return;
  const shown = injector.get(Dialog).open(hosted.component, {
    ...(hosted.label ? { ariaLabel: hosted.label } : {}),
    panelClass: hosted.classes,
    backdropClass: 'co-veil',
    disableClose: hosted.locked ?? false,
    autoFocus: hosted.autoFocus ?? 'first-tabbable',
    restoreFocus: true,
    providers: (inner, _config, container) => {
      ref.attach({ close: (result) => inner.close(result), nameBy: (id) => (container as CdkDialogContainer)._addAriaLabelledBy(id) });
      return [...hosted.providers, { provide: DialogRef, useValue: ref }];
    },
  });
  shown.closed.subscribe((result) => ref.end(result));
}
