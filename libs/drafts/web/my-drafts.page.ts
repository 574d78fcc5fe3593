import { ChangeDetectionStrategy, Component, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ApiClient, ErrorWordsPipe } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { DateTimePipe, RelativePipe } from '@cohorte/ui/web/date.pipe';
import { Empty } from '@cohorte/ui/web/empty';
import { Icon } from '@cohorte/ui/web/icon';
import { PageHead } from '@cohorte/ui/web/page-head';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { TranslocoPipe } from '@jsverse/transloco';
import { listDrafts } from '../contract/drafts.contract';

/** «Documents»: the drafts I may read, the latest first. */
@Component({
  selector: 'co-my-drafts-page',
  imports: [Banner, Button, DateTimePipe, Empty, ErrorWordsPipe, Icon, PageHead, RelativePipe, RouterLink, Skeleton, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './my-drafts.page.html',
  styleUrl: './my-drafts.page.css',
})
export class MyDraftsPage {
  private readonly api = inject(ApiClient);
  protected readonly drafts = resource({ loader: () => this.api.call(listDrafts, {}).then((answer) => answer.drafts) });
}
