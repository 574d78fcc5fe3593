import { ChangeDetectionStrategy, Component } from '@angular/core';
import { Icon } from '../icon';
import { icons, type IconName } from '../icons';

/** The two families, the scale, the spaces, the icons. */
@Component({
  selector: 'co-design-type',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="scale">
      @for (size of sizes; track size.name) {<p [style.font-size]="'var(--co-text-' + size.name + ')'"><span class="px">{{ size.px }}</span>Acheter mieux, ensemble</p>}
    </div>
    <div class="co-prose sheet">
      <h3>1.2 Clauses d’insertion dans les marchés de services</h3>
      <p>Chaque marché de nettoyage, de restauration ou d’espaces verts fait l’objet d’une étude d’insertion avant sa publication. Le facilitateur du territoire est saisi au moins <em>deux mois</em> avant le lancement.</p>
      <blockquote>L’impossibilité de prévoir une clause est motivée par écrit.</blockquote>
    </div>
    <ul class="spaces" role="list" aria-label="Espaces">
      @for (space of [1, 2, 3, 4, 5, 6, 8, 10, 12]; track space) {<li><span [style.width.px]="space * 4"></span>{{ space * 4 }}</li>}
    </ul>
    <ul class="icons" role="list" aria-label="Icônes">
      @for (name of names; track name) {<li><co-icon [name]="name" /><span>{{ name }}</span></li>}
    </ul>
  `,
  styles: `
    :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--co-space-8); }
    .scale p { line-height: 1.35; font-weight: 600; display: flex; align-items: baseline; gap: var(--co-space-4); }
    .px { width: 2rem; font-size: var(--co-text-xs); font-weight: 400; color: var(--co-soft); text-align: right; }
    .sheet { background: var(--co-surface); border: 1px solid var(--co-hairline); border-radius: 4px; padding: var(--co-space-8); }
    ul { list-style: none; }
    .spaces { display: flex; flex-wrap: wrap; align-items: flex-end; gap: var(--co-space-4); font-size: var(--co-text-xs); color: var(--co-soft); }
    .spaces li { display: grid; justify-items: center; gap: 4px; }
    .spaces span { height: 16px; background: var(--co-green-wash); border: 1px solid var(--co-green); }
    .icons { display: grid; grid-template-columns: repeat(auto-fill, minmax(112px, 1fr)); gap: var(--co-space-4) var(--co-space-2); font-size: 0.75rem; color: var(--co-soft); text-align: center; }
    .icons li { display: grid; justify-items: center; gap: 4px; min-width: 0; overflow-wrap: anywhere; }
    .icons co-icon { width: 22px; height: 22px; color: var(--co-ink); }
  `,
})
export class DesignType {
  protected readonly sizes = [{ name: 'xxl', px: 32 }, { name: 'xl', px: 25 }, { name: 'l', px: 20 }, { name: 'm', px: 17 }, { name: 's', px: 15 }, { name: 'xs', px: 13 }];
  protected readonly names = Object.keys(icons) as IconName[];
}
