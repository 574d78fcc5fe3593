import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { checkIn, checkInAsGuest } from '@cohorte/meetings/contract';
import { ApiClient, ApiError, ErrorWords } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Field } from '@cohorte/ui/web/field';
import { PageHead } from '@cohorte/ui/web/page-head';
import { TextInput } from '@cohorte/ui/web/text-input';
import { TranslocoDirective } from '@jsverse/transloco';

/** Reached by the code shown in the room. Opening it does nothing; pressing says «I am there», with an account or by address. */
@Component({
  selector: 'co-check-in-page',
  imports: [Banner, Button, Field, PageHead, RouterLink, TextInput, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'meetings.presence.checkIn'">
      <div class="page">
        <co-page-head [heading]="t('title')" [subtitle]="done() ? '' : t('about')" />
        @if (problem(); as said) {<co-banner tone="needs-you" live>{{ said }}</co-banner>}
        @if (done(); as meeting) {
          <co-banner tone="done" live [heading]="t('done')">{{ meeting }}</co-banner>
          @if (byAddress()) {<p>{{ t('doneGuest') }}</p>}
          <a coButton [routerLink]="['/rencontres', meetingId()]">{{ t('meeting') }}</a>
        } @else if (byAddress()) {
          <form novalidate (submit)="sayByAddress($event)">
            <co-field [label]="t('email')" [help]="t('emailHelp')" fieldId="co-check-in-email"><input coInput type="email" autocomplete="email" maxlength="254" [value]="email()" (input)="email.set($any($event.target).value)" /></co-field>
            <co-field [label]="t('name')" [help]="t('nameHelp')" optionalWord fieldId="co-check-in-name"><input coInput autocomplete="name" maxlength="120" [value]="name()" (input)="name.set($any($event.target).value)" /></co-field>
            <button coButton type="submit" variant="primary" [loading]="busy()">{{ t('here') }}</button>
          </form>
        } @else {
          <button coButton type="button" variant="primary" [loading]="busy()" (click)="say()">{{ t('here') }}</button>
          <button coButton type="button" variant="quiet" (click)="byAddress.set(true)">{{ t('noAccount') }}</button>
        }
      </div>
    </ng-container>
  `,
  styles: `
    .page { display: grid; gap: var(--co-space-4); justify-items: start; max-width: 36rem; margin: 0 auto; padding: var(--co-space-6) 0; }
    form { display: grid; gap: var(--co-space-4); width: 100%; justify-items: start; }
    co-field, co-banner { width: 100%; }
  `,
})
export class CheckInPage {
  readonly meetingId = input.required<string>();
  readonly key = input.required<string>();
  private readonly api = inject(ApiClient);
  private readonly errors = inject(ErrorWords);
  protected readonly busy = signal(false);
  protected readonly done = signal('');
  protected readonly problem = signal('');
  /** Someone without an account, or who is not signed in on this phone. */
  protected readonly byAddress = signal(false);
  protected readonly email = signal('');
  protected readonly name = signal('');

  protected say(): Promise<void> {
    return this.act(async () => (await this.api.call(checkIn, { meetingId: this.meetingId(), key: this.key() })).title);
  }

  protected sayByAddress(event: Event): Promise<void> {
    event.preventDefault();
    return this.act(async () => (await this.api.call(checkInAsGuest, { meetingId: this.meetingId(), key: this.key(), email: this.email(), name: this.name() })).title);
  }

  private async act(run: () => Promise<string>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set('');
    try {
      this.done.set(await run());
    } catch (failure) {
      if (failure instanceof ApiError && failure.kind === 'unauthenticated') this.byAddress.set(true);
      else this.problem.set(this.errors.of(failure));
    } finally {
      this.busy.set(false);
    }
  }
}
