import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Avatar } from '../avatar';
import { AvatarGroup } from '../avatar-group';
import { Card } from '../card';
import { Chip } from '../chip';
import { DateBlock } from '../date-block';
import { DatePipe, DateTimePipe, RelativePipe, TimePipe } from '../date.pipe';
import { CountPipe } from '../count.pipe';
import { Fact, Facts } from '../facts';
import { StageChip } from '../stage-chip';
import { Table } from '../table';
import { Tile } from '../tile';
import { sampleRows } from './samples';

/** Cards, tiles, chips, people, dates, tables, facts. */
@Component({
  selector: 'co-design-content',
  imports: [Avatar, AvatarGroup, Card, Chip, CountPipe, DateBlock, DatePipe, DateTimePipe, Fact, Facts, RelativePipe, RouterLink, StageChip, Table, Tile, TimePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="line">
      <co-chip tone="brick" icon="clock">Sondage ouvert jusqu’au mardi 1er décembre</co-chip><co-chip tone="slate" icon="notebook-pen">À préparer</co-chip>
      <co-chip tone="green" icon="check">Enregistré</co-chip><co-chip tone="amber" icon="triangle-alert">À vérifier</co-chip><co-chip icon="lock">Confidentiel</co-chip>
    </div>
    <div class="line"><co-stage-chip progress="not-started">Pas commencé</co-stage-chip><co-stage-chip progress="framing">Cadrage</co-stage-chip><co-stage-chip progress="under-way">Rédaction</co-stage-chip><co-stage-chip progress="done">Publié</co-stage-chip></div>
    <div class="tiles">
      <a coTile routerLink="/design"><strong>GHT Normandie Centre</strong><span class="soft">CHU Caen Normandie</span><co-stage-chip progress="under-way">Diagnostic</co-stage-chip></a>
      <a coTile routerLink="/design"><strong>GHT Rouen Cœur de Seine</strong><span class="soft">CHU de Rouen</span><co-stage-chip progress="under-way">Rédaction</co-stage-chip></a>
      <a coTile routerLink="/design"><strong>GHT de l’Estuaire</strong><span class="soft">GH du Havre</span><co-stage-chip progress="framing">Cadrage</co-stage-chip></a>
    </div>
    <div class="two">
      <co-card heading="Conduire son projet et son équipe projet" note="Visioconférence · 1 h 30">
        <span coAside class="soft">Rencontre 2</span>
        <div class="dated"><co-date-block date="2024-10-17T12:00:00Z" /><co-date-block date="2024-12-01T09:00:00Z" tone="needs-you" />
          <p>{{ '2024-10-17T12:00:00Z' | coDateTime }}<br /><span class="soft">{{ '2024-12-01T09:30:00Z' | coDate: 'weekday' }}, {{ '2024-12-01T09:30:00Z' | coTime }} · {{ '2024-11-30T09:30:00Z' | coRelative: '2024-12-01T09:30:00Z' }} · {{ 11 | coCount: { one: '# structure', other: '# structures' } }}</span></p></div>
      </co-card>
      <co-card heading="La structure">
        <dl coFacts><div coFact label="Nature">Groupement hospitalier de territoire</div><div coFact label="Établissement support">CHU Caen Normandie</div><div coFact label="Achats annuels">142 M€ HT</div></dl>
      </co-card>
    </div>
    <div class="line"><co-avatar name="Anne-Lise Le Goff" size="large" /><co-avatar name="Camille Roussel" /><co-avatar name="Jeanne Marchand" /><co-avatar name="Karim Haddad" size="small" />
      <co-avatar-group [names]="['Anne-Lise Le Goff', 'Camille Roussel', 'Jeanne Marchand', 'Karim Haddad', 'Inès Vasseur', 'Paul Niang']" [max]="3" /></div>
    <co-card flush>
      <table coTable>
        <thead><tr><th scope="col">Structure</th><th scope="col">Support</th><th scope="col" class="number">Achats (M€ HT)</th><th scope="col" class="number">Part avec clause</th></tr></thead>
        <tbody>
          @for (row of rows; track row.structure) {
            <tr [class.mine]="$first"><th scope="row">{{ row.structure }}</th><td data-label="Support">{{ row.lead }}</td><td class="number" data-label="Achats (M€ HT)">{{ row.budget }}</td>
              <td class="number" data-label="Part avec clause">@if (row.share) {{{ row.share }}} @else {<span class="soft">– pas encore compté</span>}</td></tr>
          }
        </tbody>
      </table>
    </co-card>
  `,
  styles: `
    :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--co-space-5); }
    .line { display: flex; flex-wrap: wrap; align-items: center; gap: var(--co-space-2); }
    .soft { color: var(--co-soft); }
    .tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 220px), 1fr)); gap: var(--co-space-3); }
    .tiles co-stage-chip { margin-top: var(--co-space-2); }
    .two { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 320px), 1fr)); gap: var(--co-gap); }
    .dated { display: flex; flex-wrap: wrap; align-items: center; gap: var(--co-space-3); }
    .dated p { flex: 1 1 12rem; }
  `,
})
export class DesignContent {
  protected readonly rows = sampleRows;
}
