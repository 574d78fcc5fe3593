import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, resource } from '@angular/core';
import { Router } from '@angular/router';
import { type CertifiedMeeting, plainCode, shownCode, type Verification, verifyCertificate } from '@cohorte/meetings/contract';
import { ApiClient, ApiError } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { dayWords } from '@cohorte/ui/web/date-words';
import { Field } from '@cohorte/ui/web/field';
import { PageHead } from '@cohorte/ui/web/page-head';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { TextInput } from '@cohorte/ui/web/text-input';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoDirective } from '@jsverse/transloco';

/** Anyone with a certificate in hand learns whether it is true: yes, replaced or no, and what it certifies. */
@Component({
  selector: 'co-verification-page',
  imports: [Banner, Button, Field, PageHead, Skeleton, TextInput, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'meetings.verification'">
      <div class="page">
        <co-page-head [heading]="t('title')" [subtitle]="t('about')" />
        @if (code()) {
          @if (read.isLoading()) {<co-skeleton [lines]="3" />}
          @else if (failed()) {<co-banner tone="needs-you" live [heading]="t('failed')"><button coButton coAction type="button" (click)="read.reload()">{{ t('retry') }}</button></co-banner>}
          @else if (answer(); as it) {
            <co-banner [tone]="it.answer === 'yes' ? 'done' : it.answer === 'replaced' ? 'warn' : 'needs-you'" live [heading]="t('answers.' + it.answer)">{{ t('explained.' + it.answer) }}</co-banner>
            @if (it.certified; as certified) {
              <dl>
                <dt>{{ t(certified.kind) }}</dt><dd><strong>{{ certified.title }}</strong></dd>
                <dt>{{ t('by') }}</dt><dd>{{ certified.networkName }}</dd>
                <dt>{{ t('initials') }}</dt><dd>{{ certified.initials }}</dd>
                @for (meeting of certified.meetings; track $index) {
                  <dt>{{ certified.kind === 'track' ? meeting.title : t('on') }}</dt><dd>{{ when(meeting) }}</dd>
                }
                @if (certified.kind === 'track') {<dt>{{ t('attended') }}</dt><dd>{{ t('ofPlanned', { count: certified.meetings.length, planned: certified.planned }) }}</dd>}
                <dt>{{ t('issued') }}</dt><dd>{{ day(certified.issuedOn) }}</dd>
              </dl>
            }
          }
        }
        <form novalidate (submit)="look($event)">
          <co-field [label]="t('code')" [help]="t('codeHelp')" fieldId="co-certificate-code"><input coInput class="mono" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="60" [value]="written()" (input)="written.set($any($event.target).value)" /></co-field>
          <button coButton type="submit" [variant]="code() ? 'secondary' : 'primary'">{{ t('verify') }}</button>
        </form>
      </div>
    </ng-container>
  `,
  styles: `
    .page { display: grid; gap: var(--co-space-5); max-width: 40rem; margin: 0 auto; padding: var(--co-space-6) 0; }
    co-page-head { margin: 0; }
    dl { display: grid; grid-template-columns: minmax(8rem, 14rem) 1fr; gap: var(--co-space-2) var(--co-space-4); margin: 0; }
    dt { color: var(--co-soft); }
    dd { margin: 0; overflow-wrap: anywhere; }
    form { display: grid; gap: var(--co-space-3); justify-items: start; padding-top: var(--co-space-4); border-top: 1px solid var(--co-hairline); }
    co-field { width: 100%; }
    .mono { font-family: var(--co-font-mono); text-transform: uppercase; }
    @media (max-width: 500px) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: var(--co-space-2); } }
    @media print { form { display: none; } }
  `,
})
export class VerificationPage {
  readonly code = input('');
  private readonly api = inject(ApiClient);
  private readonly router = inject(Router);
  private readonly ui = inject(UiWords);
  protected readonly written = linkedSignal(() => this.code());
  protected readonly read = resource({ params: () => this.code() || undefined, loader: ({ params }) => this.verify(params) });
  protected readonly answer = computed(() => (this.read.hasValue() ? this.read.value() : null));
  protected readonly failed = computed(() => this.read.error() !== undefined);

  protected look(event: Event): void {
    event.preventDefault();
    const code = shownCode(plainCode(this.written()));
    if (code) void this.router.navigate(['/attestations', code]);
  }

  protected day(iso: string): string {
    return dayWords(`${iso}T12:00:00Z`, this.ui.language());
  }

  /** On the clock of the meeting’s own zone, as the paper says it. */
  protected when({ startsAt, zone }: CertifiedMeeting): string {
    return new Intl.DateTimeFormat(this.ui.language() === 'fr' ? 'fr-FR' : 'en-GB', { timeZone: zone, dateStyle: 'full', timeStyle: 'short' }).format(new Date(startsAt));
  }

  private async verify(code: string): Promise<{ answer: Verification['answer'] | 'no'; certified: Verification['certified'] }> {
    try {
      return await this.api.call(verifyCertificate, { code });
    } catch (failure) {
      if (failure instanceof ApiError && failure.kind === 'not-found') return { answer: 'no', certified: null };
      throw failure;
    }
  }
}
