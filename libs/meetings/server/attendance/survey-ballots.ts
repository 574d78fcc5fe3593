import { Config, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { createHmac } from 'node:crypto';
import type { Facing } from './participants';

/** Who has answered a survey, kept as a print that only this server's secret can make, apart from the answers. */
@Injectable()
export class SurveyBallots {
  constructor(private readonly config: Config) {}

  async hasAnswered(tx: Tx, facing: Facing): Promise<boolean> {
    return (await tx.query<unknown[]>('SELECT 1 FROM meetings_survey_ballot WHERE meeting_id = $1 AND voter = $2', [facing.meeting.id, this.voter(facing)])).length > 0;
  }

  /** False when this person has answered already, from whatever device. */
  async cast(tx: Tx, facing: Facing): Promise<boolean> {
    const cast = await tx.query<unknown[]>('INSERT INTO meetings_survey_ballot (meeting_id, voter) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING voter', [facing.meeting.id, this.voter(facing)]);
    return cast.length > 0;
  }

  /** A person first, so that a guest who signs in later does not answer twice; else the registration. */
  private voter({ meeting, actor, registration, row }: Facing): string {
    const who = actor.personId ?? registration?.attendee.personId ?? registration?.registrationId ?? row?.id ?? '';
    return createHmac('sha256', this.config.value.secret).update(`meetings.survey:${meeting.id}:${who}`).digest('base64url');
  }
}
