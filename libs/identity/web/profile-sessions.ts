import { ChangeDetectionStrategy, Component, inject, resource, signal } from '@angular/core';
import { endSession, listSessions, type SessionSummary } from '@cohorte/identity/contract';
import { ApiClient, ErrorWords } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Card } from '@cohorte/ui/web/card';
import { Chip } from '@cohorte/ui/web/chip';
import { RelativePipe } from '@cohorte/ui/web/date.pipe';
import { Dialogs } from '@cohorte/ui/web/dialogs.service';
import { Icon } from '@cohorte/ui/web/icon';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { IdentityStore } from './identity.store';

/** The devices on which this person is signed in. */
@Component({
  selector: 'co-profile-sessions',
  imports: [Banner, Button, Card, Chip, Icon, RelativePipe, Skeleton, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <co-card [heading]="'identity.sessions.heading' | transloco" [note]="'identity.sessions.note' | transloco">
      @if (problem(); as said) {<co-banner tone="needs-you" live>{{ said }}</co-banner>}
      @if (sessions.hasValue()) {
        <ul role="list">
          @for (session of sessions.value(); track session.id) {
            <li>
              <co-icon [name]="phone(session) ? 'smartphone' : 'monitor'" />
              <span class="what">{{ session.device || ('identity.sessions.unknownDevice' | transloco) }}
                <span>{{ 'identity.sessions.seen' | transloco: { when: (session.seenAt | coRelative) } }}</span></span>
              @if (session.current) {<co-chip tone="green" icon="check">{{ 'identity.sessions.here' | transloco }}</co-chip>}
              @else {<button coButton type="button" size="small" (click)="end(session)">{{ 'identity.sessions.end' | transloco }}<span class="co-hidden"> {{ session.device }}</span></button>}
            </li>
          }
        </ul>
        <div class="acts">
          <button coButton type="button" (click)="identity.signOut()"><co-icon name="log-out" />{{ 'identity.sessions.signOut' | transloco }}</button>
          <button coButton type="button" variant="quiet" (click)="everywhere()">{{ 'identity.sessions.everywhere' | transloco }}</button>
        </div>
      } @else if (sessions.error(); as failure) {
        <co-banner tone="needs-you">{{ words.of(failure) }}</co-banner>
      } @else {
        <co-skeleton shape="row" [lines]="2" />
      }
    </co-card>
  `,
  styles: `
    li { display: flex; flex-wrap: wrap; gap: var(--co-space-2) var(--co-space-3); align-items: center; min-height: var(--co-row); padding: var(--co-space-2) 0; border-top: 1px solid var(--co-hairline); }
    .what { flex: 1 1 12rem; min-width: 0; }
    .what span { display: block; color: var(--co-soft); font-size: var(--co-text-xs); }
    .acts { display: flex; flex-wrap: wrap; gap: var(--co-space-3); margin-top: var(--co-space-4); }
  `,
})
export class ProfileSessions {
  protected readonly identity = inject(IdentityStore);
  protected readonly words = inject(ErrorWords);
  private readonly api = inject(ApiClient);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  protected readonly problem = signal('');
  protected readonly sessions = resource({ loader: () => this.api.call(listSessions, {}).then((answer) => answer.sessions) });

  protected phone(session: SessionSummary): boolean {
    return /iPhone|Android/.test(session.device);
  }

  protected async end(session: SessionSummary): Promise<void> {
    try {
      await this.api.call(endSession, { sessionId: session.id });
      this.sessions.reload();
      this.toasts.show(this.transloco.translate('identity.sessions.ended'));
    } catch (failure) {
      this.problem.set(this.words.of(failure));
    }
  }

  protected async everywhere(): Promise<void> {
    const sure = await this.dialogs.confirm({
      title: this.transloco.translate('identity.sessions.everywhereTitle'),
      text: this.transloco.translate('identity.sessions.everywhereText'),
      confirm: this.transloco.translate('identity.sessions.everywhere'),
    });
    if (sure) await this.identity.signOut('everywhere').catch((failure: unknown) => this.problem.set(this.words.of(failure)));
  }
}
