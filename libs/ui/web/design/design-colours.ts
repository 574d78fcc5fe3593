import { DOCUMENT } from '@angular/common';
import { afterNextRender, ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Chip } from '../chip';
import { contrastRatio, themeColours } from '../contrast';
import { Table } from '../table';
import { colourTokens, tokenPairs } from '../token-pairs';

interface Swatch {
  name: string;
  light: string;
  dark: string;
}

/** Every colour in both themes, and the contrast of every pair in use, computed from the style sheet that is loaded. */
@Component({
  selector: 'co-design-colours',
  imports: [Chip, Table],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul class="swatches" role="list">
      @for (swatch of swatches(); track swatch.name) {
        <li>
          <span class="patch" [style.background]="'var(--co-' + swatch.name + ')'"></span>
          <span class="name">{{ swatch.name }}</span>
          <span class="hex">{{ swatch.light }} · {{ swatch.dark }}</span>
        </li>
      }
    </ul>
    <details>
      <summary>Contrastes calculés : {{ rows().length }} paires, {{ low().length }} en dessous du seuil</summary>
      <table coTable>
        <thead><tr><th scope="col">Texte</th><th scope="col">Fond</th><th scope="col" class="number">Seuil</th><th scope="col" class="number">Clair</th><th scope="col" class="number">Sombre</th><th scope="col">Verdict</th></tr></thead>
        <tbody>
          @for (row of rows(); track row.front + row.ground) {
            <tr>
              <th scope="row">{{ row.front }}</th><td data-label="Fond">{{ row.ground }}</td><td class="number" data-label="Seuil">{{ row.least }}</td>
              <td class="number" data-label="Clair">{{ row.light.toFixed(2) }}</td><td class="number" data-label="Sombre">{{ row.dark.toFixed(2) }}</td>
              <td data-label="Verdict">@if (row.passes) {<co-chip tone="green" icon="check">suffisant</co-chip>} @else {<co-chip tone="brick" icon="x">trop faible</co-chip>}</td>
            </tr>
          }
        </tbody>
      </table>
    </details>
  `,
  styles: `
    .swatches { list-style: none; display: grid; grid-template-columns: repeat(auto-fill, minmax(148px, 1fr)); gap: var(--co-space-3); }
    li { display: grid; gap: 2px; }
    .patch { height: 52px; border: 1px solid var(--co-edge); border-radius: var(--co-radius); }
    .name { font-weight: 650; font-size: var(--co-text-xs); margin-top: 4px; }
    .hex { font-size: 0.75rem; color: var(--co-soft); font-variant-numeric: tabular-nums; }
    details { margin-top: var(--co-space-5); }
    summary { cursor: pointer; padding: var(--co-space-1) 0; font-weight: 650; color: var(--co-green); }
  `,
})
export class DesignColours {
  private readonly document = inject(DOCUMENT);
  private readonly values = signal<ReadonlyMap<string, { light: string; dark: string }>>(new Map());
  protected readonly swatches = computed<Swatch[]>(() => [...this.values()].map(([name, colours]) => ({ name, ...colours })));
  protected readonly rows = computed(() =>
    tokenPairs.flatMap((pair) => {
      const front = this.values().get(pair.front);
      const ground = this.values().get(pair.ground);
      if (!front || !ground) return [];
      const light = contrastRatio(front.light, ground.light);
      const dark = contrastRatio(front.dark, ground.dark);
      return [{ ...pair, light, dark, passes: Math.min(light, dark) >= pair.least }];
    }),
  );
  protected readonly low = computed(() => this.rows().filter((row) => !row.passes));

  constructor() {
    afterNextRender(() => {
      const style = getComputedStyle(this.document.documentElement);
      const found = colourTokens.flatMap((name) => {
        const colours = themeColours(style.getPropertyValue(`--co-${name}`));
        return colours ? [[name, colours] as const] : [];
      });
      this.values.set(new Map(found));
    });
  }
}
