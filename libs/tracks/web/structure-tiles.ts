import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type CohortStructure, type SchemeStage, schemeStages } from '@cohorte/tracks/contract';
import { Button } from '@cohorte/ui/web/button';
import { Icon } from '@cohorte/ui/web/icon';
import { Menu } from '@cohorte/ui/web/menu';
import { MenuGroup, MenuItem } from '@cohorte/ui/web/menu-item';
import { MenuTrigger } from '@cohorte/ui/web/menu-trigger';
import { StageChip } from '@cohorte/ui/web/stage-chip';
import { Tile } from '@cohorte/ui/web/tile';
import { TranslocoDirective } from '@jsverse/transloco';
import { progressOf, shownName } from './cohort-view';

/** The structures of a cohort as quiet tiles: who, how far, never a ranking. */
@Component({
  selector: 'co-structure-tiles',
  imports: [Button, Icon, Menu, MenuGroup, MenuItem, MenuTrigger, RouterLink, StageChip, Tile, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul role="list" *transloco="let t; prefix: 'tracks'">
      @for (structure of ordered(); track structure.id) {
        <li coTile [class.mine]="structure.mine">
          <h3><a [routerLink]="['/structures', structure.id]">{{ name(structure) }}</a></h3>
          <p class="soft">{{ structure.supportName || structure.town || (structure.shortName ? structure.name : '') || t('structures.open') }}</p>
          <p class="soft lead">@if (structure.leadName; as lead) {{{ t('structures.lead', { name: lead }) }}} @else {<span [class.needed]="canEdit() && !structure.leadInvited">{{ t(structure.leadInvited ? 'structures.leadInvited' : 'structures.noLead') }}</span>}</p>
          <div class="foot">
            <co-stage-chip [progress]="progress(structure.stage)">{{ t('stages.' + structure.stage) }}</co-stage-chip>
            @if (structure.mine) {<span class="yours">{{ t('structures.mine') }}</span>}
          </div>
          @if (structure.mine || canEdit()) {
            <button coButton type="button" variant="quiet" size="small" square class="acts" [coMenuTrigger]="menu" [attr.aria-label]="t('structures.acts', { name: name(structure) })"><co-icon name="ellipsis" /></button>
            <ng-template #menu>
              <co-menu>
                @if (structure.draftId; as draftId) {<a coMenuItem [routerLink]="['/documents', draftId]"><co-icon name="file-pen" />{{ t('structures.openDraft') }}</a>}
                <co-menu-group [label]="t('structures.stage')" />
                @for (stage of stages; track stage) {
                  <button coMenuItem type="button" [attr.aria-current]="stage === structure.stage ? 'true' : null" (triggered)="staged.emit({ structure, stage })"><co-icon [name]="stage === structure.stage ? 'check' : 'circle'" />{{ t('stages.' + stage) }}</button>
                }
                @if (canEdit()) {
                  <co-menu-group />
                  <button coMenuItem type="button" danger (triggered)="removed.emit(structure)"><co-icon name="x" />{{ t('structures.remove') }}</button>
                }
              </co-menu>
            </ng-template>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 220px), 1fr)); gap: var(--co-space-3); }
    li { position: relative; transition: border-color var(--co-quick) var(--co-ease); }
    li:hover { border-color: var(--co-green); }
    .mine { border-color: var(--co-green); }
    h3 { font-size: var(--co-text-s); padding-right: var(--co-space-6); }
    a:not([coMenuItem]) { color: var(--co-ink); text-decoration: none; }
    h3 a::after { content: ''; position: absolute; inset: 0; border-radius: var(--co-radius-card); }
    h3 a:focus-visible { outline: none; }
    h3 a:focus-visible::after { outline: 2px solid var(--co-green); outline-offset: 2px; }
    .soft { color: var(--co-soft); font-size: var(--co-text-xs); }
    .lead:empty { display: none; }
    .needed { color: var(--co-brick); }
    .foot { display: flex; flex-wrap: wrap; align-items: center; gap: var(--co-space-2); margin-top: auto; padding-top: var(--co-space-2); }
    .yours { font-size: var(--co-text-xs); color: var(--co-green); font-weight: 650; }
    .acts { position: absolute; top: var(--co-space-2); right: var(--co-space-2); z-index: 1; color: var(--co-soft); }
    @media print { .acts { display: none; } li { break-inside: avoid; } }
  `,
})
export class StructureTiles {
  readonly structures = input.required<readonly CohortStructure[]>();
  readonly canEdit = input(false);
  readonly staged = output<{ structure: CohortStructure; stage: SchemeStage }>();
  readonly removed = output<CohortStructure>();
  /** The reader's own first; the others in the order given, which says nothing of how far they are. */
  protected readonly ordered = computed(() => [...this.structures()].sort((a, b) => Number(b.mine) - Number(a.mine)));
  protected readonly stages = schemeStages;
  protected readonly name = shownName;
  protected readonly progress = progressOf;
}
