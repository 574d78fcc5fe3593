import { personErased } from '@cohorte/identity/server';
import { systemActor } from '@cohorte/platform/contract';
import { Database, Jobs, On, type PayloadOf, Realtime } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Belonging } from './belonging';
import { MembershipEntity } from './membership.entity';
import { invitationIssued, membershipChanged } from './networks.events';
import { sendInvitation } from './networks.jobs';

/** What follows the domain's facts, and those of identity. */
@Injectable()
export class NetworksListener {
  constructor(
    private readonly jobs: Jobs,
    private readonly realtime: Realtime,
    private readonly database: Database,
    private readonly belonging: Belonging,
  ) {}

  @On(invitationIssued)
  async queueLetter({ invitationId, sending }: PayloadOf<typeof invitationIssued>): Promise<void> {
    await this.jobs.add(sendInvitation, { invitationId, sending }, { id: `invitation-${invitationId}-${sending}` });
  }

  /** Open pages lose, or gain, rights at once. */
  @On(membershipChanged)
  async refreshRights({ personIds }: PayloadOf<typeof membershipChanged>): Promise<void> {
    await this.realtime.rightsChanged(personIds);
  }

  /** An erased person belongs nowhere any more; the address they were invited at is forgotten. */
  @On(personErased)
  async forget({ personId }: PayloadOf<typeof personErased>): Promise<void> {
    await this.database.transaction(systemActor('networks'), async (tx) => {
      const memberships = await tx.getRepository(MembershipEntity).findBy({ personId, endedAt: IsNull() });
      for (const membership of memberships) await this.belonging.end(tx, membership);
      await tx.query(`UPDATE networks_invitation SET email = '', note = NULL WHERE accepted_by = $1`, [personId]);
    });
  }
}
