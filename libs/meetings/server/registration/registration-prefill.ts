import { People } from '@cohorte/identity/server';
import type { Actor } from '@cohorte/networks/contract';
import type { OutputOf } from '@cohorte/platform/contract';
import { asSystem, Database, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { type AccessNeed, answersAgain, answersOfProfile, type KnownOfPerson, type prefillRegistration, type RegistrationAnswers, type RegistrationQuestion } from '../../contract';
import { Registrants } from './registrants';
import { askerOf, SeatsPlaces } from './seats-place';

type Prefill = OutputOf<typeof prefillRegistration>;

interface FormerRow {
  readonly title: string;
  readonly questions: RegistrationQuestion[] | null;
  readonly answers: RegistrationAnswers;
  readonly needs: AccessNeed[];
  readonly needsNote: string | null;
}

/** What a form may hold before its reader has typed anything: theirs alone, shown and never sent by itself. */
@Injectable()
export class RegistrationPrefill {
  constructor(
    private readonly database: Database,
    private readonly places: SeatsPlaces,
    private readonly registrants: Registrants,
    private readonly people: People,
  ) {}

  read(actor: Actor, meetingId: string): Promise<Prefill> {
    return this.database.transaction(actor, async (tx) => {
      const place = await this.places.find(tx, meetingId);
      this.places.assert(askerOf(actor), 'ask', place);
      const { questions } = place.policy;
      return { profile: answersOfProfile(questions, await this.known(tx, actor)), last: lastTime(questions, await this.former(tx, actor.personId, meetingId)) };
    });
  }

  private async known(tx: Tx, actor: Actor): Promise<KnownOfPerson> {
    const [profile] = await this.people.profilesOf(tx, [actor.personId]);
    const [structure, ...others] = (await this.registrants.structuresOf(tx, [actor])).get(actor.personId) ?? [];
    return { function: profile?.jobTitle ?? '', structure: structure && others.length === 0 ? structure.name : '' };
  }

  /** Their last registration to another meeting that said something; needs are there thirty days after it, then forgotten. */
  private async former(tx: Tx, personId: string, meetingId: string): Promise<FormerRow | null> {
    const [row] = await asSystem(tx, 'meetings', () => tx.query<FormerRow[]>(
      `SELECT m.title, s.policy->'questions' AS questions, r.answers, r.needs, r.needs_note AS "needsNote"
         FROM meetings_registration r JOIN meetings_meeting m ON m.id = r.meeting_id LEFT JOIN meetings_seats s ON s.meeting_id = r.meeting_id
        WHERE r.person_id = $1 AND r.meeting_id <> $2 AND (r.answers <> '{}'::jsonb OR cardinality(r.needs) > 0) ORDER BY r.asked_at DESC, r.id DESC LIMIT 1`, [personId, meetingId]));
    return row ?? null;
  }
}

/** Nothing when it answers no question of today and told of no need. */
function lastTime(questions: readonly RegistrationQuestion[], former: FormerRow | null): Prefill['last'] {
  if (!former) return null;
  const { title, needs, needsNote } = former;
  const answers = answersAgain(questions, { questions: former.questions ?? [], answers: former.answers });
  return Object.keys(answers).length > 0 || needs.length > 0 ? { title, answers, needs, needsNote } : null;
}
