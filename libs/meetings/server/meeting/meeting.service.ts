import { AppError, type InputOf } from '@cohorte/platform/contract';
import { Clock, Database, Events, newId, type Tx } from '@cohorte/platform/server';
import type { Actor } from '@cohorte/networks/contract';
import { Spaces } from '@cohorte/networks/server';
import { Injectable } from '@nestjs/common';
import {
  canMeeting, type cancelMeeting, type Meeting, type MeetingAction, type MeetingFormat, meetingStateAt, type postponeMeeting, type restoreMeeting, type scheduleMeeting,
} from '../../contract';
import { meetingCancelled, meetingDated, meetingRestored } from '../meetings.events';
import { lockedMeeting, placeOf, settleSittings, showMeeting } from './meeting-row';
import { MeetingEntity } from './meeting.entity';

export interface NewMeeting {
  readonly title: string;
  readonly objective: string;
  readonly format: MeetingFormat;
  readonly minutes: number;
  readonly startsAt: Date | null;
  readonly dateByPoll: boolean;
}

/** A date found by a poll. */
export interface DecidedDate {
  readonly meetingId: string;
  readonly startsAt: Date;
  readonly minutes?: number;
}

type Told = typeof meetingDated | typeof meetingCancelled;

/** Use cases of a meeting's date: planned in a series, dated, moved, put off, cancelled and brought back. */
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
    const endsAt = ({ startsAt, minutes }: NewMeeting): Date | null => startsAt && new Date(startsAt.getTime() + minutes * 60_000);
    const rows = series.map((planned, position) => ({ ...planned, ...place, id: newId(), position, cancelledAt: null, version: 1, endsAt: endsAt(planned), publishedAt: this.clock.now() }));
    await tx.getRepository(MeetingEntity).insert(rows);
    return rows.map((row) => row.id);
  }

  list(actor: Actor, spaceId: string): Promise<Meeting[]> {
    return this.database.transaction(actor, async (tx) => {
      if (!(await this.spaces.find(tx, spaceId))) throw new AppError('not-found', 'meetings.space-unknown');
      const rows = await tx.getRepository(MeetingEntity).find({ where: { spaceId }, order: { position: 'ASC' } });
      return rows.filter((row) => canMeeting(actor, 'read', placeOf(row))).map((row) => this.show(row));
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
      date(row, { startsAt: input.startsAt ? new Date(input.startsAt) : null, minutes: input.minutes });
      row.notice = input.message ?? '';
    });
  }

  /**
   * Gives a meeting the date a poll found, in the caller's transaction; the caller has asked `canMeeting(actor, 'schedule', place)`.
   * The same date again changes nothing and tells nobody.
   */
  async decideDate(tx: Tx, { meetingId, startsAt, minutes }: DecidedDate): Promise<Meeting> {
    const row = await tx.getRepository(MeetingEntity).findOne({ where: { id: meetingId }, lock: { mode: 'pessimistic_write' } });
    if (!row) throw new AppError('not-found', 'meetings.not-found');
    const same = row.startsAt?.getTime() === startsAt.getTime() && (minutes ?? row.minutes) === row.minutes;
    if (same && !row.cancelledAt) return this.show(row);
    const previous = row.startsAt;
    date(row, { startsAt, minutes });
    row.notice = '';
    return this.keep(tx, row, meetingDated, previous);
  }

  /** The date is taken away and another will be looked for: whoever was registered stays so. */
  postpone(actor: Actor, input: InputOf<typeof postponeMeeting>): Promise<Meeting> {
    return this.change(actor, 'schedule', input, meetingDated, (row) => {
      if (meetingStateAt(row, this.clock.now()) === 'held') throw new AppError('conflict', 'meetings.already-held');
      if (!row.startsAt) throw new AppError('conflict', 'meetings.has-no-date');
      date(row, { startsAt: null });
      row.postponedAt = this.clock.now();
      row.notice = input.message ?? '';
    });
  }

  cancel(actor: Actor, input: InputOf<typeof cancelMeeting>): Promise<Meeting> {
    return this.change(actor, 'cancel', input, meetingCancelled, (row) => {
      if (meetingStateAt(row, this.clock.now()) === 'held') throw new AppError('conflict', 'meetings.already-held');
      row.cancelledAt ??= this.clock.now();
      row.notice = input.message ?? '';
    });
  }

  restore(actor: Actor, input: InputOf<typeof restoreMeeting>): Promise<Meeting> {
    return this.change(actor, 'cancel', input, meetingRestored, (row) => {
      row.cancelledAt = null;
      row.notice = '';
    });
  }

  private change(actor: Actor, action: MeetingAction, input: { meetingId: string; version: number }, told: Told, apply: (row: MeetingEntity) => void): Promise<Meeting> {
    return this.database.transaction(actor, async (tx) => {
      const row = await lockedMeeting(tx, actor, action, input);
      const previous = row.startsAt;
      apply(row);
      return this.keep(tx, row, told, previous);
    });
  }

  /** Nobody is told of what is still being prepared. */
  private async keep(tx: Tx, row: MeetingEntity, told: Told, previous: Date | null): Promise<Meeting> {
    row.version += 1;
    await tx.getRepository(MeetingEntity).save(row);
    const fact = { meetingId: row.id, spaceId: row.spaceId, startsAt: row.startsAt?.toISOString() ?? null };
    if (row.publishedAt) await this.events.publish(tx, told, told === meetingDated ? { ...fact, previousStartsAt: previous?.toISOString() ?? null } : fact);
    return this.show(row);
  }

  private show(row: MeetingEntity): Meeting {
    return showMeeting(row, this.clock.now());
  }
}

function date(row: MeetingEntity, { startsAt, minutes }: { startsAt: Date | null; minutes?: number | undefined }): void {
  if (row.cancelledAt) throw new AppError('conflict', 'meetings.is-cancelled');
  row.startsAt = startsAt;
  row.minutes = minutes ?? row.minutes;
  if (startsAt) row.postponedAt = null;
  settleSittings(row);
}
