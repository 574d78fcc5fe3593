import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { InvitationCard } from '@cohorte/networks/contract';
import { formatShortDay } from '@cohorte/platform/contract';
import { Button } from '@cohorte/ui/web/button';
import { Chip } from '@cohorte/ui/web/chip';
import { Icon } from '@cohorte/ui/web/icon';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoPipe } from '@jsverse/transloco';
import { SpaceInvitationsStore } from './space-invitations.store';

/** Invitations that wait for an answer, with sending again and withdrawing. */
@Component({
  selector: 'co-invitation-list',
  imports: [Button, Chip, Icon, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul role="list">
      @for (invitation of invitations(); track invitation.id) {
        <li>
          <div class="what">
            <p class="address">{{ invitation.email }}</p>
            <p class="soft">
              {{ 'networks.roles.' + invitation.role | transloco }}@if (invitation.invitedBy; as name) {, {{ 'networks.invitations.by' | transloco: { name } }}},
              {{ 'networks.invitations.until' | transloco: { day: day(invitation) } }}
            </p>
          </div>
          @if (invitation.state === 'expired') {<co-chip tone="amber" icon="clock">{{ 'networks.invitations.expired' | transloco }}</co-chip>}
          @else {<co-chip shape="dashed">{{ 'networks.invitations.pending' | transloco }}</co-chip>}
          <div class="acts">
            <button coButton size="small" type="button" (click)="store.resend(invitation)"><co-icon name="send" size="small" />{{ 'networks.invitations.resend' | transloco }}</button>
            <button coButton size="small" variant="quiet" type="button" (click)="store.revoke(invitation)">{{ 'networks.invitations.revoke' | transloco }}</button>
          </div>
        </li>
      }
    </ul>
  `,
  styles: `
    ul { list-style: none; margin: 0; padding: 0; }
    li { display: flex; flex-wrap: wrap; align-items: center; gap: var(--co-space-2) var(--co-space-3); padding: var(--co-space-3) 0; }
    li + li { border-top: 1px solid var(--co-hairline); }
    .what { flex: 1 1 14rem; min-width: 0; }
    .address { font-weight: 650; overflow-wrap: anywhere; }
    .soft { color: var(--co-soft); font-size: var(--co-text-xs); }
    .acts { display: flex; gap: var(--co-space-2); }
  `,
})
export class InvitationList {
  readonly invitations = input.required<readonly InvitationCard[]>();
  protected readonly store = inject(SpaceInvitationsStore);
  private readonly ui = inject(UiWords);

  protected day(invitation: InvitationCard): string {
    return formatShortDay(invitation.expiresAt, this.ui.language());
  }
}
