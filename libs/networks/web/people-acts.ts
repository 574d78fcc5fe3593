import { inject, Injectable } from '@angular/core';
import { changeRole, endMembership, type MemberCard, type MemberRole, restoreMembership } from '@cohorte/networks/contract';
import { ApiClient, ErrorWords } from '@cohorte/platform/web';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { TranslocoService } from '@jsverse/transloco';

/** What is done to people of a space, with a way back in the toast. */
@Injectable({ providedIn: 'root' })
export class PeopleActs {
  private readonly api = inject(ApiClient);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(ErrorWords);
  private readonly transloco = inject(TranslocoService);

  async remove(person: MemberCard, space: string, reload: () => void): Promise<boolean> {
    const membership = { membershipId: person.membershipId };
    const undo = async (): Promise<void> => {
      await this.api.call(restoreMembership, membership).catch((error: unknown) => this.fail(error));
      reload();
    };
    return this.attempt(reload, async () => {
      await this.api.call(endMembership, membership);
      this.toasts.show(this.transloco.translate('networks.structure.removed', { name: this.nameOf(person), space }), person.isMe ? {} : { undo });
    });
  }

  async giveRole(person: MemberCard, role: MemberRole, reload: () => void): Promise<boolean> {
    return this.attempt(reload, async () => {
      await this.api.call(changeRole, { membershipId: person.membershipId, role });
      this.toasts.show(this.transloco.translate('networks.structure.roleChanged', { name: this.nameOf(person), role: this.transloco.translate(`networks.roles.${role}`) }));
    });
  }

  nameOf(person: MemberCard): string {
    return person.name ?? this.transloco.translate('networks.erased');
  }

  private async attempt(reload: () => void, act: () => Promise<void>): Promise<boolean> {
    try {
      await act();
      reload();
      return true;
    } catch (error) {
      this.fail(error);
      return false;
    }
  }

  private fail(error: unknown): void {
    this.toasts.show(this.words.of(error), { tone: 'problem' });
  }
}
