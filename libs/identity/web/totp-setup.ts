import { ChangeDetectionStrategy, Component, computed, inject, output, resource, signal } from '@angular/core';
import { confirmTotp, startTotp } from '@cohorte/identity/contract';
import { ApiClient, ErrorWords } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { CodeInput } from '@cohorte/ui/web/code-input';
import { CopyButton } from '@cohorte/ui/web/copy-button';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { TranslocoPipe } from '@jsverse/transloco';
import { RecoveryCodes } from './recovery-codes';

/** Sets up an authenticator application: scan, confirm with a first code, keep the recovery codes. */
@Component({
  selector: 'co-totp-setup',
  imports: [Banner, Button, CodeInput, CopyButton, RecoveryCodes, Skeleton, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (recovery(); as codes) {
      <co-banner tone="done" live>{{ 'identity.totp.ready' | transloco }}</co-banner>
      <co-recovery-codes [codes]="codes" />
      <button coButton type="button" variant="primary" (click)="done.emit()">{{ 'identity.totp.kept' | transloco }}</button>
    } @else if (started.error(); as failure) {
      <co-banner tone="needs-you">{{ words.of(failure) }}</co-banner>
      <button coButton type="button" (click)="givenUp.emit()">{{ 'identity.back' | transloco }}</button>
    } @else if (started.hasValue()) {
      <p>{{ 'identity.totp.scan' | transloco }}</p>
      <img [src]="started.value().qrCode" width="200" height="200" [alt]="'identity.totp.picture' | transloco" />
      <p class="key"><span>{{ 'identity.totp.orType' | transloco }}</span> <code>{{ secret() }}</code> <co-copy-button [text]="started.value().secret" /></p>
      <form (submit)="$event.preventDefault(); confirm()" novalidate>
        <co-code-input [label]="'identity.totp.firstCode' | transloco" [help]="'identity.secondFactor.codeHelp' | transloco" [(value)]="code" [error]="problem()" (complete)="confirm()" />
        <div class="acts">
          <button coButton type="submit" variant="primary" [loading]="confirming()">{{ 'identity.totp.confirm' | transloco }}</button>
          <button coButton type="button" variant="quiet" (click)="givenUp.emit()">{{ 'identity.cancel' | transloco }}</button>
        </div>
      </form>
    } @else {
      <co-skeleton [lines]="6" />
    }
  `,
  styles: `
    :host, form { display: grid; gap: var(--co-space-4); }
    img { background: #fff; padding: var(--co-space-2); border-radius: var(--co-radius); }
    .key { display: flex; flex-wrap: wrap; gap: var(--co-space-2); align-items: center; }
    code { font-family: var(--co-font-mono); overflow-wrap: anywhere; }
    .acts { display: flex; flex-wrap: wrap; gap: var(--co-space-3); }
  `,
})
export class TotpSetup {
  readonly done = output();
  readonly givenUp = output();
  private readonly api = inject(ApiClient);
  protected readonly words = inject(ErrorWords);
  protected readonly started = resource({ loader: () => this.api.call(startTotp, {}) });
  /** Groups of four are easier to copy by hand. */
  protected readonly secret = computed(() => (this.started.hasValue() ? (this.started.value().secret.match(/.{1,4}/g) ?? []).join(' ') : ''));
  protected readonly recovery = signal<string[] | null>(null);
  protected readonly code = signal('');
  protected readonly problem = signal('');
  protected readonly confirming = signal(false);

  protected async confirm(): Promise<void> {
    if (this.confirming()) return;
    this.confirming.set(true);
    this.problem.set('');
    try {
      this.recovery.set((await this.api.call(confirmTotp, { code: this.code() })).recoveryCodes);
    } catch (failure) {
      this.problem.set(this.words.ofField(failure, 'code') ?? this.words.of(failure));
      this.code.set('');
    } finally {
      this.confirming.set(false);
    }
  }
}
