import { ChangeDetectionStrategy, Component, inject, resource, signal } from '@angular/core';
import { listPasskeys, type PasskeySummary, removePasskey } from '@cohorte/identity/contract';
import { ApiClient, ErrorWords } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Card } from '@cohorte/ui/web/card';
import { Chip } from '@cohorte/ui/web/chip';
import { DatePipe } from '@cohorte/ui/web/date.pipe';
import { Dialogs } from '@cohorte/ui/web/dialogs.service';
import { Icon } from '@cohorte/ui/web/icon';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { IdentityStore } from './identity.store';
import { PasskeySetup } from './passkey-setup';
import { Passkeys } from './passkeys';
import { TotpCare } from './totp-care';
import { TotpSetup } from './totp-setup';

/** The second factor: authenticator application and passkeys. */
@Component({
  selector: 'co-profile-protection',
  imports: [Banner, Button, Card, Chip, DatePipe, Icon, PasskeySetup, TotpCare, TotpSetup, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './profile-protection.html',
  styles: `
    section + section { margin-top: var(--co-space-6); }
    h3 { display: flex; flex-wrap: wrap; gap: var(--co-space-2); align-items: center; margin-bottom: var(--co-space-2); }
    section > p { color: var(--co-soft); margin-bottom: var(--co-space-3); }
    ul { display: grid; margin-bottom: var(--co-space-3); }
    li { display: flex; flex-wrap: wrap; gap: var(--co-space-1) var(--co-space-4); align-items: center; justify-content: space-between; padding: var(--co-space-2) 0; border-top: 1px solid var(--co-hairline); }
    li span span { color: var(--co-soft); }
  `,
})
export class ProfileProtection {
  protected readonly identity = inject(IdentityStore);
  protected readonly browser = inject(Passkeys);
  private readonly api = inject(ApiClient);
  private readonly words = inject(ErrorWords);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  protected readonly adding = signal<'totp' | 'passkey' | null>(null);
  protected readonly problem = signal('');
  protected readonly passkeys = resource({ loader: () => this.api.call(listPasskeys, {}).then((answer) => answer.passkeys) });

  protected async changed(): Promise<void> {
    this.adding.set(null);
    this.passkeys.reload();
    await this.identity.load();
    this.toasts.show(this.transloco.translate('identity.profile.saved'));
  }

  protected async remove(passkey: PasskeySummary): Promise<void> {
    const sure = await this.dialogs.confirm({
      title: this.transloco.translate('identity.passkey.removeTitle', { name: passkey.name }),
      text: this.transloco.translate('identity.passkey.removeText'),
      confirm: this.transloco.translate('identity.passkey.remove'),
      danger: true,
    });
    if (!sure) return;
    try {
      await this.api.call(removePasskey, { passkeyId: passkey.id });
      await this.changed();
    } catch (failure) {
      this.problem.set(this.words.of(failure));
    }
  }
}
