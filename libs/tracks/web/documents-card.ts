import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CohortStructure } from '@cohorte/tracks/contract';
import { Card } from '@cohorte/ui/web/card';
import { Icon } from '@cohorte/ui/web/icon';
import { TranslocoDirective } from '@jsverse/transloco';
import { shownName } from './cohort-view';

/** The drafts of the cohort this reader may open: their structure's first, then those shared with them. */
@Component({
  selector: 'co-documents-card',
  imports: [Card, Icon, RouterLink, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <co-card *transloco="let t; prefix: 'tracks.documents'" [heading]="t('title')">
      <ul role="list">
        @for (structure of open(); track structure.id) {
          <li>
            <co-icon name="file-pen" />
            <div>
              <a [routerLink]="['/documents', structure.draftId]">{{ t(structure.mine ? 'mine' : 'shared', { name: name(structure) }) }}</a>
              <p>{{ t(structure.mine ? 'mineNote' : 'sharedNote') }}</p>
            </div>
          </li>
        } @empty {
          <li class="none"><p><strong>{{ t('none') }}</strong></p><p>{{ t('noneText') }}</p></li>
        }
      </ul>
    </co-card>
  `,
  styles: `
    li { position: relative; display: grid; grid-template-columns: auto minmax(0, 1fr); gap: var(--co-space-3); padding: var(--co-space-3) 0; border-top: 1px solid var(--co-hairline); }
    li:last-child { padding-bottom: 0; }
    .none { display: block; }
    co-icon { margin-top: 2px; color: var(--co-soft); }
    a { color: var(--co-ink); text-decoration: none; }
    a::after { content: ''; position: absolute; inset: 0; }
    a:hover { text-decoration: underline; }
    p { color: var(--co-soft); font-size: var(--co-text-xs); }
    strong { font-weight: 650; }
  `,
})
export class DocumentsCard {
  readonly structures = input.required<readonly CohortStructure[]>();
  protected readonly open = computed(() => this.structures().filter((structure) => structure.draftId !== null).sort((a, b) => Number(b.mine) - Number(a.mine)));
  protected readonly name = shownName;
}
