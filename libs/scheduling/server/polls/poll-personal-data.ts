import { KeepsPersonalData, personErased, type PersonalDataSource } from '@cohorte/identity/server';
import { systemActor } from '@cohorte/platform/contract';
import { Database, On, type PayloadOf } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';

interface Asked {
  poll: string;
  at: Date;
  answeredAt: Date | null;
  answers: { startsAt: Date; answer: string }[];
}

/** What polls keep about a person: those they were asked, what they answered, those they made. */
@KeepsPersonalData('scheduling')
@Injectable()
export class PollPersonalData implements PersonalDataSource {
  constructor(private readonly database: Database) {}

  personalDataOf(personId: string): Promise<Record<string, unknown>> {
    return this.database.transaction(systemActor('scheduling'), async (tx) => ({
      pollsAsked: await tx.query<Asked[]>(
        `SELECT q.title AS poll, p.created_at AS at, p.answered_at AS "answeredAt", p.none_fits AS "noneFits",
                coalesce((SELECT json_agg(json_build_object('startsAt', s.starts_at, 'answer', CASE substr(p.answers, s.place + 1, 1) WHEN 'y' THEN 'yes' WHEN 'i' THEN 'if-need-be' ELSE 'no' END) ORDER BY s.starts_at)
                   FROM scheduling_poll_slot s WHERE s.poll_id = q.id AND substr(p.answers, s.place + 1, 1) IN ('y', 'i', 'n')), '[]') AS answers
           FROM scheduling_poll_participant p JOIN scheduling_poll q ON q.id = p.poll_id WHERE p.person_id = $1 ORDER BY p.created_at, p.id`,
        [personId],
      ),
      pollsMade: await tx.query<{ poll: string; at: Date }[]>('SELECT title AS poll, created_at AS at FROM scheduling_poll WHERE created_by = $1 ORDER BY created_at, id', [personId]),
    }));
  }

  /** What was answered still counts, under «membre supprimé»; the link opens nothing any more. */
  @On(personErased)
  async forget({ personId }: PayloadOf<typeof personErased>): Promise<void> {
    await this.database.transaction(systemActor('scheduling'), (tx) =>
      tx.query(`UPDATE scheduling_poll_participant SET token_hash = id::text, nonce = '' WHERE person_id = $1`, [personId]),
    );
  }
}
