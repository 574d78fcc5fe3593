import { systemActor } from '@cohorte/platform/contract';
import { Clock, Database, Every } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { SeatsLedger } from './seats-ledger';

/** What time alone moves: offers that run out, draws, rules that end; and what is kept no longer than announced. */
@Injectable()
export class RegistrationSweep {
  constructor(
    private readonly database: Database,
    private readonly ledger: SeatsLedger,
    private readonly clock: Clock,
  ) {}

  /** Each meeting in a transaction of its own: one that fails holds up no other. */
  @Every(20)
  async lookAtPlaces(): Promise<void> {
    const due = await this.database.transaction(systemActor('meetings'), (tx) =>
      tx.query<{ id: string }[]>('SELECT meeting_id AS id FROM meetings_seats WHERE look_at <= $1 ORDER BY look_at LIMIT 500', [this.clock.now()]));
    for (const { id } of due) await this.settle(id);
  }

  settle(meetingId: string): Promise<void> {
    return this.database.transaction(systemActor('meetings'), (tx) => this.ledger.with(tx, meetingId, () => undefined));
  }

  /** Needs of access thirty days after the meeting, everything that names someone after twenty-four months, answered requests after thirty days. */
  @Every(3_600)
  async forget(): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction(systemActor('meetings'), async (tx) => {
      await tx.query(
        `UPDATE meetings_registration r SET needs = '{}', needs_note = NULL FROM meetings_meeting m
          WHERE m.id = r.meeting_id AND (r.needs <> '{}' OR r.needs_note IS NOT NULL) AND coalesce(m.starts_at, r.asked_at) + make_interval(mins => m.minutes, days => 30) < $1`, [now]);
      await tx.query(
        `UPDATE meetings_registration r SET person_id = NULL, email = NULL, name = NULL, name_key = NULL, answers = '{}', message = NULL, decision_message = NULL, registered_by = NULL
           FROM meetings_meeting m WHERE m.id = r.meeting_id AND (r.person_id IS NOT NULL OR r.email IS NOT NULL) AND coalesce(m.starts_at, r.asked_at) + interval '24 months' < $1`, [now]);
      await tx.query(`DELETE FROM meetings_registration_request WHERE at < $1::timestamptz - interval '30 days'`, [now]);
    });
  }
}
