import { AppError, type InputOf } from '@cohorte/platform/contract';
import { Clock, Database, type DomainEvent, Events, newId, type Tx } from '@cohorte/platform/server';
import type { Actor } from '@cohorte/networks/contract';
import { Spaces } from '@cohorte/networks/server';
import { Injectable } from '@nestjs/common';
import { canMeeting, type cancelMeeting, type Meeting, type MeetingAction, type MeetingFormat, meetingStateAt, type restoreMeeting, type scheduleMeeting } from '../../contract';
import { MeetingEntity } from './meeting.entity';
import { meetingCancelled, meetingDated, meetingRestored } from '../meetings.events';

export interface NewMeeting {
  readonly title: string;
  readonly objective: string;
  readonly format: MeetingFormat;
  readonly minutes: number;
  readonly startsAt: Date | null;
  readonly dateByPoll: boolean;
}

/** Use cases of meetings: planned in a series, dated, moved, cancelled and brought back. */
@Injectable()
export class MeetingService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly spaces: Spaces,
  ) {}

  /** Plans a series for a space inside the caller's transaction; the caller has checked who may. Answers the ids, in order. */
  async planSeries(tx: Tx, place: { spaceId: string; networkId: string }, series: readonly NewMeeting[]): Promise<string[]> {
    const rows = series.map((planned, position) => ({ ...planned, ...place, id: newId(), position, cancelledAt: null, version: 1 }));
    await tx.getRepository(MeetingEntity).insert(rows);
    return rows.map((row) => row.id);
  }

  list(actor: Actor, spaceId: string): Promise<Meeting[]> {
    return this.database.transaction(actor, async (tx) => {
      if (!(await this.spaces.find(tx, spaceId))) throw new AppError('not-found', 'meetings.space-unknown');
      const rows = await tx.getRepository(MeetingEntity).find({ where: { spaceId }, order: { position: 'ASC' } });
      return rows.filter((row) => canMeeting(actor, 'read', row)).map((row) => this.show(row));
    });
  }

  /** Meetings of several spaces for a screen of another domain, which has already filtered the spaces. */
  async inSpaces(tx: Tx, spaceIds: readonly string[]): Promise<Meeting[]> {
    if (spaceIds.length === 0) return [];
    const rows = await tx.getRepository(MeetingEntity).createQueryBuilder('m').where('m.space_id = ANY(:ids)', { ids: [...spaceIds] }).orderBy('m.position').getMany();
    return rows.map((row) => this.show(row));
  }

  schedule(actor: Actor, input: InputOf<typeof scheduleMeeting>): Promise<Meeting> {
    return this.change(actor, 'schedule', input, meetingDated, (row) => {
      if (row.cancelledAt) throw new AppError('conflict', 'meetings.is-cancelled');
      row.startsAt = input.startsAt ? new Date(input.startsAt) : null;
      row.minutes = input.minutes ?? row.minutes;
    });
  }

  cancel(actor: Actor, input: InputOf<typeof cancelMeeting>): Promise<Meeting> {
    return this.change(actor, 'cancel', input, meetingCancelled, (row) => {
      if (meetingStateAt(row, this.clock.now()) === 'held') throw new AppError('conflict', 'meetings.already-held');
      row.cancelledAt ??= this.clock.now();
    });
  }

  restore(actor: Actor, input: InputOf<typeof restoreMeeting>): Promise<Meeting> {
    return this.change(actor, 'cancel', input, meetingRestored, (row) => {
      row.cancelledAt = null;
    });
  }

  private change(actor: Actor, action: MeetingAction, input: { meetingId: string; version: number }, told: DomainEvent, apply: (row: MeetingEntity) => void): Promise<Meeting> {
    return this.database.transaction(actor, async (tx) => {
      const row = await this.lock(tx, actor, action, input.meetingId);
      if (row.version !== input.version) throw new AppError('conflict', 'meetings.changed-meanwhile');
      apply(row);
      row.version += 1;
      await tx.getRepository(MeetingEntity).save(row);
      await this.events.publish(tx, told, { meetingId: row.id, spaceId: row.spaceId, startsAt: row.startsAt?.toISOString() ?? null });
      return this.show(row);
    });
  }

  /** Asks first, locks then: row-level security hides from a lock what the actor may only read. */
  private async lock(tx: Tx, actor: Actor, action: MeetingAction, meetingId: string): Promise<MeetingEntity> {
    const meetings = tx.getRepository(MeetingEntity);
    const seen = await meetings.findOneBy({ id: meetingId });
    if (!seen || !canMeeting(actor, 'read', seen)) throw new AppError('not-found', 'meetings.not-found');
    if (!canMeeting(actor, action, seen)) throw new AppError('forbidden', 'meetings.not-yours-to-plan');
    return meetings.findOneOrFail({ where: { id: meetingId }, lock: { mode: 'pessimistic_write' } });
  }

  private show(row: MeetingEntity): Meeting {
    const { id, spaceId, title, objective, format, minutes, version } = row;
    return { id, spaceId, title, objective, format, minutes, version, startsAt: row.startsAt?.toISOString() ?? null, state: meetingStateAt(row, this.clock.now()) };
  }
}

