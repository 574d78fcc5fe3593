import { ChangeDetectionStrategy, Component } from '@angular/core';
import { Card } from '../card';
import { Logo } from '../logo';
import { Thread } from '../thread';
import { everyState, sampleStops } from './samples';

/** The thread at its four sizes and in its six states. */
@Component({
  selector: 'co-design-thread',
  imports: [Card, Logo, Thread],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h3>En tête de parcours</h3>
    <co-thread [stops]="stops" sideLabel="2 webinaires Travaux" label="SPASER des GHT de Normandie" />
    <h3>Tous les états</h3>
    <co-thread [stops]="every" label="Tous les états" />
    <h3>Dans une liste, comme logo, en attente</h3>
    <div class="small">
      <co-card heading="SPASER des GHT de Normandie" [level]="4"><co-thread size="list" [stops]="stops" /><p class="note">1 rencontre sur 6 · la suivante attend sa date</p></co-card>
      <co-card heading="La marque" [level]="4"><co-logo /></co-card>
      <co-card heading="Le temps d’attendre" [level]="4"><co-thread size="loader" loading="Ouverture du document" /></co-card>
    </div>
  `,
  styles: `
    :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--co-space-6); }
    .small { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 260px), 1fr)); gap: var(--co-space-3); }
    .note { margin-top: var(--co-space-3); color: var(--co-soft); }
    co-logo { font-size: var(--co-text-l); }
  `,
})
export class DesignThread {
  protected readonly stops = sampleStops;
  protected readonly every = everyState;
}
