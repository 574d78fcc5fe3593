import { DraftService } from '@cohorte/drafts/server';
import { People } from '@cohorte/identity/server';
import { Spaces } from '@cohorte/networks/server';
import { asSystem, Clock, Database, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { agendaTimes, canMeeting, type MeetingDetails, type MeetingPage, meetingPhaseAt, type MeetingReaderActor, meetingStateAt, type PublishedMinutes } from '../../contract';
import { documentsOf } from './meeting-documents.queries';
import { allowedMeeting, placeOf, sittingsOfRow } from './meeting-row';
import type { MeetingEntity } from './meeting.entity';
import { MeetingReader } from './meeting.reader';

/** Reads one meeting for its page: what this reader may not know is left out of the answer. */
@Injectable()
export class MeetingPageQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reader: MeetingReader,
    private readonly spaces: Spaces,
    private readonly people: People,
    private readonly drafts: DraftService,
  ) {}

  open(actor: MeetingReaderActor, meetingId: string): Promise<MeetingPage> {
    return this.database.transaction(actor, async (tx) => this.show(tx, actor, await allowedMeeting(tx, actor, 'read', meetingId)));
  }

  async show(tx: Tx, actor: MeetingReaderActor, row: MeetingEntity): Promise<MeetingPage> {
    const canEdit = canMeeting(actor, 'edit', placeOf(row));
    const [link, minutes] = [await this.linkOf(tx, row), await this.minutesOf(tx, row.id)];
    const now = this.clock.now();
    return {
      ...writtenOf(row, actor, canEdit),
      ...link,
      ...(await this.namesOf(tx, row)),
      ...minutes,
      id: row.id,
      spaceId: row.spaceId,
      networkId: row.networkId,
      startsAt: row.startsAt?.toISOString() ?? null,
      endsAt: row.endsAt?.toISOString() ?? null,
      sittings: sittingsOfRow(row),
      times: agendaTimes(row.agenda, sittingsOfRow(row)),
      dateByPoll: row.dateByPoll,
      state: meetingStateAt(row, now),
      phase: meetingPhaseAt({ ...row, registrationOpen: await isRegistrationOpen(tx, row.id, now), minutesPublishedAt: minutes.minutesPublished ? new Date(minutes.minutesPublished.publishedAt) : null }, now),
      version: row.version,
      published: row.publishedAt !== null,
      notice: row.notice,
      animators: actor.personId === null ? [] : await this.animatorsOf(tx, row),
      documents: await documentsOf(tx, row.id),
      canEdit,
      dateSought: canEdit ? await this.reader.searches.find(tx, row.id) : null,
      registered: canEdit ? await countConcerned(tx, row.id) : null,
    };
  }

  /** The link goes to those row-level security lets in: its animators, its cohort's people, who holds a place. */
  private async linkOf(tx: Tx, row: MeetingEntity): Promise<Pick<MeetingPage, 'hasLink' | 'linkShown' | 'visioUrl' | 'dialIn'>> {
    const seen = await this.reader.linkSeen(tx, row.id);
    if (seen) return { hasLink: true, linkShown: true, visioUrl: seen.url ?? '', dialIn: seen.dialIn ?? '' };
    return { hasLink: (await this.reader.linkFor(tx, row.id)) !== null, linkShown: false };
  }

  private async namesOf(tx: Tx, row: MeetingEntity): Promise<Pick<MeetingPage, 'spaceName' | 'networkName'>> {
    const space = await this.spaces.find(tx, row.spaceId);
    const network = await asSystem(tx, 'meetings', () => this.spaces.find(tx, row.networkId));
    return { spaceName: space?.name ?? null, networkName: network?.name ?? '' };
  }

  private async animatorsOf(tx: Tx, { animatorIds }: MeetingEntity): Promise<MeetingPage['animators']> {
    const names = await this.people.namesOf(tx, animatorIds);
    return animatorIds.flatMap((personId) => (names.has(personId) ? [{ personId, name: names.get(personId) ?? '' }] : []));
  }

  private async minutesOf(tx: Tx, meetingId: string): Promise<Pick<MeetingPage, 'minutesPublished' | 'minutesDraftId'>> {
    const [latest] = await tx.query<{ number: number; html: string; published_at: Date; first: Date }[]>(
      `SELECT number, html, published_at, (SELECT min(published_at) FROM meetings_minutes_version WHERE meeting_id = $1) AS first
         FROM meetings_minutes_version WHERE meeting_id = $1 ORDER BY number DESC LIMIT 1`,
      [meetingId],
    );
    const [begun] = await tx.query<{ draft_id: string }[]>('SELECT draft_id FROM meetings_minutes WHERE meeting_id = $1', [meetingId]);
    const readable = begun ? await this.drafts.readableAmong(tx, [begun.draft_id]) : new Set<string>();
    const published: PublishedMinutes | null = latest
      ? { number: latest.number, html: latest.html, publishedAt: latest.published_at.toISOString(), firstPublishedAt: latest.first.toISOString() }
      : null;
    return { minutesPublished: published, minutesDraftId: begun && readable.has(begun.draft_id) ? begun.draft_id : null };
  }
}

/** Places were opened for it on purpose, and one may ask for them now. */
async function isRegistrationOpen(tx: Tx, meetingId: string, now: Date): Promise<boolean> {
  const [row] = await asSystem(tx, 'meetings', () =>
    tx.query<{ opens: string | null; closes: string | null }[]>(`SELECT policy ->> 'opensAt' AS opens, policy ->> 'closesAt' AS closes FROM meetings_seats WHERE meeting_id = $1`, [meetingId]));
  const at = now.toISOString();
  return row !== undefined && (row.opens === null || row.opens <= at) && (row.closes === null || row.closes > at);
}

/** People who hold or wait for a place. */
async function countConcerned(tx: Tx, meetingId: string): Promise<number> {
  const [row] = await asSystem(tx, 'meetings', () =>
    tx.query<{ count: number }[]>(`SELECT count(*)::int AS count FROM meetings_registration WHERE meeting_id = $1 AND status IN ('registered', 'waiting', 'offered', 'to-confirm', 'pending')`, [meetingId]));
  return row?.count ?? 0;
}

/** The fields its animators write; accounts of speakers and animators are no business of visitors. */
function writtenOf(row: MeetingEntity, actor: MeetingReaderActor, canEdit: boolean): Omit<MeetingDetails, 'visioUrl' | 'dialIn'> {
  const { title, kind, format, audience, zone, objective, about, minutes, laterSittings, placeName, placeAddress, placeAccess, replayUrl, agenda, speakers } = row;
  return {
    title, kind, format, audience, zone, objective, about, minutes, laterSittings, placeName, placeAddress, placeAccess, replayUrl, agenda,
    speakers: actor.personId === null ? speakers.map((speaker) => ({ ...speaker, personId: null })) : speakers,
    animatorIds: canEdit ? row.animatorIds : [],
  };
}
