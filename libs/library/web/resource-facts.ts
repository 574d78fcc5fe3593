import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Card } from '@cohorte/ui/web/card';
import { Fact, Facts } from '@cohorte/ui/web/facts';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Facet } from '../contract/facets';
import type { ResourcePage } from '../contract/resource';
import { FileWords } from './file-words';
import { addressOf } from './resource-address';
import { ResourceWords } from './resource-words';

/** The card of a resource: its controlled metadata, each a way to others alike, and its versions. */
@Component({
  selector: 'co-resource-facts',
  imports: [Card, Fact, Facts, RouterLink, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'library'">
      <co-card [heading]="t('card')">
        <dl coFacts>
          @for (line of lines(); track line.facet) {
            <div coFact [label]="t('facets.' + line.facet)">@for (one of line.values; track one.key; let last = $last) {<a routerLink="/ressources" [queryParams]="one.address">{{ one.label }}</a>@if (!last) {, }}</div>
          }
          @if (resource().legal.length) {<div coFact [label]="t('fields.legal')">{{ resource().legal.join(' · ') }}</div>}
          @if (resource().cpv.length) {<div coFact [label]="t('fields.cpv')">@for (code of resource().cpv; track code; let last = $last) {<a routerLink="/ressources" [queryParams]="{ q: code }">{{ code }}</a>@if (!last) {, }}</div>}
          <div coFact [label]="t('fields.network')">{{ resource().networkName }}</div>
          @if (resource().ownerName; as name) {<div coFact [label]="t('fields.owner')">{{ name }}</div>}
          @if (resource().checkedOn; as day) {<div coFact [label]="t('fields.checkedOn')">{{ words.day(day) }}</div>}
          @if (resource().reviewOn; as day) {<div coFact [label]="t('fields.reviewOn')">{{ words.day(day) }}</div>}
        </dl>
      </co-card>
      @if (resource().versions.length) {
        <co-card [heading]="t('versions')" [note]="t('versionsNote')">
          <ol role="list">
            @for (one of resource().versions; track one.number) {
              <li>
                @if (one.number === resource().edition) {<strong>{{ t('version', { number: one.number }) }}</strong>}
                @else {<a [routerLink]="['/ressources', resource().slug]" [queryParams]="one.number === resource().latestEdition ? {} : { version: one.number }">{{ t('version', { number: one.number }) }}</a>}
                <span class="soft">{{ words.day(one.madeAt) }}</span>
                @if (one.note) {<p>{{ one.note }}</p>}
                @if (one.file; as file) {<p class="file">{{ file.name }} · {{ files.size(file.size) }}</p>}
              </li>
            }
          </ol>
        </co-card>
      }
    </ng-container>
  `,
  styles: `
    :host { display: grid; gap: var(--co-space-4); min-width: 0; overflow-wrap: anywhere; }
    ol { list-style: none; margin: 0; padding: 0; display: grid; gap: var(--co-space-2); }
    .soft { color: var(--co-soft); margin-left: var(--co-space-2); }
    .file { color: var(--co-soft); font-size: var(--co-text-xs); }
    dl a { color: inherit; text-decoration-color: var(--co-edge); }
  `,
})
export class ResourceFacts {
  readonly resource = input.required<ResourcePage>();
  protected readonly words = inject(ResourceWords);
  protected readonly files = inject(FileWords);
  protected readonly lines = computed(() => {
    const { themes, tags, segments, stages, sectors, territories, audiences, licence } = this.resource();
    const values: Partial<Record<Facet, readonly string[]>> = { theme: themes, tag: tags, segment: segments, stage: stages, sector: sectors, audience: audiences, territory: territories, licence: [licence] };
    const facets = Object.entries(values) as [Facet, readonly string[]][];
    return facets.filter(([, keys]) => keys.length > 0).map(([facet, keys]) => ({ facet, values: keys.map((key) => ({ key, label: this.words.of(facet, key), address: this.address(facet, key) })) }));
  });

  private address(facet: Facet, key: string): Record<string, string> {
    const asked = addressOf({ text: '', chosen: { [facet]: [key] }, order: 'recent', page: 1, compact: false });
    return Object.fromEntries(Object.entries(asked).flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
  }
}
