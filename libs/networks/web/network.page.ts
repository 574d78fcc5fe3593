import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import { type MemberCard, type MemberRole, type NetworkStructure, type Obligation } from '@cohorte/networks/contract';
import { ErrorWordsPipe } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Card } from '@cohorte/ui/web/card';
import { Chip, type ChipTone } from '@cohorte/ui/web/chip';
import { Dialogs } from '@cohorte/ui/web/dialogs.service';
import { Empty } from '@cohorte/ui/web/empty';
import { Icon } from '@cohorte/ui/web/icon';
import { Menu } from '@cohorte/ui/web/menu';
import { MenuItem } from '@cohorte/ui/web/menu-item';
import { MenuTrigger } from '@cohorte/ui/web/menu-trigger';
import { PageHead } from '@cohorte/ui/web/page-head';
import { SearchField } from '@cohorte/ui/web/search-field';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { Table } from '@cohorte/ui/web/table';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { ImportDialog } from './import-dialog';
import { InvitationList } from './invitation-list';
import { InviteDialog, type InviteQuestion } from './invite-dialog';
import { NetworkDialog } from './network-dialog';
import { NetworkStore } from './network.store';
import { NetworksStore } from './networks.store';
import { PeopleActs } from './people-acts';
import { PeopleList } from './people-list';
import { SpaceInvitationsStore } from './space-invitations.store';
import { StructureDialog, type StructureQuestion } from './structure-dialog';

const obligationTones: Record<Obligation, ChipTone> = { obliged: 'amber', 'not-obliged': 'plain', unknown: 'plain', 'not-concerned': 'plain' };

/** A network: its structures and its team. Animators act here, everyone else reads. */
@Component({
  selector: 'co-network-page',
  imports: [
    Banner, Button, Card, Chip, Empty, ErrorWordsPipe, Icon, InvitationList, Menu, MenuItem, MenuTrigger, PageHead, PeopleList, RouterLink, SearchField, Skeleton, Table, TranslocoPipe,
  ],
  providers: [NetworkStore, SpaceInvitationsStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './network.page.html',
  styleUrl: './network.page.css',
})
export class NetworkPage {
  readonly networkId = input.required<string>();
  protected readonly store = inject(NetworkStore);
  protected readonly invited = inject(SpaceInvitationsStore);
  protected readonly network = this.store.network;
  protected readonly team = computed(() => this.network()?.people ?? []);
  private readonly networks = inject(NetworksStore);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly acts = inject(PeopleActs);
  private readonly transloco = inject(TranslocoService);
  private readonly title = inject(Title);

  constructor() {
    effect(() => this.store.open(this.networkId()));
    effect(() => {
      const network = this.network();
      this.invited.show(network?.canManage ? network.id : undefined);
      if (network) this.title.setTitle(`${network.name} · Cohorte`);
    });
  }

  protected tone(structure: NetworkStructure): ChipTone {
    return obligationTones[structure.obligation ?? 'unknown'];
  }

  protected readonly reload = (): void => {
    this.store.reload();
    this.invited.reload();
  };

  protected invitePerson(): Promise<void> {
    const network = this.network();
    return network ? this.ask({ spaceId: network.id, spaceName: network.name, roles: network.grantableRoles }) : Promise.resolve();
  }

  protected inviteLead(structure: NetworkStructure): Promise<void> {
    return this.ask({ spaceId: structure.id, spaceName: structure.name, roles: ['lead'], ...(structure.leadName ? { leadName: structure.leadName } : {}) });
  }

  protected async addStructure(): Promise<void> {
    const shown = this.dialogs.open<{ name: string }, StructureQuestion>(StructureDialog, { networkId: this.networkId() });
    const added = await firstValueFrom(shown.closed, { defaultValue: undefined });
    if (added) this.say('structure.created', { name: added.name });
  }

  protected async importList(): Promise<void> {
    const shown = this.dialogs.open<true, string>(ImportDialog, this.networkId());
    if (await firstValueFrom(shown.closed, { defaultValue: undefined })) this.reload();
  }

  protected async rename(): Promise<void> {
    const network = this.network();
    if (!network) return;
    const shown = this.dialogs.open<unknown, typeof network>(NetworkDialog, network, { size: 'small' });
    if (!(await firstValueFrom(shown.closed, { defaultValue: undefined }))) return;
    this.networks.reload();
    this.say('network.renamed', {});
  }

  protected async remove(person: MemberCard): Promise<void> {
    if (await this.acts.remove(person, this.network()?.name ?? '', this.reload)) this.networks.reload();
  }

  protected giveRole(given: { person: MemberCard; role: MemberRole }): Promise<boolean> {
    return this.acts.giveRole(given.person, given.role, this.reload);
  }

  private async ask(question: InviteQuestion): Promise<void> {
    const shown = this.dialogs.open<{ email: string }, InviteQuestion>(InviteDialog, question);
    const sent = await firstValueFrom(shown.closed, { defaultValue: undefined });
    if (sent) this.say('invitations.invited', { email: sent.email });
  }

  private say(key: string, details: Record<string, string>): void {
    this.toasts.show(this.transloco.translate(`networks.${key}`, details));
    this.reload();
  }
}
