import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { SignInStore } from '@cohorte/identity/web';
import { getInstallation, install } from '@cohorte/networks/contract';
import { ApiClient, ErrorWordsPipe } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Card } from '@cohorte/ui/web/card';
import { Field } from '@cohorte/ui/web/field';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { TextInput } from '@cohorte/ui/web/text-input';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoPipe } from '@jsverse/transloco';
import { FormProblem } from './form-problem';
import { MailboxHint } from './mailbox-hint';

/** The first run: the network and its first animator; then where the code is. */
@Component({
  selector: 'co-installation-page',
  imports: [Banner, Button, Card, ErrorWordsPipe, Field, MailboxHint, RouterLink, Skeleton, TextInput, TranslocoPipe],
  providers: [FormProblem],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './installation.page.html',
  styles: `
    :host { display: block; max-width: 34rem; margin: var(--co-space-8) auto; padding-inline: var(--co-space-4); }
    form { display: grid; gap: var(--co-space-4); margin-top: var(--co-space-5); }
    h1 + p { margin-top: var(--co-space-2); color: var(--co-soft); }
    .acts { display: flex; flex-wrap: wrap; gap: var(--co-space-3); margin: var(--co-space-4) 0; }
  `,
})
export class InstallationPage {
  protected readonly problem = inject(FormProblem);
  protected readonly networkName = signal('');
  protected readonly region = signal('');
  protected readonly name = signal('');
  protected readonly email = signal('');
  protected readonly creating = signal(false);
  protected readonly createdFor = signal<string | null>(null);
  protected readonly shownFields = ['networkName', 'region', 'name', 'email'];
  private readonly api = inject(ApiClient);
  private readonly ui = inject(UiWords);
  private readonly signIn = inject(SignInStore);
  protected readonly found = resource({ loader: () => this.api.call(getInstallation, {}) });
  protected readonly state = computed(() => (this.found.hasValue() ? this.found.value() : undefined));

  /** Back to the form, as it was filled: the address was mistyped. */
  protected correct(): void {
    this.createdFor.set(null);
    this.found.reload();
  }

  protected async create(event: Event): Promise<void> {
    event.preventDefault();
    if (this.creating()) return;
    this.problem.clear();
    this.creating.set(true);
    try {
      const given = { networkName: this.networkName(), region: this.region(), name: this.name(), email: this.email(), language: this.ui.language() };
      const { email } = await this.api.call(install, given);
      this.signIn.expectCode(email);
      this.createdFor.set(email);
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.creating.set(false);
    }
  }
}
