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

type MeetingOpinion = Omit<SurveyResults, 'closesAt'>;
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
      const { endsAt } = heldMeeting(meeting);
      const totals = (await this.totalsOf(tx, [meetingId])).get(meetingId) as MeetingOpinion;
      return { ...totals, closesAt: endsAt ? surveyClosesAt(endsAt).toISOString() : null };
    });
  }

  /** Of several meetings, for a caller who has checked who may know. */
  totalsOf(tx: Tx, meetingIds: readonly string[]): Promise<Map<string, MeetingOpinion>> {
    return asSystem(tx, 'meetings', async () => {
      const rows = await tx.query<(SurveyRow & { meeting_id: string })[]>('SELECT meeting_id, useful, pace, words, name FROM meetings_survey_answer WHERE meeting_id = ANY($1)', [meetingIds]);
      const came = await tx.query<{ meeting_id: string; count: number }[]>(`SELECT meeting_id, count(*)::int AS count FROM meetings_attendance WHERE meeting_id = ANY($1) AND state = 'present' GROUP BY meeting_id`, [meetingIds]);
      const asked = new Map(came.map(({ meeting_id, count }) => [meeting_id, count]));
      return new Map(meetingIds.map((id) => {
        const said = rows.filter(({ meeting_id }) => meeting_id === id);
        return [id, { answers: said.length, asked: asked.get(id) ?? 0, totals: surveyTotals(said) as SurveyResults['totals'] }];
      }));
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
