import { DraftService } from '@cohorte/drafts/server';
import type { Actor } from '@cohorte/networks/contract';
import { AppError } from '@cohorte/platform/contract';
import { Clock, Database, Events, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { hasText, minutesDocument, type PublishedMinutes } from '../../contract';
import { allowedMeeting, lockedMeeting } from '../meeting/meeting-row';
import { minutesPublished } from '../meetings.events';
import { frozenHtml } from './frozen-html';

/** The minutes of a meeting: written together as a draft, validated and published by its animators as a version that never changes. */
@Injectable()
export class MinutesService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly drafts: DraftService,
  ) {}

  /** One press: laid out from the agenda the first time, the same text afterwards, whoever presses. */
  begin(actor: Actor, meetingId: string): Promise<{ draftId: string }> {
    return this.database.transaction(actor, async (tx) => {
      const meeting = await lockedMeeting(tx, actor, 'edit', { meetingId });
      const begun = await this.draftOf(tx, meetingId);
      if (begun) return { draftId: begun };
      const content = minutesDocument(meeting.agenda);
      const draftId = await this.drafts.createFrom(tx, { kind: 'notes', title: `Compte rendu – ${meeting.title}`.slice(0, 200), ownerSpaceId: meeting.spaceId, createdBy: actor.personId, content });
      await tx.query('INSERT INTO meetings_minutes (meeting_id, draft_id, begun_by, begun_at) VALUES ($1, $2, $3, $4)', [meetingId, draftId, actor.personId, this.clock.now()]);
      return { draftId };
    });
  }

  /** Freezes the official text as it stands. `seen` is the number last published as the animator saw it: two presses publish once. */
  async publish(actor: Actor, { meetingId, seen }: { meetingId: string; seen: number }): Promise<PublishedMinutes> {
    const { draftId, agenda } = await this.database.transaction(actor, async (tx) => ({
      agenda: (await allowedMeeting(tx, actor, 'publish', meetingId)).agenda,
      draftId: await this.draftOf(tx, meetingId),
    }));
    if (!draftId) throw new AppError('conflict', 'meetings.minutes-not-begun');
    const text = await this.drafts.official(actor, draftId);
    if (!hasText(text.words, agenda)) throw new AppError('conflict', 'meetings.minutes-empty');
    return this.database.transaction(actor, async (tx) => {
      const meeting = await lockedMeeting(tx, actor, 'publish', { meetingId });
      const [latest] = await tx.query<{ number: number; first: Date }[]>('SELECT max(number) AS number, min(published_at) AS first FROM meetings_minutes_version WHERE meeting_id = $1 HAVING count(*) > 0', [meetingId]);
      if ((latest?.number ?? 0) !== seen) throw new AppError('conflict', 'meetings.minutes-published-meanwhile');
      const [number, html, now] = [seen + 1, frozenHtml(text.html), this.clock.now()];
      await tx.query('INSERT INTO meetings_minutes_version (meeting_id, number, draft_seq, html, published_by, published_at) VALUES ($1, $2, $3, $4, $5, $6)', [meetingId, number, text.seq, html, actor.personId, now]);
      if (meeting.publishedAt) await this.events.publish(tx, minutesPublished, { meetingId, spaceId: meeting.spaceId });
      return { number, html, publishedAt: now.toISOString(), firstPublishedAt: (latest?.first ?? now).toISOString() };
    });
  }

  private async draftOf(tx: Tx, meetingId: string): Promise<string | null> {
    const [row] = await tx.query<{ draft_id: string }[]>('SELECT draft_id FROM meetings_minutes WHERE meeting_id = $1', [meetingId]);
    return row?.draft_id ?? null;
  }
}
