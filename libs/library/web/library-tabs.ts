import { booleanAttribute, ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Tab, TabLinks } from '@cohorte/ui/web/tab-links';
import { TranslocoDirective } from '@jsverse/transloco';

/** The parts of the library; its last three are for members. */
@Component({
  selector: 'co-library-tabs',
  imports: [RouterLink, Tab, TabLinks, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
      <co-tab-links *transloco="let t; prefix: 'library.tabs'" [label]="t('label')">
        <a coTab routerLink="/ressources" [routerLinkActiveOptions]="{ exact: false, paths: 'exact', queryParams: 'ignored', matrixParams: 'ignored', fragment: 'ignored' }">{{ t('all') }}</a>
        <a coTab routerLink="/boites-a-outils">{{ t('toolboxes') }}</a>
        @if (member()) {
          <a coTab routerLink="/ressources/mes-depots">{{ t('mine') }}</a>
          <a coTab routerLink="/ressources/a-valider">{{ t('waiting') }}</a>
          <a coTab routerLink="/ressources/a-entretenir">{{ t('upkeep') }}</a>
        }
      </co-tab-links>
  `,
})
export class LibraryTabs {
  readonly member = input(false, { transform: booleanAttribute });
}
