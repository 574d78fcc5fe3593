import { type AgendaSource, type AgendaSpan, FillsAgenda } from '@cohorte/meetings/server';
import type { AgendaEntry } from '@cohorte/meetings/contract';
import type { Actor } from '@cohorte/networks/contract';
import { asSystem, Clock, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { answerAt, type PollAnswer } from '../../contract';

interface Row {
  readonly id: string;
  readonly pollId: string;
  readonly title: string;
  readonly spaceId: string;
  readonly spaceName: string;
  readonly zone: string;
  readonly startsAt: Date;
  readonly minutes: number;
  readonly allDay: boolean;
  readonly place: number;
  readonly answers: string;
}

const standingOf = (answer: PollAnswer | null): AgendaEntry['standing'] => (answer === 'no' ? 'declined' : 'tentative');

/** Slots of polls not decided yet, in the agenda of those they ask: held until the date is set. */
@FillsAgenda()
@Injectable()
export class PollAgenda implements AgendaSource {
  constructor(private readonly clock: Clock) {}

  async agendaOf(tx: Tx, actor: Actor, { from, to }: AgendaSpan): Promise<AgendaEntry[]> {
    const rows = await asSystem(tx, 'scheduling', () =>
      tx.query<Row[]>(
        `SELECT s.id, q.id AS "pollId", q.title, q.space_id AS "spaceId", coalesce(n.name, c.name) AS "spaceName", q.zone, s.starts_at AS "startsAt", s.minutes, s.all_day AS "allDay", s.place, p.answers
           FROM scheduling_poll_participant p
           JOIN scheduling_poll q ON q.id = p.poll_id AND q.state IN ('open', 'closed')
           JOIN scheduling_poll_slot s ON s.poll_id = q.id AND s.status = 'offered'
           JOIN networks_space c ON c.id = q.space_id LEFT JOIN networks_network n ON n.id = c.id
          WHERE p.person_id = $1 AND p.revoked_at IS NULL AND s.starts_at >= $2 AND s.starts_at < $3 AND s.starts_at > $4
          ORDER BY s.starts_at, s.id LIMIT 500`,
        [actor.personId, from, to, this.clock.now()],
      ),
    );
    return rows.map(({ id, pollId, title, spaceId, spaceName, zone, startsAt, minutes, allDay, place, answers }) => ({
      id: `poll-${id}`, kind: 'poll', title, spaceId, spaceName, zone, minutes, allDay, cancelled: false, startsAt: startsAt.toISOString(), standing: standingOf(answerAt(answers, place)), path: `/sondages/${pollId}`,
    }));
  }
}
