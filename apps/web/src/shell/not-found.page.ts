import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button } from '@cohorte/ui/web/button';
import { CommandPalette } from '@cohorte/ui/web/command-palette.service';
import { Empty } from '@cohorte/ui/web/empty';
import { Icon } from '@cohorte/ui/web/icon';
import { PageHead } from '@cohorte/ui/web/page-head';
import { TranslocoDirective } from '@jsverse/transloco';

/** Nothing at this address, or nothing this person may see: the two read the same. */
@Component({
  selector: 'co-not-found-page',
  imports: [Button, Empty, Icon, PageHead, RouterLink, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'shell.notFound'">
      <co-page-head [heading]="t('title')" />
      <co-empty [heading]="t('text')">
        <a coButton variant="primary" routerLink="/accueil"><co-icon name="house" />{{ t('home') }}</a>
        <button coButton type="button" (click)="palette.open()"><co-icon name="search" />{{ t('search') }}</button>
      </co-empty>
    </ng-container>
  `,
})
export class NotFoundPage {
  protected readonly palette = inject(CommandPalette);
}
