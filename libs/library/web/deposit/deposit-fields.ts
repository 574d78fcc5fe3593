import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { audienceTerms, type DepositPlaceCard, formsByKind, licenceTerms, resourceKinds, sectorTerms, segmentTerms, stageTerms, type Term, territoryTerms, themeTerms } from '@cohorte/library/contract';
import { Field } from '@cohorte/ui/web/field';
import { TextInput } from '@cohorte/ui/web/text-input';
import { TranslocoDirective } from '@jsverse/transloco';
import { placeKey } from '../resource-form';
import { ResourceWords } from '../resource-words';
import { TagChoice } from '../tags/tag-choice';
import { TermChoice } from '../term-choice';
import type { DepositForm } from './deposit-form';

type Lists = 'themes' | 'segments' | 'stages' | 'sectors' | 'territories' | 'audiences';
const furtherLists: readonly { name: Lists; terms: readonly Term[] }[] = [
  { name: 'segments', terms: segmentTerms }, { name: 'stages', terms: stageTerms }, { name: 'sectors', terms: sectorTerms }, { name: 'audiences', terms: audienceTerms }, { name: 'territories', terms: territoryTerms },
];

/** What all files of a deposit have in common: what must be said first, the rest folded. */
@Component({
  selector: 'co-deposit-fields',
  imports: [Field, TagChoice, TermChoice, TextInput, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'library'">
      <co-field [label]="t('fields.licence')" [help]="t(form().licence === 'to-check' ? 'form.licenceUnchecked' : 'form.licenceHelp')" fieldId="co-deposit-licence" [error]="errors()['licence']">
        <select coInput (change)="write({ licence: $any($event.target).value })">
          <option value="" disabled [selected]="!form().licence">{{ t('depositing.chooseLicence') }}</option>
          @for (one of licences; track one.key) {<option [value]="one.key" [selected]="one.key === form().licence">{{ words.term(licences, one.key) }}</option>}
        </select>
      </co-field>
      <co-field [label]="t('fields.place')" [help]="t(mayPublish() ? 'form.placeYours' : 'form.placeTheirs')" fieldId="co-deposit-place" [error]="errors()['place']">
        <select coInput (change)="write({ place: $any($event.target).value })">@for (one of places(); track one.access + one.spaceId) {<option [value]="key(one)" [selected]="key(one) === form().place">{{ t('accessLong.' + one.access) }} · {{ one.name }}</option>}</select>
      </co-field>
      <co-field [label]="t('fields.form')" fieldId="co-deposit-form">
        <select coInput (change)="write({ form: $any($event.target).value })">
          <option value="" [selected]="!form().form">{{ t('depositing.guess') }}</option>
          @for (group of kinds; track group.kind) {<optgroup [label]="words.of('kind', group.kind)">@for (one of group.forms; track one.key) {<option [value]="one.key" [selected]="one.key === form().form">{{ words.term(group.forms, one.key) }}</option>}</optgroup>}
        </select>
      </co-field>
      <co-term-choice [label]="t('fields.themes')" [none]="t('form.none')" [terms]="themes" [chosen]="form().themes" (changed)="write({ themes: $event })" />
      <co-tag-choice fieldId="co-deposit-tags" [label]="t('fields.tags')" [help]="t('tags.help')" [networkId]="networkId()" [chosen]="form().tags" (changed)="write({ tags: $event })" />
      <details>
        <summary>{{ t('depositing.more') }}</summary>
        <div class="more">
          <co-field [label]="t('fields.publisher')" optionalWord fieldId="co-deposit-publisher"><input coInput maxlength="160" [value]="form().publisher" (input)="write({ publisher: $any($event.target).value })" /></co-field>
          <co-field [label]="t('fields.year')" optionalWord fieldId="co-deposit-year" [error]="errors()['year']"><input coInput inputmode="numeric" maxlength="4" [value]="form().year" (input)="write({ year: $any($event.target).value })" /></co-field>
          @for (list of further; track list.name) {<co-term-choice [label]="t('fields.' + list.name)" [none]="t('form.none')" [terms]="list.terms" [chosen]="form()[list.name]" (changed)="choose(list.name, $event)" />}
        </div>
      </details>
    </ng-container>
  `,
  styles: `
    :host, .more { display: grid; gap: var(--co-space-4); }
    .more { margin-top: var(--co-space-3); }
    details summary { min-height: var(--co-control-small); color: var(--co-green); font-weight: 650; cursor: pointer; }
  `,
})
export class DepositFieldsForm {
  readonly form = input.required<DepositForm>();
  readonly places = input.required<readonly DepositPlaceCard[]>();
  readonly errors = input<Readonly<Record<string, string>>>({});
  readonly changed = output<DepositForm>();
  protected readonly words = inject(ResourceWords);
  protected readonly key = placeKey;
  /** A notice has no document of its own. */
  protected readonly licences = licenceTerms.filter(({ key }) => key !== 'notice');
  protected readonly themes = themeTerms;
  protected readonly further = furtherLists;
  protected readonly kinds = resourceKinds.filter((kind) => kind !== 'clause').map((kind) => ({ kind, forms: formsByKind[kind] }));
  protected readonly networkId = computed(() => this.places().find((place) => placeKey(place) === this.form().place)?.networkId);
  protected readonly mayPublish = computed(() => this.places().some((place) => placeKey(place) === this.form().place && place.mayPublish));

  protected choose(list: Lists, keys: string[]): void {
    this.write({ [list]: keys });
  }

  protected write(change: Partial<DepositForm>): void {
    this.changed.emit({ ...this.form(), ...change });
  }
}
