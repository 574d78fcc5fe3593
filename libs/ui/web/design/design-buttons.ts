import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button } from '../button';
import { CopyButton } from '../copy-button';
import { Icon } from '../icon';
import { Kbd } from '../kbd';
import { Menu } from '../menu';
import { MenuGroup, MenuItem } from '../menu-item';
import { MenuTrigger } from '../menu-trigger';
import { Tooltip } from '../tooltip';
import { longLabel } from './samples';

/** Buttons, links, menus, tooltips. */
@Component({
  selector: 'co-design-buttons',
  imports: [Button, CopyButton, Icon, Kbd, Menu, MenuGroup, MenuItem, MenuTrigger, RouterLink, Tooltip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="line">
      <button coButton variant="primary"><co-icon name="calendar-check" />Répondre aux sondages</button>
      <button coButton>Compléter</button>
      <button coButton variant="quiet"><co-icon name="plus" />Ajouter une ligne</button>
      <button coButton variant="danger"><co-icon name="trash-2" />Supprimer le parcours</button>
      <a coButton routerLink="/design"><co-icon name="external-link" />Lien-bouton</a>
    </div>
    <div class="line">
      <button coButton variant="primary" [loading]="busy()" (click)="work()">Enregistrer</button>
      <button coButton loading>En attente</button>
      <button coButton variant="primary" disabled>Indisponible</button>
      <button coButton disabled>Indisponible</button>
      <button coButton [attr.aria-pressed]="pressed()" (click)="pressed.set(!pressed())"><co-icon name="star" />Bascule</button>
    </div>
    <div class="line">
      <button coButton size="small" variant="primary">Petit</button>
      <button coButton size="small">Petit</button>
      <button coButton square aria-label="Gras" coTooltip="Gras (Ctrl B)"><co-icon name="bold" /></button>
      <button coButton square variant="quiet" aria-label="Autres actes" [coMenuTrigger]="menu"><co-icon name="ellipsis" /></button>
      <button coButton [coMenuTrigger]="menu">Plus<co-icon name="chevron-down" size="small" /></button>
      <co-copy-button text="https://cohorte.example/parcours" label="Copier le lien" />
      <button coButton variant="quiet" coTooltip="Un mot bref, au survol comme au clavier">Avec une bulle</button>
    </div>
    <div class="narrow"><button coButton variant="primary" wide>{{ long }}</button></div>
    <p>Un <a routerLink="/design">lien dans le texte</a> reste souligné. Au clavier, l’anneau vert de 2 px entoure ce qui a le focus ; au survol, le bord ou le fond fonce. <co-kbd keys="Ctrl K" /></p>
    <ng-template #menu>
      <co-menu>
        <button coMenuItem><co-icon name="pencil" />Renommer</button>
        <button coMenuItem><co-icon name="copy" />Dupliquer</button>
        <button coMenuItem disabled><co-icon name="download" />Exporter (rien à exporter)</button>
        <co-menu-group label="Sans retour" />
        <button coMenuItem danger><co-icon name="trash-2" />Supprimer</button>
      </co-menu>
    </ng-template>
  `,
  styles: `
    :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--co-space-5); }
    .line { display: flex; flex-wrap: wrap; align-items: center; gap: var(--co-space-3); }
    .narrow { max-width: 320px; }
  `,
})
export class DesignButtons {
  protected readonly busy = signal(false);
  protected readonly pressed = signal(true);
  protected readonly long = longLabel;

  protected work(): void {
    this.busy.set(true);
    setTimeout(() => this.busy.set(false), 1_500);
  }
}
