import type { Actor } from '@cohorte/networks/contract';
import { Spaces } from '@cohorte/networks/server';
import { AppError, type Visitor } from '@cohorte/platform/contract';
import { asSystem, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { type Asker, canRegistration, type MeetingAudience, policyOfSpace, type RegistrationAction, type SeatPolicy, type SeatsPlace } from '../../contract';
import type { MeetingRow } from './seat-row';

/** A meeting and its rule, as the policy and the screens read them, before any lock. */
export interface SeatsPlaceRow extends MeetingRow {
  readonly meetingId: string;
  readonly title: string;
  readonly format: string;
  readonly policy: SeatPolicy;
  readonly version: number;
  readonly seed: string | null;
  readonly drawnAt: Date | null;
  readonly audience: MeetingAudience;
  readonly published: boolean;
  readonly animatorIds: readonly string[];
}

const placeSql = `
  SELECT m.id AS "meetingId", m.space_id AS "spaceId", m.network_id AS "networkId", m.starts_at AS "startsAt", m.minutes, m.cancelled_at AS "cancelledAt", m.title, m.format,
         m.audience, m.published_at IS NOT NULL AS published, m.animator_ids AS "animatorIds",
         s.policy, coalesce(s.version, 1) AS version, s.seed, s.drawn_at AS "drawnAt"
    FROM meetings_meeting m LEFT JOIN meetings_seats s ON s.meeting_id = m.id WHERE m.id = $1`;

type Registration = NonNullable<SeatsPlace['registration']>;

export const askerOf = (actor: Actor | Visitor, email: string | null = null): Asker => (actor.personId === null ? { personId: null, roles: [] } : { personId: actor.personId, roles: actor.roles, email });

/** Finds the meeting of a request and asks the policy; what must not be known of answers «not found». */
@Injectable()
export class SeatsPlaces {
  constructor(private readonly spaces: Spaces) {}

  find(tx: Tx, meetingId: string): Promise<SeatsPlaceRow> {
    return asSystem(tx, 'meetings', async () => {
      const [row] = await tx.query<(Omit<SeatsPlaceRow, 'policy'> & { policy: SeatPolicy | null })[]>(placeSql, [meetingId]);
      if (!row) throw new AppError('not-found', 'meetings.not-found');
      if (row.policy) return { ...row, policy: row.policy };
      const kind = (await this.spaces.find(tx, row.spaceId))?.kind ?? 'network';
      return { ...row, policy: policyOfSpace(row.spaceId, row.audience === 'space' ? kind : 'network') };
    });
  }

  async allowed(tx: Tx, actor: Actor | Visitor, action: RegistrationAction, meetingId: string): Promise<SeatsPlaceRow> {
    const place = await this.find(tx, meetingId);
    this.assert(askerOf(actor), action, place);
    return place;
  }

  assert(asker: Asker, action: RegistrationAction, place: SeatsPlaceRow, registration: Registration | null = null): void {
    const thing = { ...place, registration };
    if (canRegistration(asker, action, thing)) return;
    if (!canRegistration(asker, 'see', thing)) throw new AppError('not-found', registration ? 'meetings.registration-not-found' : 'meetings.not-found');
    throw new AppError('forbidden', 'meetings.registration-not-yours');
  }
}
