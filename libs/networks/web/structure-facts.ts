import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type Obligation, type StructurePage, writeEuros } from '@cohorte/networks/contract';
import { Chip, type ChipTone } from '@cohorte/ui/web/chip';
import { Fact, Facts } from '@cohorte/ui/web/facts';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoPipe } from '@jsverse/transloco';

const tones: Record<Obligation, ChipTone> = { obliged: 'amber', 'not-obliged': 'plain', unknown: 'plain', 'not-concerned': 'plain' };

/** The identity card of a structure: what it is, where it belongs, what it buys and whether the obligation applies. */
@Component({
  selector: 'co-structure-facts',
  imports: [Chip, Fact, Facts, RouterLink, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <dl coFacts>
      <div coFact [label]="'networks.structure.kind' | transloco">{{ 'networks.kinds.' + structure().kind | transloco }}</div>
      @if (structure().town; as town) {<div coFact [label]="'networks.structure.town' | transloco">{{ town }}</div>}
      @if (structure().parent; as parent) {
        <div coFact [label]="'networks.structure.parent' | transloco">
          <a [routerLink]="['/structures', parent.id]">{{ parent.name }}</a>@if (structure().groupRole; as role) {<span class="soft">, {{ 'networks.groupRoles.' + role | transloco }}</span>}
        </div>
      }
      @if (structure().networks.length) {
        <div coFact [label]="'networks.structure.networks' | transloco">
          @for (network of structure().networks; track network.id) {<a class="line" [routerLink]="['/reseaux', network.id]">{{ network.name }}</a>}
        </div>
      }
      @if (structure().cohorts.length) {
        <div coFact [label]="'networks.structure.cohorts' | transloco">@for (cohort of structure().cohorts; track cohort.id) {<span class="line">{{ cohort.name }}</span>}</div>
      }
      @if (structure().details; as details) {
        @if (details.siret; as siret) {<div coFact [label]="'networks.structure.siret' | transloco"><span class="tabular">{{ siret }}</span></div>}
        @if (structure().isLegalPerson) {
          <div coFact [label]="'networks.structure.purchases' | transloco">
            @if (details.purchases; as given) {<span>{{ 'networks.structure.purchasesOf' | transloco: { amount: euros(given.amount), year: given.year } }}</span>}
            @else {<span class="soft">{{ 'networks.structure.noPurchases' | transloco }}</span>}
          </div>
        }
        @if (details.establishmentPurchases; as sum) {
          <div coFact [label]="'networks.structure.sum' | transloco">{{ 'networks.structure.sumOf' | transloco: { amount: euros(sum.amount), counted: sum.counted, total: sum.total } }}</div>
        }
      }
    </dl>
    @if (structure().details; as details) {
      <div class="obligation">
        <co-chip [tone]="tone()">{{ 'networks.obligation.' + details.obligation | transloco }}</co-chip>
        <p>{{ 'networks.obligation.help.' + details.obligation | transloco }}</p>
      </div>
    }
  `,
  styles: `
    .soft, .obligation p { color: var(--co-soft); }
    .line { display: block; }
    .tabular { font-variant-numeric: tabular-nums; }
    .obligation { display: grid; gap: var(--co-space-2); justify-items: start; margin-top: var(--co-space-3); padding-top: var(--co-space-3); border-top: 1px solid var(--co-hairline); }
    .obligation p { font-size: var(--co-text-xs); }
  `,
})
export class StructureFacts {
  readonly structure = input.required<StructurePage>();
  private readonly ui = inject(UiWords);
  protected readonly tone = computed(() => tones[this.structure().details?.obligation ?? 'unknown']);

  protected euros(amount: number): string {
    return writeEuros(amount, this.ui.language());
  }
}
