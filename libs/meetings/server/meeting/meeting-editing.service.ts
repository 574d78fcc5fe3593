import { People } from '@cohorte/identity/server';
import type { Actor } from '@cohorte/networks/contract';
import { Spaces } from '@cohorte/networks/server';
import { AppError, type InputOf } from '@cohorte/platform/contract';
import { asSystem, Clock, Database, Events, newId, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import {
  canMeeting, type createMeeting, type editMeeting, type MeetingDetails, type MeetingPage, meetingDetailsFields, meetingStateAt, type publishMeeting, type unpublishMeeting,
} from '../../contract';
import { meetingDated, meetingDetailsChanged, meetingPublished, replayPublished } from '../meetings.events';
import { MeetingPageQueries } from './meeting-page.queries';
import { applyDetails, whatChanged } from './meeting-change';
import { allowedMeeting, lockedMeeting, settleSittings } from './meeting-row';
import { MeetingEntity } from './meeting.entity';

/** A meeting to be made, by someone the caller has allowed. */
export interface MeetingToCreate {
  readonly by: string;
  readonly spaceId: string;
  readonly networkId: string;
  readonly details: MeetingDetails;
  readonly startsAt: Date | null;
  readonly dateByPoll?: boolean;
  readonly publish: boolean;
  /** Sent twice, it is made once. */
  readonly requestId: string;
}

/** Use cases of what a meeting is: prepared, written, published. */
@Injectable()
export class MeetingEditing {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly spaces: Spaces,
    private readonly people: People,
    private readonly page: MeetingPageQueries,
  ) {}

  create(actor: Actor, input: InputOf<typeof createMeeting>): Promise<{ meetingId: string }> {
    return this.database.transaction(actor, async (tx) => {
      const place = await this.placeFor(tx, actor, input.spaceId);
      const details = Object.fromEntries(Object.keys(meetingDetailsFields).map((name) => [name, input[name as keyof MeetingDetails]])) as MeetingDetails;
      await this.assertAnimators(tx, place, details.animatorIds, []);
      const startsAt = input.startsAt ? new Date(input.startsAt) : null;
      return { meetingId: await this.createIn(tx, { by: actor.personId, ...place, details, startsAt, publish: input.publish, requestId: input.requestId }) };
    });
  }

  /** Makes a meeting in the caller's transaction; the caller has checked who may. */
  async createIn(tx: Tx, given: MeetingToCreate): Promise<string> {
    return (await this.createOnce(tx, given)).id;
  }

  /** The same; says whether this call made it. */
  async createOnce(tx: Tx, given: MeetingToCreate): Promise<{ id: string; isNew: boolean }> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('meetings.space:' || $1, 0))`, [given.spaceId]);
    const former = await asSystem(tx, 'meetings', () => tx.getRepository(MeetingEntity).findOneBy({ requestId: given.requestId }));
    if (former && former.spaceId !== given.spaceId) throw new AppError('conflict', 'meetings.request-used');
    if (former) return { id: former.id, isNew: false };
    const row = tx.getRepository(MeetingEntity).create({
      id: newId(), spaceId: given.spaceId, networkId: given.networkId, position: await this.nextPosition(tx, given.spaceId), startsAt: given.startsAt, endsAt: null,
      dateByPoll: given.dateByPoll ?? false, cancelledAt: null, version: 1, publishedAt: given.publish ? this.clock.now() : null, postponedAt: null, notice: '', requestId: given.requestId,
    });
    const { visioUrl, dialIn } = given.details;
    applyDetails(row, { ...given.details, animatorIds: [...new Set([given.by, ...given.details.animatorIds])] });
    settleSittings(row);
    await tx.getRepository(MeetingEntity).insert(row);
    await this.keepAccess(tx, row.id, { visioUrl, dialIn });
    if (row.publishedAt) await this.events.publish(tx, meetingPublished, { meetingId: row.id, spaceId: row.spaceId, startsAt: row.startsAt?.toISOString() ?? null });
    return { id: row.id, isNew: true };
  }

  edit(actor: Actor, { meetingId, version, ...change }: InputOf<typeof editMeeting>): Promise<MeetingPage> {
    return this.database.transaction(actor, async (tx) => {
      const row = await lockedMeeting(tx, actor, 'edit', { meetingId, version });
      if (change.animatorIds) await this.assertAnimators(tx, row, change.animatorIds, row.animatorIds);
      const hadReplay = row.replayUrl !== '';
      const told = whatChanged(row, change);
      applyDetails(row, change);
      if (!canMeeting(actor, 'edit', { ...row, published: true })) throw new AppError('bad-input', 'platform.bad-input', {}, { animatorIds: 'keep-yourself' });
      settleSittings(row);
      row.version += 1;
      await tx.getRepository(MeetingEntity).save(row);
      if (await this.keepAccess(tx, row.id, change)) told.push('link');
      const about = { meetingId: row.id, spaceId: row.spaceId };
      if (row.publishedAt && told.length > 0) await this.events.publish(tx, meetingDetailsChanged, { ...about, what: told });
      if (row.publishedAt && !hadReplay && row.replayUrl !== '') await this.events.publish(tx, replayPublished, about);
      return this.page.show(tx, actor, row);
    });
  }

  publish(actor: Actor, input: InputOf<typeof publishMeeting>): Promise<MeetingPage> {
    return this.database.transaction(actor, async (tx) => {
      const row = await lockedMeeting(tx, actor, 'publish', input);
      if (row.publishedAt) return this.page.show(tx, actor, row);
      row.publishedAt = this.clock.now();
      row.version += 1;
      await tx.getRepository(MeetingEntity).save(row);
      const told = { meetingId: row.id, spaceId: row.spaceId, startsAt: row.startsAt?.toISOString() ?? null };
      await this.events.publish(tx, meetingPublished, told);
      if (row.startsAt) await this.events.publish(tx, meetingDated, told);
      return this.page.show(tx, actor, row);
    });
  }

  /** Whoever counts on a meeting is told that it is off, never left before a page that is gone: then it is cancelled or postponed instead. */
  unpublish(actor: Actor, input: InputOf<typeof unpublishMeeting>): Promise<MeetingPage> {
    return this.database.transaction(actor, async (tx) => {
      await allowedMeeting(tx, actor, 'publish', input.meetingId);
      // Places first, as whoever asks for one does: from here on nobody registers.
      await asSystem(tx, 'meetings', () => tx.query('SELECT FROM meetings_seats WHERE meeting_id = $1 FOR UPDATE', [input.meetingId]));
      const row = await lockedMeeting(tx, actor, 'publish', input);
      if (!row.publishedAt) return this.page.show(tx, actor, row);
      if (meetingStateAt(row, this.clock.now()) === 'held') throw new AppError('conflict', 'meetings.held-stays');
      if (row.startsAt && row.audience === 'space' && row.spaceId !== row.networkId) throw new AppError('conflict', 'meetings.is-awaited');
      const { dateSought, registered } = await this.page.show(tx, actor, row);
      if (dateSought) throw new AppError('conflict', 'meetings.date-is-sought');
      if (registered) throw new AppError('conflict', 'meetings.has-registrations', { count: registered });
      row.publishedAt = null;
      row.version += 1;
      await tx.getRepository(MeetingEntity).save(row);
      return this.page.show(tx, actor, row);
    });
  }

  /** Who may be named to animate a meeting there. */
  animatorsFor(actor: Actor, spaceId: string): Promise<{ personId: string; name: string }[]> {
    return this.database.transaction(actor, async (tx) => {
      const ids = await this.candidates(tx, await this.placeFor(tx, actor, spaceId));
      const names = await this.people.namesOf(tx, ids);
      return ids.map((personId) => ({ personId, name: names.get(personId) ?? '' })).sort((a, b) => a.name.localeCompare(b.name, 'fr'));
    });
  }

  /** A network or a cohort, where the actor may prepare meetings. */
  private async placeFor(tx: Tx, actor: Actor, spaceId: string): Promise<{ spaceId: string; networkId: string }> {
    const space = await this.spaces.find(tx, spaceId);
    const networkId = space?.networkIds[0];
    if (!space || !networkId || space.kind === 'structure') throw new AppError('not-found', 'meetings.space-unknown');
    if (!canMeeting(actor, 'create', { spaceId, networkId })) throw new AppError('forbidden', 'meetings.not-yours-to-plan');
    return { spaceId, networkId };
  }

  private async candidates(tx: Tx, { spaceId, networkId }: { spaceId: string; networkId: string }): Promise<string[]> {
    const inSpace = await this.spaces.peopleOf(tx, spaceId);
    const inNetwork = spaceId === networkId ? [] : await this.spaces.peopleOf(tx, networkId);
    return [...new Set([...inSpace, ...inNetwork].filter((person) => person.role !== 'guest').map((person) => person.personId))];
  }

  private async assertAnimators(tx: Tx, place: { spaceId: string; networkId: string }, wanted: readonly string[], known: readonly string[]): Promise<void> {
    const newcomers = wanted.filter((id) => !known.includes(id));
    if (newcomers.length === 0) return;
    const possible = new Set(await this.candidates(tx, place));
    if (newcomers.some((id) => !possible.has(id))) throw new AppError('bad-input', 'platform.bad-input', {}, { animatorIds: 'not-of-this-space' });
  }

  private async nextPosition(tx: Tx, spaceId: string): Promise<number> {
    const [last] = await asSystem(tx, 'meetings', () => tx.query<{ next: number }[]>('SELECT coalesce(max(position), -1) + 1 AS next FROM meetings_meeting WHERE space_id = $1', [spaceId]));
    return last?.next ?? 0;
  }

  /** Answers whether the way to join changed. */
  private async keepAccess(tx: Tx, meetingId: string, { visioUrl, dialIn }: { visioUrl?: string | undefined; dialIn?: string | undefined }): Promise<boolean> {
    if (visioUrl === undefined && dialIn === undefined) return false;
    const changed = await tx.query<{ meeting_id: string }[]>(
      `INSERT INTO meetings_access (meeting_id, visio_url, dial_in) VALUES ($1, coalesce($2, ''), coalesce($3, ''))
       ON CONFLICT (meeting_id) DO UPDATE SET visio_url = coalesce($2, meetings_access.visio_url), dial_in = coalesce($3, meetings_access.dial_in)
       WHERE (meetings_access.visio_url, meetings_access.dial_in) <> (coalesce($2, meetings_access.visio_url), coalesce($3, meetings_access.dial_in))
       RETURNING meeting_id`,
      [meetingId, visioUrl ?? null, dialIn ?? null],
    );
    return changed.length > 0;
  }
}
