import { personErased } from '@cohorte/identity/server';
import { systemActor } from '@cohorte/platform/contract';
import { Clock, Database, Every, On, type PayloadOf } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';

/** Days a notice is kept once it was dealt with: long enough to find a letter again, then nothing says who was told what. */
export const keptDays = 180;
/** The tombstones of moments are small, and must outlive the notices they kept from being written twice. */
const sweepKeptDays = 400;
const anHour = 3_600;

/** What telling people leaves behind is forgotten: with the person, and with time. */
@Injectable()
export class ForgettingListener {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @On(personErased)
  async forget({ personId }: PayloadOf<typeof personErased>): Promise<void> {
    await this.database.transaction(systemActor('notifications'), async (tx) => {
      await tx.query('DELETE FROM notifications_notice WHERE person_id = $1', [personId]);
      await tx.query('DELETE FROM notifications_preference WHERE recipient = $1', [personId]);
      await tx.query('DELETE FROM notifications_reader WHERE recipient = $1', [personId]);
    });
  }

  /** What has not left yet is never old: it leaves, or is given up, within days. */
  @Every(anHour)
  async forgetOld(): Promise<void> {
    const before = (days: number): Date => new Date(this.clock.now().getTime() - days * 86_400_000);
    await this.database.transaction(systemActor('notifications'), async (tx) => {
      await tx.query('DELETE FROM notifications_notice WHERE settled_at < $1', [before(keptDays)]);
      await tx.query('DELETE FROM notifications_undelivered WHERE failed_at < $1', [before(keptDays)]);
      await tx.query('DELETE FROM notifications_sweep WHERE done_at < $1', [before(sweepKeptDays)]);
      // A guest nobody writes to any more leaves no address behind, unless they asked for silence.
      await tx.query(
        `DELETE FROM notifications_reader r WHERE created_at < $1 AND recipient LIKE '%@%' AND NOT EXISTS (SELECT FROM notifications_notice n WHERE n.address = r.recipient)
           AND NOT EXISTS (SELECT FROM notifications_preference p WHERE p.recipient = r.recipient)`, [before(keptDays)]);
    });
  }
}
