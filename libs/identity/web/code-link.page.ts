import { Location } from '@angular/common';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ErrorWords } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { SignInFrame } from './sign-in-frame';
import { SignInStore } from './sign-in.store';

/** Where the mail's link leads: opening it does nothing, pressing the button signs in. */
@Component({
  selector: 'co-code-link-page',
  imports: [Banner, Button, RouterLink, SignInFrame, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (complete) {
      <co-sign-in-frame [heading]="'identity.link.heading' | transloco" [lead]="'identity.link.lead' | transloco: { email }">
        @if (problem(); as said) {<co-banner tone="needs-you" live>{{ said }}</co-banner>}
        <button coButton type="button" variant="primary" wide [loading]="entering()" (click)="enter()">{{ 'identity.link.enter' | transloco }}</button>
        @if (problem()) {<a coButton wide routerLink="/connexion">{{ 'identity.link.newCode' | transloco }}</a>}
      </co-sign-in-frame>
    } @else {
      <co-sign-in-frame [heading]="'identity.link.heading' | transloco" [lead]="'identity.link.incomplete' | transloco">
        <a coButton variant="primary" wide routerLink="/connexion">{{ 'identity.link.newCode' | transloco }}</a>
      </co-sign-in-frame>
    }
  `,
})
export class CodeLinkPage {
  private readonly store = inject(SignInStore);
  private readonly words = inject(ErrorWords);
  private readonly given = new URLSearchParams(inject(Location).path(true).split('#')[1] ?? '');
  protected readonly email = this.given.get('email') ?? '';
  protected readonly complete = this.email !== '' && /^\d{6}$/.test(this.given.get('code') ?? '');
  protected readonly entering = signal(false);
  protected readonly problem = signal('');

  protected async enter(): Promise<void> {
    this.entering.set(true);
    try {
      await this.store.withCode(this.email, this.given.get('code') ?? '');
    } catch (failure) {
      this.problem.set(this.words.of(failure));
    } finally {
      this.entering.set(false);
    }
  }
}
