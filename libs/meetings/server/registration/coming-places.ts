import { asSystem, Clock, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import type { RegistrationStatus } from '../../contract';
import { RegistrationReading } from './registration-reading';

/** A meeting ahead where a person holds a place, is offered one, or is asked whether they come. */
export interface ComingPlace {
  readonly meetingId: string;
  readonly title: string;
  readonly startsAt: Date | null;
  readonly zone: string;
  readonly spaceId: string;
  readonly spaceName: string;
  readonly status: Extract<RegistrationStatus, 'registered' | 'offered' | 'to-confirm'>;
  readonly offerUntil: Date | null;
}

/** The door for lists of what comes next, in the caller’s transaction. */
@Injectable()
export class ComingPlaces {
  constructor(
    private readonly clock: Clock,
    private readonly reading: RegistrationReading,
  ) {}

  /** Soonest first, with what they registered at this address before they had an account. */
  async of(tx: Tx, personId: string): Promise<ComingPlace[]> {
    await this.reading.claim(tx, personId);
    return asSystem(tx, 'meetings', () =>
      tx.query<ComingPlace[]>(
        `SELECT m.id AS "meetingId", m.title, m.starts_at AS "startsAt", m.zone, m.space_id AS "spaceId", coalesce(n.name, s.name) AS "spaceName", r.status, r.offer_until AS "offerUntil"
           FROM meetings_registration r JOIN meetings_meeting m ON m.id = r.meeting_id JOIN networks_space s ON s.id = m.space_id LEFT JOIN networks_network n ON n.id = s.id
          WHERE r.person_id = $1 AND r.status IN ('registered', 'offered', 'to-confirm') AND m.cancelled_at IS NULL AND m.published_at IS NOT NULL AND m.ends_at > $2
          ORDER BY m.starts_at, m.id LIMIT 50`,
        [personId, this.clock.now()],
      ));
  }
}
