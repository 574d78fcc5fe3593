import type { Actor } from '@cohorte/networks/contract';
import { AppError } from '@cohorte/platform/contract';
import { asSystem, Clock, Database, newId } from '@cohorte/platform/server';
import type { Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import type { Draft, DraftAction, DocumentNode, DraftPerson, DraftRight } from '../contract';
import { can, guidanceOf, rejectedView, rightOn, seedBlocks } from '../contract';
import { DraftKinds } from './draft-kinds';
import { htmlOf, withAuthors } from './projections/draft-html';
import type { DraftProjection } from './projections/draft-projection';
import { DraftProjections } from './projections/draft-projections';
import { seedUpdate } from './draft-seed';
import { DraftQueries } from './draft.queries';

export interface NewDraft {
  readonly kind: string;
  readonly title: string;
  readonly ownerSpaceId: string;
  readonly createdBy?: string | null;
  /** The first text, instead of the kind's outline. */
  readonly content?: DocumentNode;
}

/** Drafts as whole documents: create, find, read, rename. What is typed goes through the rooms. */
@Injectable()
export class DraftService {
  constructor(
    private readonly database: Database,
    private readonly queries: DraftQueries,
    private readonly projections: DraftProjections,
    private readonly kinds: DraftKinds,
    private readonly clock: Clock,
  ) {}

  /**
   * Creates a draft with its first text, once, in the caller's transaction. The caller has checked that it may be created;
   * its first update is the application's own, so that nobody can claim to have written the outline.
   */
  async createFrom(tx: Tx, given: NewDraft): Promise<string> {
    const kind = this.kinds.get(given.kind);
    const { update, clientId } = seedUpdate(given.content ?? seedBlocks(kind.outline), kind);
    const id = newId();
    const now = this.clock.now();
    // Whoever creates a draft for a structure need not belong to it: drafts acts itself.
    await asSystem(tx, 'drafts', async () => {
      await tx.query(
        `INSERT INTO drafts_draft (id, kind, title, owner_space_id, created_by, seq, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, 1, $6, $6)`,
        [id, given.kind, given.title, given.ownerSpaceId, given.createdBy ?? null, now],
      );
      await tx.query('INSERT INTO drafts_client (draft_id, client_id, person_id) VALUES ($1, $2, NULL)', [id, clientId]);
      await tx.query('INSERT INTO drafts_update (draft_id, seq, person_id, client_id, push_id, bytes) VALUES ($1, 1, NULL, $2, $3, $4)', [
        id, clientId, newId(), Buffer.from(update),
      ]);
    });
    return id;
  }

  list(actor: Actor, spaceId?: string): Promise<Draft[]> {
    return this.database.transaction(actor, (tx) => this.queries.list(tx, spaceId));
  }

  /** Which of these drafts the transaction's actor may read, for screens of other domains. */
  readableAmong(tx: Tx, draftIds: readonly string[]): Promise<Set<string>> {
    return this.queries.readableAmong(tx, draftIds);
  }

  /** The draft, when the actor may do this with it; `not-found` when they may not even know of it. */
  async allowed(actor: Actor, draftId: string, action: DraftAction): Promise<Draft> {
    return this.database.transaction(actor, (tx) => this.allowedIn(tx, actor, draftId, action));
  }

  async allowedIn(tx: Tx, actor: Actor, draftId: string, action: DraftAction): Promise<Draft> {
    const found = await this.queries.find(tx, draftId);
    const right = found && rightOn(actor, found.access);
    if (!found || !right) throw new AppError('not-found', 'drafts.not-found');
    if (!can(actor, action, found.access)) throw new AppError('forbidden', 'drafts.not-allowed', { action });
    return { ...found.draft, right };
  }

  /** What the actor may do now; null when nothing any more. */
  async rightOf(actor: Actor, draftId: string): Promise<DraftRight | null> {
    const found = await this.database.transaction(actor, (tx) => this.queries.find(tx, draftId));
    return found && rightOn(actor, found.access);
  }

  /** At the door of the room: what they may do, where the draft stands, and the name others see beside their caret, the account's own. */
  async welcome(actor: Actor, draftId: string): Promise<{ right: DraftRight; seq: number; name: string }> {
    return this.database.transaction(actor, async (tx) => {
      const { right, seq } = await this.allowedIn(tx, actor, draftId, 'read');
      return { right, seq, name: (await this.queries.nameOf(tx, actor.personId)) ?? '' };
    });
  }

  async open(actor: Actor, draftId: string) {
    const { draft, people } = await this.database.transaction(actor, async (tx) => ({
      draft: await this.allowedIn(tx, actor, draftId, 'read'),
      people: await this.queries.people(tx, draftId),
    }));
    const { seq, html, outline, words } = await this.projection(draftId);
    const kind = this.kinds.find(draft.kind);
    const guidance = kind ? guidanceOf(kind.outline) : new Map<string, string>();
    const guided = outline.map((heading) => ({ ...heading, guidance: (heading.id && guidance.get(heading.id)) || null }));
    return { draft, right: draft.right, seq, html: withAuthors(html, people), outline: guided, words, blocks: kind?.nodes ? [...kind.nodes] : null, people };
  }

  /** Who may be named in it: those who read it anyway. */
  readers(actor: Actor, draftId: string): Promise<DraftPerson[]> {
    return this.database.transaction(actor, async (tx) => {
      await this.allowedIn(tx, actor, draftId, 'comment');
      return this.queries.readers(tx, draftId);
    });
  }

  /** The text as it stands; the caller has asked `allowed`. */
  async read(actor: Actor, draftId: string): Promise<{ draft: Draft; projection: DraftProjection }> {
    return { draft: await this.allowed(actor, draftId, 'read'), projection: await this.projection(draftId) };
  }

  /** The official text at this moment, as if nothing were proposed: for those who publish it elsewhere, frozen. */
  async official(actor: Actor, draftId: string): Promise<{ seq: number; words: number; html: string }> {
    const { projection } = await this.read(actor, draftId);
    return { seq: projection.seq, words: projection.words, html: htmlOf(rejectedView(projection.document)) };
  }

  async rename(actor: Actor, draftId: string, title: string): Promise<Draft> {
    return this.database.transaction(actor, async (tx) => {
      const draft = await this.allowedIn(tx, actor, draftId, 'rename');
      const now = this.clock.now();
      await tx.query('UPDATE drafts_draft SET title = $2, updated_at = $3 WHERE id = $1', [draftId, title, now]);
      return { ...draft, title, updatedAt: now.toISOString() };
    });
  }

  private projection(draftId: string): Promise<DraftProjection> {
    return this.projections.of(draftId);
  }
}
