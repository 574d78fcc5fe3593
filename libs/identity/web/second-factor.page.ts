import { ChangeDetectionStrategy, Component, inject, input, type OnInit, signal, viewChild } from '@angular/core';
import { ErrorWords } from '@cohorte/platform/web';
import { Button } from '@cohorte/ui/web/button';
import { CodeInput } from '@cohorte/ui/web/code-input';
import { Field } from '@cohorte/ui/web/field';
import { TextInput } from '@cohorte/ui/web/text-input';
import { TranslocoPipe } from '@jsverse/transloco';
import { IdentityStore } from './identity.store';
import { SignInFrame } from './sign-in-frame';
import { SignInStore } from './sign-in.store';

/** Last step for those who have one: the code of the authenticator application, or a recovery code. */
@Component({
  selector: 'co-second-factor-page',
  imports: [Button, CodeInput, Field, SignInFrame, TextInput, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <co-sign-in-frame [heading]="'identity.secondFactor.heading' | transloco" [lead]="(recovering() ? 'identity.secondFactor.recoveryLead' : 'identity.secondFactor.lead') | transloco">
      <form (submit)="submit($event)" novalidate>
        @if (recovering()) {
          <co-field [label]="'identity.secondFactor.recoveryCode' | transloco" [error]="problem()" required>
            <input coInput name="recovery" autocomplete="off" autocapitalize="none" spellcheck="false" />
          </co-field>
        } @else {
          <co-code-input [label]="'identity.secondFactor.code' | transloco" [help]="'identity.secondFactor.codeHelp' | transloco" [(value)]="code" [error]="problem()" (complete)="pass({ code: $event })" />
        }
        <button coButton type="submit" variant="primary" wide [loading]="passing()">{{ 'identity.secondFactor.enter' | transloco }}</button>
      </form>
      <div class="again">
        <button coButton type="button" variant="quiet" (click)="recovering.set(!recovering()); problem.set('')">
          {{ (recovering() ? 'identity.secondFactor.useApplication' : 'identity.secondFactor.useRecovery') | transloco }}
        </button>
        <button coButton type="button" variant="quiet" (click)="identity.signOut()">{{ 'identity.secondFactor.giveUp' | transloco }}</button>
      </div>
    </co-sign-in-frame>
  `,
  styleUrl: './sign-in.css',
})
export class SecondFactorPage implements OnInit {
  /** Where a page that needs a person wanted to go. */
  readonly next = input<string>();
  protected readonly identity = inject(IdentityStore);
  private readonly store = inject(SignInStore);
  private readonly words = inject(ErrorWords);
  private readonly field = viewChild(CodeInput);
  protected readonly recovering = signal(false);
  protected readonly code = signal('');
  protected readonly problem = signal('');
  protected readonly passing = signal(false);

  constructor() {
    setTimeout(() => this.field()?.focus());
  }

  ngOnInit(): void {
    if (this.next()) this.store.goTo(this.next());
  }

  protected submit(event: SubmitEvent): void {
    event.preventDefault();
    const written = new FormData(event.target as HTMLFormElement).get('recovery');
    void this.pass(this.recovering() ? { recoveryCode: String(written ?? '') } : { code: this.code() });
  }

  protected async pass(given: { code: string } | { recoveryCode: string }): Promise<void> {
    if (this.passing()) return;
    this.passing.set(true);
    this.problem.set('');
    try {
      await this.store.passSecondFactor(given);
    } catch (failure) {
      this.problem.set(this.words.ofField(failure, 'code') ?? this.words.ofField(failure, 'recoveryCode') ?? this.words.of(failure));
      this.code.set('');
      this.field()?.focus();
    } finally {
      this.passing.set(false);
    }
  }
}
