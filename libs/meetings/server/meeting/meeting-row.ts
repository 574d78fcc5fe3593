import { canMeeting, type Meeting, type MeetingAction, type MeetingPlace, type MeetingReaderActor, meetingStateAt, overlapping, type Sitting, sittingsOf } from '../../contract';
import { AppError } from '@cohorte/platform/contract';
import type { Tx } from '@cohorte/platform/server';
import { MeetingEntity } from './meeting.entity';

/** What the policy asks of a meeting. */
export const placeOf = ({ spaceId, networkId, audience, publishedAt, animatorIds }: MeetingEntity): MeetingPlace =>
  ({ spaceId, networkId, audience, published: publishedAt !== null, animatorIds });

export const sittingsOfRow = (row: Pick<MeetingEntity, 'startsAt' | 'minutes' | 'zone' | 'laterSittings'>): Sitting[] =>
  sittingsOf({ startsAt: row.startsAt?.toISOString() ?? null, minutes: row.minutes, zone: row.zone, laterSittings: row.laterSittings });

/** Every change of date or length ends here, so that the end of a meeting is always true. */
export function settleSittings(row: MeetingEntity): void {
  const sittings = sittingsOfRow(row);
  const [first] = overlapping(sittings);
  if (first !== undefined) throw new AppError('bad-input', 'platform.bad-input', {}, { [`laterSittings.${first - 1}`]: 'overlaps' });
  const stray = row.agenda.findIndex((part) => part.sitting > row.laterSittings.length);
  if (stray >= 0) throw new AppError('bad-input', 'platform.bad-input', {}, { [`agenda.${stray}.sitting`]: 'not-in-list' });
  const end = sittings.at(-1)?.endsAt;
  row.endsAt = end === undefined ? null : new Date(end);
}

export const showMeeting = (row: MeetingEntity, now: Date): Meeting => {
  const { id, spaceId, title, objective, format, minutes, version } = row;
  return { id, spaceId, title, objective, format, minutes, version, startsAt: row.startsAt?.toISOString() ?? null, state: meetingStateAt(row, now) };
};

/** The meeting, if the actor may do this to it; what must not be known of answers «not found». */
export async function allowedMeeting(tx: Tx, actor: MeetingReaderActor, action: MeetingAction, meetingId: string): Promise<MeetingEntity> {
  const row = await tx.getRepository(MeetingEntity).findOneBy({ id: meetingId });
  if (!row || !canMeeting(actor, 'read', placeOf(row))) throw new AppError('not-found', 'meetings.not-found');
  if (!canMeeting(actor, action, placeOf(row))) throw new AppError('forbidden', 'meetings.not-yours-to-plan');
  return row;
}

/** Asks first, locks then: row-level security hides from a lock what the actor may only read. */
export async function lockedMeeting(tx: Tx, actor: MeetingReaderActor, action: MeetingAction, { meetingId, version }: { meetingId: string; version?: number }): Promise<MeetingEntity> {
  await allowedMeeting(tx, actor, action, meetingId);
  const row = await tx.getRepository(MeetingEntity).findOneOrFail({ where: { id: meetingId }, lock: { mode: 'pessimistic_write' } });
  if (version !== undefined && row.version !== version) throw new AppError('conflict', 'meetings.changed-meanwhile');
  return row;
}
