import { People } from '@cohorte/identity/server';
import { AppError, type Language } from '@cohorte/platform/contract';
import { Clock, Config, Events, mailTokenHash, mailTokenOf, newId, newMailNonce, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { type Actor, expiryFrom, type FormerLeadFate, type InvitationCard, isSingleRole, type MemberRole, stateOf } from '../contract';
import { Belonging, isAtLeast } from './belonging';
import { elevated } from './elevation';
import { InvitationEntity, invitationLink } from './invitation.entity';
import { invitationIssued } from './networks.events';
import { PersonNames } from './person-names';
import type { NamedSpace } from './space.queries';

/** What another domain, or a page, says to invite someone. */
export interface InviteOptions {
  readonly spaceId: string;
  readonly email: string;
  readonly role: MemberRole;
  readonly language?: Language;
  readonly note?: string | null;
  /** What the present lead becomes when an invited lead accepts. */
  readonly formerLead?: FormerLeadFate | null;
}

/** A letter a minute at most and ten in all: enough for a lost mail, no way to pester. */
const resendPauseMs = 60_000;
const maxSendings = 10;

/** Issues and renews invitations: what is decided on the row itself, after the policy. */
@Injectable()
export class InvitationDesk {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly events: Events,
    private readonly people: People,
    private readonly belonging: Belonging,
    private readonly names: PersonNames,
  ) {}

  async issue(tx: Tx, actor: Actor, space: NamedSpace, options: InviteOptions): Promise<InvitationCard> {
    const { role, note = null, formerLead = null } = options;
    const email = options.email.toLowerCase();
    const known = await elevated(tx, () => this.people.findByEmail(tx, email));
    if (known) await this.assertNotThere(tx, actor, space, { role, personId: known.id });
    await this.assertLeadPlace(tx, space, options);
    const open = await tx.getRepository(InvitationEntity).findOneBy({ spaceId: space.id, email, role, acceptedAt: IsNull(), revokedAt: IsNull() });
    if (open && open.expiresAt > this.clock.now()) throw new AppError('conflict', 'networks.already-invited', {}, { email: 'already-invited' });
    if (open) return this.renew(tx, { ...open, note, formerLead });
    return this.insert(tx, { spaceId: space.id, role, email, note, formerLead, language: known?.language ?? options.language ?? 'fr', invitedBy: actor.personId });
  }

  private async insert(tx: Tx, given: Pick<InvitationEntity, 'spaceId' | 'role' | 'email' | 'note' | 'formerLead' | 'language' | 'invitedBy'>): Promise<InvitationCard> {
    const id = newId();
    const createdAt = this.clock.now();
    const times = { createdAt, expiresAt: expiryFrom(createdAt), sentAt: null, acceptedAt: null, acceptedBy: null, revokedAt: null };
    const invitation: InvitationEntity = { id, ...given, ...this.freshLink(id), ...times, sendings: 1 };
    await tx.getRepository(InvitationEntity).insert(invitation);
    await this.events.publish(tx, invitationIssued, { invitationId: id, sending: 1 });
    return this.card(tx, invitation);
  }

  async resend(tx: Tx, invitation: InvitationEntity): Promise<InvitationCard> {
    const sentAgo = this.clock.now().getTime() - (invitation.sentAt?.getTime() ?? 0);
    if (invitation.sendings >= maxSendings) throw new AppError('too-many', 'networks.resent-too-often');
    if (sentAgo < resendPauseMs) throw new AppError('too-many', 'networks.resent-too-soon');
    return this.renew(tx, invitation);
  }

  async card(tx: Tx, invitation: InvitationEntity): Promise<InvitationCard> {
    const [card] = await this.cards(tx, [invitation]);
    return card as InvitationCard;
  }

  async cards(tx: Tx, invitations: readonly InvitationEntity[]): Promise<InvitationCard[]> {
    const names = await this.names.of(tx, invitations.flatMap(({ invitedBy }) => (invitedBy ? [invitedBy] : [])));
    return invitations.map((invitation) => ({
      id: invitation.id,
      email: invitation.email,
      role: invitation.role,
      state: stateOf(invitation, this.clock.now()),
      invitedBy: (invitation.invitedBy && names.get(invitation.invitedBy)?.name) || null,
      expiresAt: invitation.expiresAt.toISOString(),
      sentAt: invitation.sentAt?.toISOString() ?? null,
      sendings: invitation.sendings,
    }));
  }

  private async renew(tx: Tx, invitation: InvitationEntity): Promise<InvitationCard> {
    const { id, note, formerLead } = invitation;
    const renewed = { ...this.freshLink(id), note, formerLead, sendings: invitation.sendings + 1, expiresAt: expiryFrom(this.clock.now()), sentAt: null };
    await tx.getRepository(InvitationEntity).update({ id }, renewed);
    await this.events.publish(tx, invitationIssued, { invitationId: id, sending: renewed.sendings });
    return this.card(tx, { ...invitation, ...renewed });
  }

  private freshLink(id: string): { nonce: string; tokenHash: string } {
    const nonce = newMailNonce();
    return { nonce, tokenHash: mailTokenHash(mailTokenOf(this.config.value.secret, invitationLink, { id, nonce })) };
  }

  private async assertNotThere(tx: Tx, actor: Actor, space: NamedSpace, invited: { role: MemberRole; personId: string }): Promise<void> {
    if (invited.personId === actor.personId) throw new AppError('conflict', 'networks.own-address', {}, { email: 'own' });
    const held = await elevated(tx, () => this.belonging.activeOf(tx, space.id, invited.personId));
    if (held.some((membership) => isAtLeast(membership.role, invited.role))) throw new AppError('conflict', 'networks.already-member', {}, { email: 'already-member' });
  }

  private async assertLeadPlace(tx: Tx, space: NamedSpace, options: InviteOptions): Promise<void> {
    if (!isSingleRole(space.kind, options.role) || options.formerLead) return;
    if ((await this.belonging.holdersOf(tx, space.id, options.role)).length > 0) throw new AppError('conflict', 'networks.lead-already-there', {}, { formerLead: 'needed' });
  }
}
