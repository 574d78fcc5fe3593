import { personErased } from '@cohorte/identity/server';
import { systemActor } from '@cohorte/platform/contract';
import { Database, On, type PayloadOf } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { meetingDated, meetingRestored } from '../meetings.events';
import { standingStatuses } from './seat-row';
import { RegistrationSweep } from './registration.sweep';
import { SeatsLedger } from './seats-ledger';

/** What follows other facts: a date that moves changes deadlines, someone erased leaves their places. */
@Injectable()
export class RegistrationListener {
  constructor(
    private readonly database: Database,
    private readonly ledger: SeatsLedger,
    private readonly sweep: RegistrationSweep,
  ) {}

  @On(meetingDated)
  async followDate({ meetingId }: PayloadOf<typeof meetingDated>): Promise<void> {
    await this.settleIfAny(meetingId);
  }

  /** While it was cancelled nobody moved: people come back as they stood, and offers that ran out meanwhile go to the next. */
  @On(meetingRestored)
  async followReturn({ meetingId }: PayloadOf<typeof meetingRestored>): Promise<void> {
    await this.settleIfAny(meetingId);
  }

  /** Their places are freed first, then what names them is forgotten; the log never held a name. */
  @On(personErased)
  async forget({ personId }: PayloadOf<typeof personErased>): Promise<void> {
    await this.database.transaction(systemActor('meetings'), async (tx) => {
      const rows = await tx.query<{ id: string; meetingId: string }[]>(
        'SELECT id, meeting_id AS "meetingId" FROM meetings_registration WHERE person_id = $1 AND status = ANY ($2) ORDER BY meeting_id', [personId, standingStatuses]);
      for (const { id, meetingId } of rows) {
        await this.ledger.with(tx, meetingId, async (seats) => {
          if (await this.ledger.find(tx, seats, 'id = $2', [id])) seats.move(id, 'cancelled', 'own');
        });
      }
      await tx.query(
        `UPDATE meetings_registration SET person_id = NULL, answers = '{}', needs = '{}', needs_note = NULL, message = NULL, decision_message = NULL, is_visible = false WHERE person_id = $1`, [personId]);
      await tx.query('UPDATE meetings_registration SET registered_by = NULL WHERE registered_by = $1', [personId]);
      await tx.query('UPDATE meetings_registration SET decided_by = NULL WHERE decided_by = $1', [personId]);
    });
  }

  private async settleIfAny(meetingId: string): Promise<void> {
    const found = await this.database.transaction(systemActor('meetings'), (tx) => tx.query<unknown[]>('SELECT 1 FROM meetings_seats WHERE meeting_id = $1', [meetingId]));
    if (found.length > 0) await this.sweep.settle(meetingId);
  }
}
