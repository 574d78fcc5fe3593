import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Button } from '../button';
import { CommandPalette } from '../command-palette.service';
import { DialogLayout } from '../dialog-layout';
import { Dialogs, injectDialogData } from '../dialogs.service';
import { DialogRef } from '../dialog-ref';
import { Field } from '../field';
import { Kbd } from '../kbd';
import { RadioGroup } from '../radio-group';
import { Shortcuts } from '../shortcuts.service';
import { TextInput } from '../text-input';
import { Toasts } from '../toasts.service';

/** What a dialog of the app looks like. */
@Component({
  selector: 'co-design-dialog',
  imports: [Button, DialogLayout, Field, RadioGroup, TextInput],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <co-dialog-layout [heading]="data.title" note="SPASER du CHU Caen Normandie">
      <div class="co-stack">
        <co-field label="Adresse de la personne" help="Elle recevra une invitation à son nom."><input coInput type="email" /></co-field>
        <co-radio-group label="Ce qu’elle peut faire" [options]="[{ value: 'read', label: 'Lire' }, { value: 'comment', label: 'Lire et commenter' }, { value: 'write', label: 'Écrire' }]" value="comment" />
      </div>
      <ng-container coFooter><button coButton (click)="ref.close()">Annuler</button><button coButton variant="primary" (click)="ref.close()">Inviter</button></ng-container>
    </co-dialog-layout>
  `,
})
export class DesignDialog {
  protected readonly data = injectDialogData<{ title: string }>();
  protected readonly ref = inject<DialogRef>(DialogRef);
}

/** Dialogs, sheets, confirmation, toasts, palette, shortcuts. */
@Component({
  selector: 'co-design-overlays',
  imports: [Button, Kbd],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="line">
      <button coButton (click)="dialogs.open(dialog, { title: 'Partager' })">Ouvrir un dialogue</button>
      <button coButton (click)="dialogs.sheet(dialog, { title: 'Volet' })">Ouvrir un volet</button>
      <button coButton (click)="dialogs.sheet(dialog, { title: 'Feuille' }, { side: 'bottom' })">Ouvrir une feuille</button>
      <button coButton (click)="confirm()">Demander confirmation</button>
    </div>
    <div class="line">
      <button coButton (click)="toasts.show('Rencontre 3 déplacée au mardi 10 mars.', { undo: nothing })">Message avec «&nbsp;Annuler&nbsp;»</button>
      <button coButton (click)="toasts.show('Invitation envoyée à 5 personnes.')">Message simple</button>
      <button coButton (click)="toasts.show('Le fichier dépasse 20 Mo : rien n’a été envoyé.', { tone: 'problem' })">Message d’échec</button>
    </div>
    <div class="line">
      <button coButton (click)="palette.open()">Palette <co-kbd keys="Ctrl K" /></button>
      <button coButton (click)="shortcuts.show()">Raccourcis <co-kbd keys="?" /></button>
    </div>
  `,
  styles: `:host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--co-space-4); } .line { display: flex; flex-wrap: wrap; gap: var(--co-space-3); }`,
})
export class DesignOverlays {
  protected readonly dialogs = inject(Dialogs);
  protected readonly toasts = inject(Toasts);
  protected readonly palette = inject(CommandPalette);
  protected readonly shortcuts = inject(Shortcuts);
  protected readonly dialog = DesignDialog;

  protected readonly nothing = (): void => undefined;

  protected async confirm(): Promise<void> {
    const agreed = await this.dialogs.confirm({
      title: 'Supprimer ce parcours ?',
      text: 'Ses six rencontres et leurs sondages disparaissent. Les documents des structures restent à elles.',
      confirm: 'Supprimer le parcours',
      danger: true,
      typed: 'Normandie',
    });
    if (agreed) this.toasts.show('Parcours supprimé.');
  }
}
