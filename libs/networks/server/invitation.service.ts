import { AppError } from '@cohorte/platform/contract';
import { Clock, Database, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { type Actor, canGrant, type InvitationCard, rolesOfKind } from '../contract';
import { lockSpace } from './elevation';
import { InvitationDesk, type InviteOptions } from './invitation-desk';
import { InvitationEntity } from './invitation.entity';
import { SpaceQueries } from './space.queries';

/** Use cases of invitations on the side of those who invite. */
@Injectable()
export class InvitationService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly spaces: SpaceQueries,
    private readonly desk: InvitationDesk,
  ) {}

  invite(actor: Actor, options: InviteOptions): Promise<InvitationCard> {
    return this.database.transaction(actor, async (tx) => {
      const space = await this.spaces.allowed(tx, actor, 'read', options.spaceId);
      if (!rolesOfKind[space.kind].includes(options.role)) throw new AppError('bad-input', 'networks.role-not-here', {}, { role: 'not-here' });
      if (!canGrant(actor, space, options.role)) throw new AppError('forbidden', 'networks.not-allowed');
      await lockSpace(tx, space.id);
      return this.desk.issue(tx, actor, space, options);
    });
  }

  list(actor: Actor, spaceId: string): Promise<{ invitations: InvitationCard[] }> {
    return this.database.transaction(actor, async (tx) => {
      await this.spaces.allowed(tx, actor, 'manage', spaceId);
      const open = await tx.getRepository(InvitationEntity).find({ where: { spaceId, acceptedAt: IsNull(), revokedAt: IsNull() }, order: { createdAt: 'DESC', id: 'DESC' } });
      return { invitations: await this.desk.cards(tx, open) };
    });
  }

  resend(actor: Actor, invitationId: string): Promise<InvitationCard> {
    return this.database.transaction(actor, async (tx) => {
      const invitation = await this.load(tx, actor, invitationId);
      if (invitation.acceptedAt) throw new AppError('gone', 'networks.invitation-used');
      if (invitation.revokedAt) throw new AppError('gone', 'networks.invitation-revoked');
      return this.desk.resend(tx, invitation);
    });
  }

  revoke(actor: Actor, invitationId: string): Promise<Record<string, never>> {
    return this.database.transaction(actor, async (tx) => {
      const invitation = await this.load(tx, actor, invitationId);
      if (invitation.acceptedAt) throw new AppError('gone', 'networks.invitation-used');
      if (!invitation.revokedAt) await tx.getRepository(InvitationEntity).update({ id: invitationId }, { revokedAt: this.clock.now() });
      return {};
    });
  }

  restore(actor: Actor, invitationId: string): Promise<InvitationCard> {
    return this.database.transaction(actor, async (tx) => {
      const invitation = await this.load(tx, actor, invitationId);
      if (invitation.acceptedAt) throw new AppError('gone', 'networks.invitation-used');
      const { spaceId, email, role } = invitation;
      const rival = await tx.getRepository(InvitationEntity).findOneBy({ spaceId, email, role, acceptedAt: IsNull(), revokedAt: IsNull() });
      if (rival && rival.id !== invitationId) throw new AppError('conflict', 'networks.already-invited');
      await tx.getRepository(InvitationEntity).update({ id: invitationId }, { revokedAt: null });
      return this.desk.card(tx, { ...invitation, revokedAt: null });
    });
  }

  /** Whoever may hand out the role may resend or withdraw its invitations; the row is locked against an acceptance at the same time. */
  private async load(tx: Tx, actor: Actor, invitationId: string): Promise<InvitationEntity> {
    const found = await tx.getRepository(InvitationEntity).findOneBy({ id: invitationId });
    if (!found) throw new AppError('not-found', 'networks.invitation-unknown');
    const space = await this.spaces.allowed(tx, actor, 'manage', found.spaceId);
    if (!canGrant(actor, space, found.role)) throw new AppError('forbidden', 'networks.not-allowed');
    await lockSpace(tx, space.id);
    return tx.getRepository(InvitationEntity).findOneOrFail({ where: { id: invitationId }, lock: { mode: 'pessimistic_write' } });
  }
}
