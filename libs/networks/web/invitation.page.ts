import { ChangeDetectionStrategy, Component, computed, inject, input, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { acceptInvitation, viewInvitation } from '@cohorte/networks/contract';
import { formatDay } from '@cohorte/platform/contract';
import { ApiClient, ErrorWordsPipe } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Card } from '@cohorte/ui/web/card';
import { Chip } from '@cohorte/ui/web/chip';
import { Field } from '@cohorte/ui/web/field';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { TextInput } from '@cohorte/ui/web/text-input';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoPipe } from '@jsverse/transloco';
import { EnterApp } from './enter-app';
import { FormProblem } from './form-problem';

/** Where the link of an invitation leads: who invites to what, a name if needed, one button. */
@Component({
  selector: 'co-invitation-page',
  imports: [Banner, Button, Card, Chip, ErrorWordsPipe, Field, RouterLink, Skeleton, TextInput, TranslocoPipe],
  providers: [FormProblem],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './invitation.page.html',
  styles: `
    :host { display: block; max-width: 34rem; margin: var(--co-space-8) auto; padding-inline: var(--co-space-4); }
    form { display: grid; gap: var(--co-space-4); margin-top: var(--co-space-5); }
    h1 { text-wrap: balance; overflow-wrap: anywhere; }
    .by { font-size: var(--co-text-m); color: var(--co-soft); }
    .role { display: flex; flex-wrap: wrap; align-items: center; gap: var(--co-space-2) var(--co-space-3); margin-top: var(--co-space-4); }
    .soft { color: var(--co-soft); font-size: var(--co-text-xs); overflow-wrap: anywhere; }
    .after { display: grid; gap: var(--co-space-1); margin-top: var(--co-space-4); }
    .retry { display: flex; gap: var(--co-space-3); margin-top: var(--co-space-4); }
  `,
})
export class InvitationPage {
  readonly token = input.required<string>();
  protected readonly problem = inject(FormProblem);
  protected readonly name = signal('');
  protected readonly accepting = signal(false);
  protected readonly needsSecondFactor = signal(false);
  private readonly api = inject(ApiClient);
  private readonly ui = inject(UiWords);
  private readonly enter = inject(EnterApp);
  protected readonly found = resource({ params: () => this.token(), loader: ({ params }) => this.api.call(viewInvitation, { token: params }) });
  protected readonly invitation = computed(() => (this.found.hasValue() ? this.found.value() : undefined));
  protected readonly until = computed(() => formatDay(this.invitation()?.expiresAt ?? new Date(0).toISOString(), this.ui.language()));

  protected async accept(event: Event): Promise<void> {
    event.preventDefault();
    if (this.accepting()) return;
    this.problem.clear();
    this.accepting.set(true);
    const name = this.name().trim();
    try {
      const accepted = await this.api.call(acceptInvitation, { token: this.token(), ...(name ? { name } : {}) });
      if (!accepted.signedIn) this.needsSecondFactor.set(true);
      else this.enter.at(accepted.spaceKind, accepted.spaceId);
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.accepting.set(false);
    }
  }
}
