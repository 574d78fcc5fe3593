import { type Actor, holds, rolesIn, type SpaceKind, spacesWhere } from '@cohorte/networks/contract';
import { Spaces } from '@cohorte/networks/server';
import type { OutputOf } from '@cohorte/platform/contract';
import type { Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { type AgendaEntry, canMeeting, type getAgenda, type RegistrationStatus } from '../../contract';
import { MeetingReader, type ToldMeeting } from '../meeting/meeting.reader';
import type { AgendaSpan } from './agenda-sources';

/** More than anyone reads in a span; the page says when there was more. */
export const agendaMost = 500;

/** Where a registration puts a meeting in its owner's agenda. */
const standings: Record<RegistrationStatus, AgendaEntry['standing']> = {
  registered: 'registered', offered: 'tentative', waiting: 'tentative', pending: 'tentative', 'to-confirm': 'tentative', informed: 'declined', cancelled: 'declined', refused: 'declined',
};

export interface DatedMeeting {
  readonly meeting: ToldMeeting;
  readonly standing: AgendaEntry['standing'];
}

/** Meetings of a span of days, as one person may see them now. */
@Injectable()
export class AgendaQueries {
  constructor(
    private readonly meetings: MeetingReader,
    private readonly spaces: Spaces,
  ) {}

  /** In order of time. Row-level security filters first, the policy decides. */
  async datedIn(tx: Tx, actor: Actor, { from, to }: AgendaSpan): Promise<DatedMeeting[]> {
    const rows = await tx.query<{ id: string; status: RegistrationStatus | null }[]>(
      `SELECT m.id, r.status FROM meetings_meeting m LEFT JOIN meetings_registration r ON r.meeting_id = m.id AND r.person_id = $3
        WHERE m.starts_at < $2 AND m.ends_at > $1 ORDER BY m.starts_at, m.id LIMIT $4`,
      [from, to, actor.personId, agendaMost + 1],
    );
    const known = await this.meetings.factsOf(tx, rows.map(({ id }) => id));
    return rows.flatMap(({ id, status }) => {
      const meeting = known.get(id);
      return meeting && canMeeting(actor, 'read', meeting.policy) ? [{ meeting, standing: status ? standings[status] : standingOf(actor, meeting) }] : [];
    });
  }

  async entries(tx: Tx, actor: Actor, span: AgendaSpan): Promise<AgendaEntry[]> {
    const dated = await this.datedIn(tx, actor, span);
    const names = await this.spaces.namesOf(tx, dated.map(({ meeting }) => meeting.spaceId));
    return dated.flatMap(({ meeting, standing }) => entriesOf(meeting, standing, names.get(meeting.spaceId) ?? ''));
  }

  /** Where the actor animates: networks first, each kind by name. */
  async creatableIn(tx: Tx, actor: Actor): Promise<OutputOf<typeof getAgenda>['mayCreateIn']> {
    const of = async (kind: SpaceKind): Promise<OutputOf<typeof getAgenda>['mayCreateIn']> => {
      const names = await this.spaces.namesOf(tx, spacesWhere(actor, kind, 'animator'));
      return [...names].map(([id, name]) => ({ id, name, isCohort: kind === 'cohort' })).toSorted((a, b) => a.name.localeCompare(b.name, 'fr'));
    };
    return [...(await of('network')), ...(await of('cohort'))];
  }
}

/** The people of a cohort take part in its meetings without registering; others are told that it exists. */
function standingOf(actor: Actor, { audience, policy, spaceId, networkId, animatorIds }: ToldMeeting): AgendaEntry['standing'] {
  if (animatorIds.includes(actor.personId)) return 'registered';
  const ofSpace = spaceId !== networkId && audience === 'space' && (rolesIn(actor, spaceId).length > 0 || holds(actor, policy.networkId, 'animator'));
  return ofSpace ? 'registered' : 'other';
}

/** One line for each day the meeting is held. */
function entriesOf(meeting: ToldMeeting, standing: AgendaEntry['standing'], spaceName: string): AgendaEntry[] {
  return meeting.sittings.map(({ startsAt, minutes }, day) => ({
    id: day === 0 ? meeting.id : `${meeting.id}:${day}`,
    kind: 'meeting' as const, title: meeting.title, spaceId: meeting.spaceId, spaceName, startsAt, minutes, allDay: false, zone: meeting.zone, standing,
    cancelled: meeting.state === 'cancelled', path: meeting.path,
  }));
}
