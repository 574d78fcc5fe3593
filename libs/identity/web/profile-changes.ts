import { inject, Injectable } from '@angular/core';
import type { updateProfile } from '@cohorte/identity/contract';
import type { CallOf } from '@cohorte/platform/contract';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { TranslocoService } from '@jsverse/transloco';
import { IdentityStore } from './identity.store';

type Change = CallOf<typeof updateProfile>;

/** Saves a change of the profile as it is made, and offers the way back. */
@Injectable({ providedIn: 'root' })
export class ProfileChanges {
  private readonly identity = inject(IdentityStore);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);

  async save(change: Change, back: Change): Promise<void> {
    await this.identity.update(change);
    this.toasts.show(this.transloco.translate('identity.profile.saved'), { undo: async () => void (await this.identity.update(back)) });
  }
}
