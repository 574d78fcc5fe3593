import { computed, inject, Injectable, Injector, signal } from '@angular/core';
import type { Type } from '@angular/core';
import type { Editor } from '@tiptap/core';
import { ApiClient, ApiError, RealtimeClient } from '@cohorte/platform/web';
import { draftRights } from '../contract/draft';
import type { Draft, DraftRight, OutlineHeading } from '../contract/draft';
import { allows } from '../contract/draft.policy';
import { openDraft, renameDraft } from '../contract/drafts.contract';
import { BrowserOutbox } from './sync/browser-outbox';
import { peopleIn } from './sync/draft-presence';
import { DraftWriter } from './sync/draft-writer';
import type { Writer } from './sync/draft-writer';
import type { DraftSession } from './sync/draft-session';
import type { SectionMark } from './workshop/workshop-marks';

export type DraftProblem = 'not-found' | 'failed' | 'offline' | 'signed-out';

/** A component over the sheet, with its inputs; the editor waits behind, alive. */
export interface OverSheet {
  readonly component: Type<unknown>;
  readonly inputs: Record<string, unknown>;
}

/** Heading of the outline, as the page lists it. */
export type OutlineEntry = Pick<OutlineHeading, 'id' | 'level' | 'title'>;

/** Characters a person reads in a minute are counted in words: 230 is usual for a working text in French. */
const wordsPerMinute = 230;

/** One draft as its page sees it: readable at once from the server's HTML, then live once its session is open. */
@Injectable()
export class DraftStore {
  private readonly api = inject(ApiClient);
  private readonly realtime = inject(RealtimeClient);
  private readonly outbox = inject(BrowserOutbox).outbox;
  private readonly writer = inject(DraftWriter);
  private readonly injector = inject(Injector);

  readonly draftId = signal('');
  readonly draft = signal<Pick<Draft, 'id' | 'title' | 'ownerName' | 'ownerSpaceId'> | null>(null);
  readonly problem = signal<DraftProblem | null>(null);
  readonly html = signal<string | null>(null);
  readonly session = signal<DraftSession | null>(null);
  readonly me = signal<Writer>({ personId: '', name: '' });
  /** Those who wrote in it before, by account. */
  readonly writers = signal<ReadonlyMap<string, string>>(new Map());
  readonly personId = computed(() => this.me().personId);
  readonly outline = signal<readonly OutlineEntry[]>([]);
  readonly words = signal(0);
  /** The only blocks a document of its kind may hold; null is every one. */
  readonly blocks = signal<readonly string[] | null>(null);
  /** What a workshop says of sections, by heading. */
  readonly sectionMarks = signal<ReadonlyMap<string, SectionMark>>(new Map());
  /** The editor once attached; the toolbar and the outline act on it. */
  readonly editor = signal<Editor | null>(null);

  /** What a panel shows in place of the text for a while: a version, a comparison. */
  readonly over = signal<OverSheet | null>(null);

  private readonly firstRight = signal<DraftRight>('reader');
  readonly right = computed<DraftRight>(() => this.session()?.sync.right() ?? this.firstRight());
  private readonly isEnded = computed(() => this.session()?.sync.phase() === 'ended');
  readonly mayEdit = computed(() => allows(this.right(), 'edit') && !this.isEnded());
  /** Writes, or proposes where one may not write. */
  readonly mayWrite = computed(() => allows(this.right(), 'suggest') && !this.isEnded());
  readonly mayRename = computed(() => allows(this.right(), 'rename') && !this.isEnded());
  readonly mayShare = computed(() => allows(this.right(), 'share') && !this.isEnded());
  readonly people = computed(() => this.session() ? peopleIn(this.session()?.presence() ?? new Map(), this.me()) : []);
  readonly minutes = computed(() => Math.max(1, Math.round(this.words() / wordsPerMinute)));
  readonly ready = computed(() => this.session()?.ready() === true);

  async load(draftId: string): Promise<void> {
    this.close();
    this.draftId.set(draftId);
    const [opened, writer] = await Promise.all([this.fetch(draftId), this.writer.now()]);
    if (draftId !== this.draftId()) return;
    if (!writer) return this.problem.set('signed-out');
    this.me.set(writer);
    if (opened || this.problem() === 'offline') await this.startSession(writer.personId, draftId);
  }

  close(): void {
    this.session()?.close();
    this.session.set(null);
    this.editor.set(null);
    this.over.set(null);
    this.problem.set(null);
    this.draft.set(null);
    this.html.set(null);
    this.outline.set([]);
  }

  async rename(title: string): Promise<void> {
    const renamed = await this.api.call(renameDraft, { draftId: this.draftId(), title });
    this.draft.set(renamed);
    this.session()?.renamed(renamed.title);
  }

  private async fetch(draftId: string): Promise<boolean> {
    try {
      const opened = await this.api.call(openDraft, { draftId });
      if (draftId !== this.draftId()) return false;
      this.firstRight.set(opened.right);
      this.draft.set(opened.draft);
      this.html.set(opened.html);
      this.outline.set(opened.outline);
      this.words.set(opened.words);
      this.blocks.set(opened.blocks);
      this.writers.set(new Map(opened.people.map(({ personId, name }) => [personId, name])));
      return true;
    } catch (error) {
      this.problem.set(problemOf(error));
      return false;
    }
  }

  private async startSession(personId: string, draftId: string): Promise<void> {
    const kept = await this.outbox.kept(personId, draftId).catch(() => null);
    if (!this.draft()) {
      if (!kept) return;
      this.draft.set({ id: draftId, title: kept.title, ownerName: kept.ownerName, ownerSpaceId: '' });
      this.firstRight.set(draftRights.find((right) => right === kept.right) ?? 'reader');
      this.blocks.set(kept.blocks ?? null);
      this.problem.set(null);
    }
    const { DraftSession } = await import('./sync/draft-session');
    const draft = this.draft();
    if (!draft || draftId !== this.draftId()) return;
    const subject = { personId, draftId, title: draft.title, ownerName: draft.ownerName, right: this.firstRight(), blocks: this.blocks() };
    const session = new DraftSession(subject, { realtime: this.realtime, outbox: this.outbox, injector: this.injector });
    this.session.set(session);
    await session.open();
  }
}

function problemOf(error: unknown): DraftProblem {
  if (!(error instanceof ApiError)) return 'failed';
  if (error.kind === 'offline') return 'offline';
  if (error.kind === 'unauthenticated') return 'signed-out';
  return error.kind === 'not-found' || error.kind === 'bad-input' || error.kind === 'forbidden' ? 'not-found' : 'failed';
}
