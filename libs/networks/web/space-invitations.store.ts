import { computed, inject, Injectable, resource, signal } from '@angular/core';
import { type InvitationCard, listInvitations, resendInvitation, restoreInvitation, revokeInvitation } from '@cohorte/networks/contract';
import { ApiClient, ErrorWords } from '@cohorte/platform/web';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { TranslocoService } from '@jsverse/transloco';

/** The open invitations of one space, for those who may see them. */
@Injectable()
export class SpaceInvitationsStore {
  private readonly api = inject(ApiClient);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(ErrorWords);
  private readonly transloco = inject(TranslocoService);
  private readonly spaceId = signal<string | undefined>(undefined);
  private readonly found = resource({
    params: () => this.spaceId(),
    loader: ({ params }) => this.api.call(listInvitations, { spaceId: params }).then((answer) => answer.invitations),
  });

  readonly invitations = computed(() => (this.found.hasValue() ? this.found.value() : []));

  /** Undefined: the reader may not see any. */
  show(spaceId: string | undefined): void {
    this.spaceId.set(spaceId);
  }

  reload(): void {
    this.found.reload();
  }

  resend(invitation: InvitationCard): Promise<void> {
    return this.run('resent', invitation, () => this.api.call(resendInvitation, { invitationId: invitation.id }));
  }

  revoke(invitation: InvitationCard): Promise<void> {
    const undo = async (): Promise<void> => {
      await this.api.call(restoreInvitation, { invitationId: invitation.id });
      this.reload();
    };
    return this.run('revoked', invitation, () => this.api.call(revokeInvitation, { invitationId: invitation.id }), undo);
  }

  private async run(done: 'resent' | 'revoked', { email }: InvitationCard, act: () => Promise<unknown>, undo?: () => Promise<void>): Promise<void> {
    try {
      await act();
      this.toasts.show(this.transloco.translate(`networks.invitations.${done}`, { email }), undo ? { undo } : {});
    } catch (error) {
      this.toasts.show(this.words.of(error), { tone: 'problem' });
    }
    this.reload();
  }
}
