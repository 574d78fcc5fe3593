import { AppError } from '@cohorte/platform/contract';
import { Clock, Events, mailTokenHash, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { errorOfState, isSingleRole, stateOf } from '../contract';
import { Belonging } from './belonging';
import { lockSpace } from './elevation';
import { InvitationEntity } from './invitation.entity';
import { MembershipService } from './membership.service';
import { invitationAccepted } from './networks.events';
import { type NamedSpace, SpaceQueries } from './space.queries';

/** What happens to the invitation and the space when someone accepts. */
@Injectable()
export class AcceptanceRite {
  constructor(
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly spaces: SpaceQueries,
    private readonly belonging: Belonging,
    private readonly memberships: MembershipService,
  ) {}

  /** The invitation of a link, locked: two acceptances of one link happen one after the other, and the second finds it used. */
  async find(tx: Tx, token: string): Promise<InvitationEntity> {
    const invitation = await tx.getRepository(InvitationEntity).findOne({ where: { tokenHash: mailTokenHash(token) }, lock: { mode: 'pessimistic_write' } });
    if (!invitation) throw new AppError('not-found', 'networks.invitation-unknown');
    return invitation;
  }

  assertOpen(invitation: InvitationEntity): void {
    const state = stateOf(invitation, this.clock.now());
    if (state !== 'pending') throw new AppError('gone', errorOfState[state]);
  }

  async spaceOf(tx: Tx, invitation: InvitationEntity): Promise<NamedSpace> {
    const space = await this.spaces.find(tx, invitation.spaceId);
    if (!space) throw new AppError('not-found', 'networks.invitation-unknown');
    return space;
  }

  async enter(tx: Tx, space: NamedSpace, invitation: InvitationEntity, personId: string): Promise<void> {
    const { id, role, formerLead, invitedBy } = invitation;
    await lockSpace(tx, space.id);
    const takesOver = isSingleRole(space.kind, role) && formerLead && (await this.belonging.holdersOf(tx, space.id, role)).some((held) => held.personId !== personId);
    if (takesOver) await this.memberships.handOver(tx, space.id, personId, formerLead);
    else await this.belonging.join(tx, { spaceId: space.id, personId, role, invitedBy });
    await this.events.publish(tx, invitationAccepted, { invitationId: id, spaceId: space.id, personId, role });
  }
}
