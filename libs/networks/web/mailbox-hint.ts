import { ChangeDetectionStrategy, Component, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { listLetters } from '@cohorte/platform/contract';
import { ApiClient } from '@cohorte/platform/web';
import { TranslocoPipe } from '@jsverse/transloco';

/** Where letters are when this machine keeps them; nothing where they really leave. */
@Component({
  selector: 'co-mailbox-hint',
  imports: [RouterLink, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (here.value()) {<p>{{ 'networks.installation.mailbox' | transloco }} <a routerLink="/courrier">{{ 'networks.installation.openMailbox' | transloco }}</a></p>}`,
  styles: `p { color: var(--co-soft); }`,
})
export class MailboxHint {
  private readonly api = inject(ApiClient);
  protected readonly here = resource({ loader: () => this.api.call(listLetters, {}).then(() => true, () => false) });
}
