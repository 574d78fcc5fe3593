import { AppError } from '@cohorte/platform/contract';
import { Clock, Events, newId, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { type MemberRole, memberRoles } from '../contract';
import { MembershipEntity } from './membership.entity';
import { membershipChanged } from './networks.events';

export interface Joining {
  readonly spaceId: string;
  readonly personId: string;
  readonly role: MemberRole;
  readonly invitedBy?: string | null;
}

/** Roles from the strongest to the weakest: a stronger one takes the place of a weaker one. */
const rank = (role: MemberRole): number => memberRoles.indexOf(role);

export const isAtLeast = (held: MemberRole, wanted: MemberRole): boolean => rank(held) <= rank(wanted);

/** Writes who belongs where, and tells it; the one place that touches the table of memberships of people. */
@Injectable()
export class Belonging {
  constructor(
    private readonly clock: Clock,
    private readonly events: Events,
  ) {}

  activeOf(tx: Tx, spaceId: string, personId: string): Promise<MembershipEntity[]> {
    return tx.getRepository(MembershipEntity).findBy({ spaceId, personId, endedAt: IsNull() });
  }

  holdersOf(tx: Tx, spaceId: string, role: MemberRole): Promise<MembershipEntity[]> {
    return tx.getRepository(MembershipEntity).findBy({ spaceId, role, endedAt: IsNull() });
  }

  /** Gives a role; answers the membership that stands, which is the present one when it is as strong already. */
  async join(tx: Tx, joining: Joining): Promise<string> {
    const held = await this.activeOf(tx, joining.spaceId, joining.personId);
    const standing = held.find((membership) => isAtLeast(membership.role, joining.role));
    if (standing) return standing.id;
    if (joining.role === 'lead' && (await this.holdersOf(tx, joining.spaceId, 'lead')).length > 0) throw new AppError('conflict', 'networks.lead-already-there');
    const now = this.clock.now();
    const memberships = tx.getRepository(MembershipEntity);
    for (const weaker of held) await memberships.update({ id: weaker.id }, { endedAt: now });
    const { spaceId, personId, role, invitedBy = null } = joining;
    const id = newId();
    await memberships.insert({ id, spaceId, personId, structureId: null, role, since: now, endedAt: null, invitedBy });
    if (role === 'animator') await this.animateCohorts(tx, spaceId, personId);
    await this.tell(tx, spaceId, [personId]);
    return id;
  }

  /** Ends a role; what the person wrote stays. */
  async end(tx: Tx, membership: MembershipEntity): Promise<void> {
    await tx.getRepository(MembershipEntity).update({ id: membership.id }, { endedAt: this.clock.now() });
    if (!membership.personId) return;
    if (membership.role === 'animator') await this.endCohortAnimation(tx, membership.spaceId, membership.personId);
    await this.tell(tx, membership.spaceId, [membership.personId]);
  }

  tell(tx: Tx, spaceId: string, personIds: string[]): Promise<void> {
    return personIds.length > 0 ? this.events.publish(tx, membershipChanged, { spaceId, personIds }) : Promise.resolve();
  }

  /** Who animates a network animates its cohorts, written as memberships of their own. */
  async animateCohorts(tx: Tx, networkId: string, personId: string): Promise<void> {
    const cohorts = await tx.query<{ id: string }[]>('SELECT id FROM networks_space WHERE network_id = $1', [networkId]);
    for (const cohort of cohorts) await this.join(tx, { spaceId: cohort.id, personId, role: 'animator' });
  }

  private async endCohortAnimation(tx: Tx, networkId: string, personId: string): Promise<void> {
    await tx.query(
      `UPDATE networks_membership SET ended_at = $3
        WHERE person_id = $2 AND role = 'animator' AND ended_at IS NULL AND space_id IN (SELECT id FROM networks_space WHERE network_id = $1)`,
      [networkId, personId, this.clock.now()],
    );
  }
}
