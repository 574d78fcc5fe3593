import { ChangeDetectionStrategy, Component, computed, DestroyRef, inject, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ErrorWords } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { CodeInput } from '@cohorte/ui/web/code-input';
import { TranslocoPipe } from '@jsverse/transloco';
import { SignInFrame } from './sign-in-frame';
import { SignInStore } from './sign-in.store';

/** Second step: the six digits of the mail, on this device or copied from another. */
@Component({
  selector: 'co-code-entry-page',
  imports: [Banner, Button, CodeInput, RouterLink, SignInFrame, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <co-sign-in-frame [heading]="'identity.code.heading' | transloco" [lead]="'identity.code.lead' | transloco: { email: store.email() }">
      @if (resent()) {<co-banner tone="done" live>{{ 'identity.code.resent' | transloco }}</co-banner>}
      <form (submit)="$event.preventDefault(); enter()" novalidate>
        <input class="co-hidden" type="email" name="email" autocomplete="username" tabindex="-1" aria-hidden="true" readonly [value]="store.email()" />
        <co-code-input [label]="'identity.code.label' | transloco" [(value)]="code" [error]="problem()" (complete)="enter()" />
        <button coButton type="submit" variant="primary" wide [loading]="entering()">{{ 'identity.code.enter' | transloco }}</button>
      </form>
      <div class="again">
        <button coButton type="button" variant="quiet" [disabled]="wait() > 0" (click)="again()">
          {{ wait() > 0 ? ('identity.code.againIn' | transloco: { seconds: wait() }) : ('identity.code.again' | transloco) }}
        </button>
        <a coButton variant="quiet" routerLink="/connexion">{{ 'identity.code.otherAddress' | transloco }}</a>
      </div>
      <p class="help">{{ 'identity.code.help' | transloco }}</p>
    </co-sign-in-frame>
  `,
  styleUrl: './sign-in.css',
})
export class CodeEntryPage {
  protected readonly store = inject(SignInStore);
  private readonly words = inject(ErrorWords);
  private readonly field = viewChild.required(CodeInput);
  private readonly now = signal(Date.now());
  protected readonly code = signal('');
  protected readonly problem = signal('');
  protected readonly entering = signal(false);
  protected readonly resent = signal(false);
  protected readonly wait = computed(() => Math.max(0, Math.ceil((this.store.resendAt() - this.now()) / 1_000)));

  constructor() {
    const clock = setInterval(() => this.now.set(Date.now()), 1_000);
    inject(DestroyRef).onDestroy(() => clearInterval(clock));
    setTimeout(() => this.field().focus());
  }

  protected async enter(): Promise<void> {
    if (this.entering()) return;
    this.entering.set(true);
    this.problem.set('');
    try {
      await this.store.withCode(this.store.email(), this.code());
    } catch (failure) {
      this.problem.set(this.words.ofField(failure, 'code') ?? this.words.of(failure));
      this.code.set('');
      this.field().focus();
    } finally {
      this.entering.set(false);
    }
  }

  protected async again(): Promise<void> {
    this.resent.set(false);
    try {
      await this.store.sendCode(this.store.email());
      this.now.set(Date.now());
      this.code.set('');
      this.problem.set('');
      this.resent.set(true);
    } catch (failure) {
      this.problem.set(this.words.of(failure));
    }
    this.field().focus();
  }
}
