import { AppError, type InputOf } from '@cohorte/platform/contract';
import { Clock, Database, Events, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import {
  type Actor, animates, can, canGrant, type changeRole, type FormerLeadFate, isSingleRole, type MemberRole, type replaceLead, rolesOfKind, whyNotLeave,
} from '../contract';
import { Belonging } from './belonging';
import { elevated, lockSpace } from './elevation';
import { MembershipEntity } from './membership.entity';
import { leadReplaced } from './networks.events';
import { type NamedSpace, SpaceQueries } from './space.queries';

/** A removal can be taken back for this long; later it is an invitation that is due. */
const restorableMs = 15 * 60_000;

/** Use cases on who belongs where: change a role, leave, remove, hand over a lead. */
@Injectable()
export class MembershipService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly spaces: SpaceQueries,
    private readonly belonging: Belonging,
  ) {}

  changeRole(actor: Actor, { membershipId, role }: InputOf<typeof changeRole>): Promise<Record<string, never>> {
    return this.database.transaction(actor, async (tx) => {
      const { membership, space } = await this.load(tx, actor, membershipId);
      if (!canGrant(actor, space, membership.role) || !canGrant(actor, space, role)) throw new AppError('forbidden', 'networks.not-allowed');
      if (!rolesOfKind[space.kind].includes(role)) throw new AppError('bad-input', 'networks.role-not-here', {}, { role: 'not-here' });
      if (isSingleRole(space.kind, role) || isSingleRole(space.kind, membership.role)) throw new AppError('conflict', 'networks.lead-is-handed-over');
      if (membership.role === role) return {};
      await this.assertMayGo(tx, actor, membership, space);
      await elevated(tx, async () => {
        await this.belonging.end(tx, membership);
        await this.belonging.join(tx, { spaceId: space.id, personId: membership.personId, role, invitedBy: actor.personId });
      });
      return {};
    });
  }

  /** Removes someone, or oneself. */
  end(actor: Actor, membershipId: string): Promise<Record<string, never>> {
    return this.database.transaction(actor, async (tx) => {
      const { membership, space } = await this.load(tx, actor, membershipId);
      if (membership.personId !== actor.personId && !can(actor, 'manage', space)) throw new AppError('forbidden', 'networks.not-allowed');
      await this.assertMayGo(tx, actor, membership, space);
      await elevated(tx, () => this.belonging.end(tx, membership));
      return {};
    });
  }

  restore(actor: Actor, membershipId: string): Promise<Record<string, never>> {
    return this.database.transaction(actor, async (tx) => {
      const membership = await tx.getRepository(MembershipEntity).findOneBy({ id: membershipId });
      if (!membership?.personId) throw new AppError('not-found', 'networks.membership-unknown');
      const { spaceId, personId, role, endedAt } = membership;
      await this.spaces.allowed(tx, actor, 'manage', spaceId);
      if (!endedAt) return {};
      if (this.clock.now().getTime() - endedAt.getTime() > restorableMs) throw new AppError('gone', 'networks.restoration-too-late');
      await lockSpace(tx, spaceId);
      await elevated(tx, () => this.belonging.join(tx, { spaceId, personId, role, invitedBy: actor.personId }));
      return {};
    });
  }

  replaceLead(actor: Actor, input: InputOf<typeof replaceLead>): Promise<Record<string, never>> {
    return this.database.transaction(actor, async (tx) => {
      const space = await this.spaces.allowed(tx, actor, 'manage', input.structureId);
      if (space.kind !== 'structure') throw new AppError('not-found', 'networks.space-unknown');
      await lockSpace(tx, space.id);
      const held = await this.belonging.activeOf(tx, space.id, input.personId);
      if (held.some(({ role }) => role === 'lead')) throw new AppError('conflict', 'networks.already-lead');
      if (!held.some(({ role }) => role === 'member' || role === 'expert')) throw new AppError('conflict', 'networks.not-a-member', {}, { personId: 'not-a-member' });
      await elevated(tx, () => this.handOver(tx, space.id, input.personId, input.formerLead));
      return {};
    });
  }

  /** The present lead, if any, becomes a member or leaves; someone else leads. In one step: the structure keeps all it has. */
  async handOver(tx: Tx, structureId: string, newLeadId: string, fate: FormerLeadFate): Promise<void> {
    const [former] = await this.belonging.holdersOf(tx, structureId, 'lead');
    if (former) {
      await this.belonging.end(tx, former);
      if (fate === 'member' && former.personId) await this.belonging.join(tx, { spaceId: structureId, personId: former.personId, role: 'member' });
    }
    await this.belonging.join(tx, { spaceId: structureId, personId: newLeadId, role: 'lead' });
    await this.events.publish(tx, leadReplaced, { structureId, newLeadId, formerLeadId: former?.personId ?? null });
  }

  /** An active membership of a person, with its space, as the actor may see them; from here on the space is locked. */
  private async load(tx: Tx, actor: Actor, membershipId: string): Promise<{ membership: MembershipEntity & { personId: string }; space: NamedSpace }> {
    const memberships = tx.getRepository(MembershipEntity);
    const seen = await memberships.findOneBy({ id: membershipId });
    if (!seen) throw new AppError('not-found', 'networks.membership-unknown');
    await lockSpace(tx, seen.spaceId);
    const membership = await memberships.findOneBy({ id: membershipId, endedAt: IsNull() });
    if (!membership?.personId) throw new AppError('not-found', 'networks.membership-unknown');
    return { membership: membership as MembershipEntity & { personId: string }, space: await this.spaces.allowed(tx, actor, 'read', membership.spaceId) };
  }

  private async assertMayGo(tx: Tx, actor: Actor, membership: MembershipEntity, space: NamedSpace): Promise<void> {
    const holders = await elevated(tx, () => this.belonging.holdersOf(tx, space.id, membership.role as MemberRole));
    // The animation of a cohort follows that of its network: only there it is counted.
    const counted = space.kind === 'cohort' ? 2 : holders.length;
    const code = whyNotLeave({ role: membership.role, others: counted - 1, byAnimator: animates(actor, space.networkIds) });
    if (code) throw new AppError('conflict', code);
  }
}
