import type { Actor } from '@cohorte/networks/contract';
import { AppError, type InputOf, visitor } from '@cohorte/platform/contract';
import { asSystem, Clock, Database, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { type answerSurvey, type answerSurveyAsGuest, isSurveyOpen, surveyClosesAt, type SurveyResults, type SurveyRow, surveyTotals } from '../../contract';
import { CertificateIssuer } from './certificate-issuer';
import { heldMeeting } from './held-meeting';
import { assertMay, type Facing, Participants } from './participants';
import { SurveyBallots } from './survey-ballots';

type Answer = Omit<InputOf<typeof answerSurvey>, 'meetingId'>;

/** Three questions after a meeting: one answer a person, no name unless signed, totals from five answers on. */
@Injectable()
export class SurveyService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly participants: Participants,
    private readonly ballots: SurveyBallots,
    private readonly issuer: CertificateIssuer,
  ) {}

  answer(actor: Actor, { meetingId, ...answer }: InputOf<typeof answerSurvey>): Promise<Record<string, never>> {
    return this.database.transaction(actor, async (tx) => this.keep(tx, await this.participants.face(tx, actor, meetingId), answer));
  }

  answerAsGuest({ token, ...answer }: InputOf<typeof answerSurveyAsGuest>): Promise<Record<string, never>> {
    return this.database.transaction(visitor, async (tx) => this.keep(tx, await this.participants.faceGuest(tx, token), answer));
  }

  results(actor: Actor, meetingId: string): Promise<SurveyResults> {
    return this.database.transaction(actor, async (tx) => {
      const meeting = await this.participants.keeper(tx, actor, 'see-results', meetingId);
      return asSystem(tx, 'meetings', async () => {
        const rows = await tx.query<SurveyRow[]>('SELECT useful, pace, words, name FROM meetings_survey_answer WHERE meeting_id = $1', [meetingId]);
        const [came] = await tx.query<{ count: number }[]>(`SELECT count(*)::int AS count FROM meetings_attendance WHERE meeting_id = $1 AND state = 'present'`, [meetingId]);
        const { endsAt } = heldMeeting(meeting);
        return { answers: rows.length, asked: came?.count ?? 0, closesAt: endsAt ? surveyClosesAt(endsAt).toISOString() : null, totals: surveyTotals(rows) as SurveyResults['totals'] };
      });
    });
  }

  private async keep(tx: Tx, facing: Facing, { useful, pace, words, signed }: Answer): Promise<Record<string, never>> {
    assertMay(facing, 'answer-survey', 'meetings.survey-not-yours');
    if (!isSurveyOpen(heldMeeting(facing.meeting), this.clock.now())) throw new AppError('conflict', 'meetings.survey-closed');
    await asSystem(tx, 'meetings', async () => {
      if (!(await this.ballots.cast(tx, facing))) throw new AppError('conflict', 'meetings.survey-answered');
      const registrationId = facing.registration?.registrationId ?? null;
      const personId = facing.actor.personId ?? facing.registration?.attendee.personId ?? null;
      const name = signed ? await this.issuer.nameOf(tx, { registrationId, personId }) : null;
      // A random id: one that rises with time would tell who came when.
      await tx.query('INSERT INTO meetings_survey_answer (id, meeting_id, useful, pace, words, person_id, name) VALUES ($1, $2, $3, $4, $5, $6, $7)', [
        randomUUID(), facing.meeting.id, useful, pace, words, signed ? personId : null, name,
      ]);
    });
    return {};
  }
}
