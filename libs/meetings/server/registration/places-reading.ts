import { asSystem, type Tx } from '@cohorte/platform/server';
import { ActorService, Spaces, StructureFacts } from '@cohorte/networks/server';
import { Injectable } from '@nestjs/common';
import { isSmallFor, type PlacesPage, whyNotAdmitted } from '../../contract';
import type { OpenSeats } from './open-seats';
import { RegistrationCards } from './registration-cards';
import { standingStatuses } from './seat-row';
import { SeatsPlaces } from './seats-place';

/** What those acts read, as the domain. */
@Injectable()
export class PlacesReading {
  constructor(
    private readonly places: SeatsPlaces,
    private readonly cards: RegistrationCards,
    private readonly spaces: Spaces,
    private readonly structures: StructureFacts,
    private readonly actors: ActorService,
  ) {}

  async page(tx: Tx, meetingId: string): Promise<PlacesPage> {
    const place = await this.places.find(tx, meetingId);
    const rows = await this.cards.read(tx, `r.meeting_id = $1 AND (r.person_id IS NOT NULL OR r.email IS NOT NULL) ORDER BY r.number`, [meetingId]);
    const { title, startsAt, format, version, policy, drawnAt } = place;
    return {
      title, format, version, policy, rows, startsAt: startsAt?.toISOString() ?? null, drawnAt: drawnAt?.toISOString() ?? null,
      cohorts: await this.cohorts(tx, place.networkId, place.spaceId),
    };
  }

  /** Looks at everyone who stands with the eyes of the rule as it is now: who no longer matches is marked, who is small is counted so. */
  async judgeAgain(tx: Tx, seats: OpenSeats): Promise<void> {
    const { policy } = seats.seats;
    const rows = await tx.query<{ id: string; personId: string | null; structureId: string | null; isExempt: boolean }[]>(
      'SELECT id, person_id AS "personId", structure_id AS "structureId", is_exempt AS "isExempt" FROM meetings_registration WHERE meeting_id = $1 AND status = ANY ($2)', [seats.meetingId, standingStatuses]);
    const structures = new Map((await this.structures.of(tx, rows.flatMap(({ structureId }) => structureId ?? []))).map((one) => [one.id, one]));
    const judged = [];
    for (const row of rows) {
      const structure = row.structureId ? (structures.get(row.structureId) ?? null) : null;
      const actor = row.personId && policy.audience ? await this.actors.actorOf({ personId: row.personId }) : null;
      const registrant = actor ? { cohortIds: actor.roles.filter(({ spaceKind }) => spaceKind === 'cohort').map(({ spaceId }) => spaceId), roles: actor.roles.map(({ role }) => role), structure } : null;
      judged.push({ id: row.id, unmatched: !row.isExempt && whyNotAdmitted(policy.audience, registrant).length > 0, small: isSmallFor(policy, structure) });
    }
    await tx.query(
      `UPDATE meetings_registration r SET is_small = e.small, unmatched_at = CASE WHEN e.unmatched THEN coalesce(r.unmatched_at, $2) END
         FROM jsonb_to_recordset($1::jsonb) AS e (id uuid, unmatched boolean, small boolean) WHERE r.id = e.id`, [JSON.stringify(judged), seats.now]);
    seats.judge(new Map(judged.map(({ id, small }) => [id, small])));
  }

  private cohorts(tx: Tx, networkId: string, spaceId: string): Promise<PlacesPage['cohorts']> {
    return asSystem(tx, 'meetings', async () => {
      const [own, inNetwork] = [await this.spaces.find(tx, spaceId), await this.spaces.cohortsOf(tx, networkId)];
      const all = [...inNetwork, ...(own?.kind === 'cohort' ? [{ id: own.id, name: own.name }] : [])];
      return [...new Map(all.map((one) => [one.id, one])).values()];
    });
  }
}
