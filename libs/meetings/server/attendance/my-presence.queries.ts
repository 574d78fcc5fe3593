import type { Actor } from '@cohorte/networks/contract';
import { visitor } from '@cohorte/platform/contract';
import { asSystem, Clock, Database, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { type AttendanceState, canAttendance, isPresenceOpen, isSurveyOpen, type MyPresence, surveyClosesAt } from '../../contract';
import { MeetingReader } from '../meeting/meeting.reader';
import { CertificateIssuer } from './certificate-issuer';
import { heldMeeting } from './held-meeting';
import { type Facing, Participants } from './participants';
import { SurveyBallots } from './survey-ballots';

/** What the meeting's page offers someone around the meeting: joining, certificate, survey. */
@Injectable()
export class MyPresenceQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly participants: Participants,
    private readonly meetings: MeetingReader,
    private readonly issuer: CertificateIssuer,
    private readonly ballots: SurveyBallots,
  ) {}

  mine(actor: Actor, meetingId: string): Promise<MyPresence> {
    return this.database.transaction(actor, async (tx) => this.show(tx, await this.participants.face(tx, actor, meetingId), (code) => `/api/certificates/${code}/file.pdf`));
  }

  ofGuest(token: string): Promise<MyPresence & { meetingId: string }> {
    return this.database.transaction(visitor, async (tx) => {
      const facing = await this.participants.faceGuest(tx, token);
      return { ...(await this.show(tx, facing, () => `/api/registrations/${token}/certificate.pdf`)), meetingId: facing.meeting.id };
    });
  }

  private async show(tx: Tx, facing: Facing, urlOf: (code: string) => string): Promise<MyPresence> {
    const { meeting, actor, takesPart, row, registration } = facing;
    const held = heldMeeting(meeting);
    const now = this.clock.now();
    const keepsList = canAttendance(actor, 'keep-list', { place: meeting.policy, takesPart, wasPresent: false });
    const certificate = row?.state === 'present' ? await asSystem(tx, 'meetings', () => this.issuer.trueOne(tx, meeting.id, { registrationId: registration?.registrationId ?? null, personId: actor.personId })) : null;
    return {
      state: stateOf(facing), keepsList,
      canJoin: (takesPart || keepsList) && meeting.state === 'dated' && (await this.meetings.linkFor(tx, meeting.id)) !== null,
      isOpen: isPresenceOpen(held, now),
      counts: takesPart && isPresenceOpen(held, now),
      certificate: certificate ? { code: certificate.code, url: urlOf(certificate.code) } : null,
      survey: await this.surveyOf(tx, facing, isSurveyOpen(held, now)),
      surveyClosesAt: held.endsAt ? surveyClosesAt(held.endsAt).toISOString() : null,
    };
  }

  private async surveyOf(tx: Tx, facing: Facing, isOpen: boolean): Promise<MyPresence['survey']> {
    const may = canAttendance(facing.actor, 'answer-survey', { place: facing.meeting.policy, takesPart: facing.takesPart, wasPresent: facing.row?.state === 'present' });
    if (!isOpen || !may) return 'none';
    return (await asSystem(tx, 'meetings', () => this.ballots.hasAnswered(tx, facing))) ? 'answered' : 'open';
  }
}

function stateOf({ meeting, row, takesPart, registration }: Facing): AttendanceState | null {
  if (!takesPart && !row && !registration) return null;
  if (meeting.state === 'cancelled') return 'cancelled';
  return row?.state ?? (registration?.status === 'informed' ? 'excused' : 'to-come');
}
