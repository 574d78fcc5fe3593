import { ChangeDetectionStrategy, Component, inject, output, signal } from '@angular/core';
import { removeTotp, renewRecoveryCodes } from '@cohorte/identity/contract';
import { ApiClient, ErrorWords } from '@cohorte/platform/web';
import { Button } from '@cohorte/ui/web/button';
import { CodeInput } from '@cohorte/ui/web/code-input';
import { TranslocoPipe } from '@jsverse/transloco';
import { RecoveryCodes } from './recovery-codes';

/** What can be done with an authenticator application in place: new recovery codes, or giving it up; both ask for one of its codes. */
@Component({
  selector: 'co-totp-care',
  imports: [Button, CodeInput, RecoveryCodes, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (recovery(); as codes) {
      <co-recovery-codes [codes]="codes" />
      <button coButton type="button" variant="primary" (click)="recovery.set(null)">{{ 'identity.totp.kept' | transloco }}</button>
    } @else if (act()) {
      <form (submit)="$event.preventDefault(); carryOut()" novalidate>
        <co-code-input [label]="'identity.secondFactor.code' | transloco" [help]="'identity.secondFactor.codeHelp' | transloco" [(value)]="code" [error]="problem()" />
        <div class="acts">
          <button coButton type="submit" [variant]="act() === 'remove' ? 'danger' : 'primary'" [loading]="busy()">{{ 'identity.totp.' + act() | transloco }}</button>
          <button coButton type="button" variant="quiet" (click)="act.set(null)">{{ 'identity.cancel' | transloco }}</button>
        </div>
      </form>
    } @else {
      <div class="acts">
        <button coButton type="button" (click)="begin('renew')">{{ 'identity.totp.renew' | transloco }}</button>
        <button coButton type="button" variant="quiet" (click)="begin('remove')">{{ 'identity.totp.remove' | transloco }}</button>
      </div>
    }
  `,
  styles: `:host, form { display: grid; gap: var(--co-space-4); } .acts { display: flex; flex-wrap: wrap; gap: var(--co-space-3); }`,
})
export class TotpCare {
  readonly removed = output();
  private readonly api = inject(ApiClient);
  private readonly words = inject(ErrorWords);
  protected readonly act = signal<'renew' | 'remove' | null>(null);
  protected readonly recovery = signal<string[] | null>(null);
  protected readonly code = signal('');
  protected readonly problem = signal('');
  protected readonly busy = signal(false);

  protected begin(act: 'renew' | 'remove'): void {
    this.code.set('');
    this.problem.set('');
    this.act.set(act);
  }

  protected async carryOut(): Promise<void> {
    this.busy.set(true);
    this.problem.set('');
    try {
      if (this.act() === 'renew') this.recovery.set((await this.api.call(renewRecoveryCodes, { code: this.code() })).recoveryCodes);
      else {
        await this.api.call(removeTotp, { code: this.code() });
        this.removed.emit();
      }
      this.act.set(null);
    } catch (failure) {
      this.problem.set(this.words.ofField(failure, 'code') ?? this.words.of(failure));
    } finally {
      this.busy.set(false);
    }
  }
}
