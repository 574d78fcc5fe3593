import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Banner } from '../banner';
import { Breadcrumb } from '../breadcrumb';
import { Button } from '../button';
import { Empty } from '../empty';
import { Progress } from '../progress';
import { SeeMore } from '../see-more';
import { Skeleton } from '../skeleton';
import { Tab, TabLinks } from '../tab-links';
import { TabPanel, Tabs } from '../tabs';

/** What a page says while it waits, when it is empty, when something happened; and how one moves in it. */
@Component({
  selector: 'co-design-states',
  imports: [Banner, Breadcrumb, Button, Empty, Progress, RouterLink, SeeMore, Skeleton, Tab, TabLinks, TabPanel, Tabs],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="stack">
      <co-banner tone="needs-you" heading="Le sondage ferme mardi à 18 h">Votre structure n’a pas encore répondu.<button coAction coButton size="small">Répondre</button></co-banner>
      <co-banner tone="warn" heading="À vérifier">La cible ESUS n’a pas d’échéance.</co-banner>
      <co-banner tone="info" dismissible>La rencontre 3 a été déplacée au mardi 10 mars.</co-banner>
      <co-banner tone="done">Votre réponse est enregistrée.</co-banner>
      <co-banner tone="offline">Hors ligne, 3 modifications sur cet appareil.</co-banner>
    </div>
    <div class="two">
      <co-empty heading="Rien à faire pour l’instant" text="La prochaine rencontre attend sa date. Nous vous écrirons dès que le sondage ouvre."><button coButton variant="primary">Voir le parcours</button></co-empty>
      <div class="stack">
        <co-progress label="Import des 11 structures" [value]="64" />
        <co-progress label="Mise en page du document" />
        <co-progress label="Envoi" [value]="12" [max]="30" valueText="12 pages sur 30" />
        <co-skeleton /><co-skeleton shape="tile" [lines]="2" />
      </div>
    </div>
    <div>
      <co-breadcrumb [crumbs]="[{ label: 'Parcours', link: '/design' }, { label: 'SPASER des GHT de Normandie', link: '/design' }, { label: 'Rencontre 2' }]" />
      <co-tab-links label="Pages du parcours"><a coTab routerLink="/design" [count]="6">Rencontres</a><a coTab routerLink="/design/cadre">Structures</a><a coTab routerLink="/design/documents">Documents</a></co-tab-links>
    </div>
    <co-tabs label="Panneau latéral">
      <ng-template coTabPanel="checks" label="Contrôles"><p>9 conformes, 3 à vérifier, 2 non renseignés.</p></ng-template>
      <ng-template coTabPanel="comments" label="Commentaires" [count]="4"><p>Quatre commentaires ouverts.</p></ng-template>
      <ng-template coTabPanel="versions" label="Versions"><p>Trois versions nommées.</p></ng-template>
    </co-tabs>
    <co-see-more [shown]="shown()" [total]="200" (more)="shown.set(shown() + 20)" />
  `,
  styles: `
    :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--co-space-8); }
    .stack { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--co-space-3); align-content: start; }
    .two { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 320px), 1fr)); gap: var(--co-space-6); }
  `,
})
export class DesignStates {
  protected readonly shown = signal(20);
}
