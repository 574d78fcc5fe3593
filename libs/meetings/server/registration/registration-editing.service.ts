import type { Actor } from '@cohorte/networks/contract';
import { AppError, type InputOf, visitor } from '@cohorte/platform/contract';
import { asSystem, Clock, Database, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { answerProblems, answersKept, type editRegistration, type editRegistrationLink, type RegistrationCard } from '../../contract';
import { RegistrationActs } from './registration-acts.service';
import { standingStatuses } from './seat-row';
import { type SeatsPlaceRow, SeatsPlaces } from './seats-place';

type Said = Omit<InputOf<typeof editRegistration>, 'registrationId'>;

/** What was said when registering, said again: answers, needs, being seen by those who come. The place does not move. */
@Injectable()
export class RegistrationEditing {
  constructor(
    private readonly database: Database,
    private readonly places: SeatsPlaces,
    private readonly acts: RegistrationActs,
    private readonly clock: Clock,
  ) {}

  edit(actor: Actor, { registrationId, ...said }: InputOf<typeof editRegistration>): Promise<RegistrationCard> {
    return this.database.transaction(actor, async (tx) => {
      const { place } = await this.acts.owned(tx, actor, registrationId);
      return this.write(tx, place, said, { registrationId, readerId: actor.personId });
    });
  }

  /** Whoever holds the link speaks as the person it was mailed to. */
  editByLink({ token, ...said }: InputOf<typeof editRegistrationLink>): Promise<RegistrationCard> {
    return this.database.transaction(visitor, async (tx) => {
      const { id, meetingId, personId } = await this.acts.ofToken(tx, token);
      return this.write(tx, await this.places.find(tx, meetingId), said, { registrationId: id, readerId: personId });
    });
  }

  private async write(tx: Tx, place: SeatsPlaceRow, said: Said, { registrationId, readerId }: { registrationId: string; readerId: string | null }): Promise<RegistrationCard> {
    if (place.cancelledAt) throw new AppError('conflict', 'meetings.registration-cancelled');
    if (place.startsAt && place.startsAt <= this.clock.now()) throw new AppError('conflict', 'meetings.registration-past');
    const problems = Object.entries(answerProblems(place.policy.questions, said.answers)).map(([id, problem]) => [`answers.${id}`, problem] as const);
    if (problems.length > 0) throw new AppError('bad-input', 'meetings.answers-missing', {}, Object.fromEntries(problems));
    const [, written] = await asSystem(tx, 'meetings', () =>
      tx.query<[unknown[], number]>('UPDATE meetings_registration SET is_visible = $2, answers = $3, needs = $4, needs_note = $5 WHERE id = $1 AND status = ANY ($6)', [
        registrationId, said.isVisible, JSON.stringify(answersKept(place.policy.questions, said.answers)), said.needs, said.needsNote, standingStatuses,
      ]));
    if (written === 0) throw new AppError('conflict', 'meetings.registration-left');
    return this.acts.card(tx, registrationId, readerId);
  }
}
