import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { Router, RouterLink } from '@angular/router';
import type { MemberCard, MemberRole } from '@cohorte/networks/contract';
import { ErrorWordsPipe } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Breadcrumb, type Crumb } from '@cohorte/ui/web/breadcrumb';
import { Button } from '@cohorte/ui/web/button';
import { Card } from '@cohorte/ui/web/card';
import { Chip } from '@cohorte/ui/web/chip';
import { Dialogs } from '@cohorte/ui/web/dialogs.service';
import { Empty } from '@cohorte/ui/web/empty';
import { Icon } from '@cohorte/ui/web/icon';
import { Menu } from '@cohorte/ui/web/menu';
import { MenuItem } from '@cohorte/ui/web/menu-item';
import { MenuTrigger } from '@cohorte/ui/web/menu-trigger';
import { PageHead } from '@cohorte/ui/web/page-head';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { InvitationList } from './invitation-list';
import { InviteDialog, type InviteQuestion } from './invite-dialog';
import { NetworksStore } from './networks.store';
import { PeopleActs } from './people-acts';
import { PeopleList } from './people-list';
import { ReplaceLeadDialog, type ReplaceOutcome, type ReplaceQuestion } from './replace-lead-dialog';
import { SpaceInvitationsStore } from './space-invitations.store';
import { StructureDialog, type StructureQuestion } from './structure-dialog';
import { StructureFacts } from './structure-facts';
import { StructureStore } from './structure.store';

/** A structure: its card, its establishments, its people, and who is invited. */
@Component({
  selector: 'co-structure-page',
  imports: [
    Banner, Breadcrumb, Button, Card, Chip, Empty, ErrorWordsPipe, Icon, InvitationList, Menu, MenuItem, MenuTrigger, PageHead, PeopleList, RouterLink, Skeleton, StructureFacts, TranslocoPipe,
  ],
  providers: [StructureStore, SpaceInvitationsStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './structure.page.html',
  styleUrl: './structure.page.css',
})
export class StructurePageView {
  readonly structureId = input.required<string>();
  protected readonly store = inject(StructureStore);
  protected readonly invited = inject(SpaceInvitationsStore);
  protected readonly structure = this.store.structure;
  private readonly networks = inject(NetworksStore);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly acts = inject(PeopleActs);
  private readonly transloco = inject(TranslocoService);
  private readonly router = inject(Router);
  private readonly title = inject(Title);

  protected readonly crumbs = computed((): Crumb[] => {
    const structure = this.structure();
    const network = structure?.networks[0];
    return structure && network ? [{ label: network.name, link: ['/reseaux', network.id] }, { label: structure.name }] : [];
  });
  /** Guests and outsiders have nothing to invite to; an animator invites the lead only. */
  protected readonly inviteWords = computed(() => (this.structure()?.grantableRoles.includes('member') ? 'networks.structure.invite' : 'networks.structure.inviteLead'));
  protected readonly canInvite = computed(() => {
    const roles = this.structure()?.grantableRoles ?? [];
    return roles.includes('member') || (roles.includes('lead') && !this.store.lead());
  });

  constructor() {
    effect(() => this.store.open(this.structureId()));
    effect(() => {
      const structure = this.structure();
      this.invited.show(structure?.canManage ? structure.id : undefined);
      if (structure) this.title.setTitle(`${structure.name} · Cohorte`);
    });
  }

  protected readonly reload = (): void => {
    this.store.reload();
    this.invited.reload();
  };

  protected invite(role?: MemberRole): Promise<void> {
    const structure = this.structure();
    if (!structure) return Promise.resolve();
    const roles = role ? [role] : structure.grantableRoles.filter((each) => each !== 'lead' || !this.store.lead());
    const first = roles.includes('member') ? 'member' : roles[0];
    const leadName = this.store.lead()?.name ?? undefined;
    return this.ask({ spaceId: structure.id, spaceName: structure.name, roles, ...(first ? { role: first } : {}), leadName });
  }

  protected async replaceLead(chosen?: MemberCard): Promise<void> {
    const candidates = this.store.people().filter((person) => person.role === 'member' || person.role === 'expert');
    const question: ReplaceQuestion = { structureId: this.structureId(), lead: this.store.lead(), candidates, ...(chosen ? { chosen: chosen.personId } : {}) };
    const outcome = await firstValueFrom(this.dialogs.open<ReplaceOutcome, ReplaceQuestion>(ReplaceLeadDialog, question).closed, { defaultValue: undefined });
    if (outcome === 'invite') return this.invite('lead');
    if (outcome) this.say('replaceForm.done', { name: outcome.name });
  }

  protected async edit(): Promise<void> {
    const structure = this.structure();
    if (structure && (await this.openForm({ structure }))) this.say('structure.saved', {});
  }

  protected async addEstablishment(): Promise<void> {
    const structure = this.structure();
    const networkId = structure?.networks[0]?.id;
    if (!structure || !networkId) return;
    const added = await this.openForm({ networkId, parent: { id: structure.id, name: structure.name } });
    if (added) this.say('structure.created', { name: added.name });
  }

  protected async remove(person: MemberCard): Promise<void> {
    const space = this.structure()?.name ?? '';
    if (!person.isMe) return void (await this.acts.remove(person, space, this.reload));
    const words = (key: string): string => this.transloco.translate(`networks.structure.${key}`, { space });
    const sure = await this.dialogs.confirm({ title: words('leaveTitle'), text: words('leaveText'), confirm: words('leaveConfirm'), danger: true });
    if (!sure || !(await this.acts.remove(person, space, () => this.networks.reload()))) return;
    await this.router.navigateByUrl('/');
  }

  protected giveRole(given: { person: MemberCard; role: MemberRole }): Promise<boolean> {
    return this.acts.giveRole(given.person, given.role, this.reload);
  }

  private async ask(question: InviteQuestion): Promise<void> {
    const shown = this.dialogs.open<{ email: string }, InviteQuestion>(InviteDialog, question);
    const sent = await firstValueFrom(shown.closed, { defaultValue: undefined });
    if (sent) this.say('invitations.invited', { email: sent.email });
  }

  private openForm(question: StructureQuestion): Promise<{ name: string } | undefined> {
    return firstValueFrom(this.dialogs.open<{ name: string }, StructureQuestion>(StructureDialog, question).closed, { defaultValue: undefined });
  }

  private say(key: string, details: Record<string, string>): void {
    this.toasts.show(this.transloco.translate(`networks.${key}`, details));
    this.reload();
  }
}
