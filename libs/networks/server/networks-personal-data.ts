import { KeepsPersonalData, type PersonalDataSource } from '@cohorte/identity/server';
import { systemActor } from '@cohorte/platform/contract';
import { Database } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';

interface Belonged {
  space: string;
  kind: string;
  role: string;
  since: Date;
  endedAt: Date | null;
}

interface Invited {
  space: string;
  role: string;
  email: string;
  at: Date;
  acceptedAt: Date | null;
}

const spaceName = 'coalesce(n.name, t.name, s.name)';
const joins = 'JOIN networks_space s ON s.id = x.space_id LEFT JOIN networks_network n ON n.id = s.id LEFT JOIN networks_structure t ON t.id = s.id';

/** What networks keep about a person: where they belong or belonged, the invitations they accepted and those they sent. */
@KeepsPersonalData('networks')
@Injectable()
export class NetworksPersonalData implements PersonalDataSource {
  constructor(private readonly database: Database) {}

  personalDataOf(personId: string): Promise<Record<string, unknown>> {
    return this.database.transaction(systemActor('networks'), async (tx) => ({
      memberships: await tx.query<Belonged[]>(
        `SELECT ${spaceName} AS space, s.kind, x.role, x.since, x.ended_at AS "endedAt" FROM networks_membership x ${joins} WHERE x.person_id = $1 ORDER BY x.since, x.id`,
        [personId],
      ),
      invitationsAccepted: await tx.query<Invited[]>(
        `SELECT ${spaceName} AS space, x.role, x.email, x.created_at AS at, x.accepted_at AS "acceptedAt" FROM networks_invitation x ${joins} WHERE x.accepted_by = $1 ORDER BY x.created_at, x.id`,
        [personId],
      ),
      invitationsSent: await tx.query<Invited[]>(
        `SELECT ${spaceName} AS space, x.role, x.email, x.created_at AS at, x.accepted_at AS "acceptedAt" FROM networks_invitation x ${joins} WHERE x.invited_by = $1 ORDER BY x.created_at, x.id`,
        [personId],
      ),
    }));
  }
}
