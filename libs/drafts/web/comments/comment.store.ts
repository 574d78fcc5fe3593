import { computed, inject, Injectable, signal } from '@angular/core';
import { ApiClient, ApiError, ErrorWords, RealtimeClient } from '@cohorte/platform/web';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { TranslocoService } from '@jsverse/transloco';
import { isUnread, lastWordAt } from '../../contract/comments/comment';
import type { DraftThread, ThreadAnchor } from '../../contract/comments/comment';
import {
  deleteComment, editComment, listMentionable, listThreads, readThread, readThreads, reopenThread, replyToThread, resolveThread, restoreComment, startThread,
} from '../../contract/comments/comments.contract';
import { draftsChannel } from '../../contract/drafts.contract';
import type { TextRange } from './comment-text';
import type { NamedPerson } from './comment-words';

export const commentFilters = ['open', 'unread', 'mentions', 'resolved'] as const;
export type CommentFilter = (typeof commentFilters)[number];

/** Words on their way: the id is made once for the same words, so that sending them again makes no second comment. */
export interface Sending {
  readonly body: string;
  readonly requestId: string;
}

const mentions = (thread: DraftThread, personId: string): boolean => thread.mentioned.some((person) => person.personId === personId);

/** The threads beside the draft that is open: what was said, where it stands in the text, and what one does about it. */
@Injectable({ providedIn: 'root' })
export class CommentStore {
  private readonly api = inject(ApiClient);
  private readonly realtime = inject(RealtimeClient);
  private readonly toasts = inject(Toasts);
  private readonly errors = inject(ErrorWords);
  private readonly transloco = inject(TranslocoService);

  readonly draftId = signal('');
  readonly personId = signal('');
  readonly state = signal<'loading' | 'ready' | 'failed'>('loading');
  readonly filter = signal<CommentFilter>('open');
  /** The thread the reader is at; its passage stands out. */
  readonly active = signal<string | null>(null);
  /** The passage about to be commented. */
  readonly pending = signal<ThreadAnchor | null>(null);
  /** Where each passage is now; null when it is gone, absent while nobody knows. */
  readonly places = signal<ReadonlyMap<string, TextRange | null>>(new Map());
  readonly people = signal<readonly NamedPerson[]>([]);
  readonly isOffline = computed(() => this.realtime.status() !== 'online');

  private readonly byId = signal<ReadonlyMap<string, DraftThread>>(new Map());
  /** In the order of the text; those whose passage is gone come last. */
  readonly threads = computed(() => [...this.byId().values()].sort((one, other) => this.rank(one) - this.rank(other) || one.createdAt.localeCompare(other.createdAt)));
  readonly open = computed(() => this.threads().filter((thread) => thread.status === 'open'));
  readonly shown = computed(() => this.among(this.filter()));
  /** The thread being read, when the list holds it: a settled one shows its passage among the settled only. */
  readonly read = computed(() => this.shown().find((thread) => thread.id === this.active())?.id ?? null);
  readonly counts = computed<Record<CommentFilter, number>>(() => ({
    open: this.among('open').length, unread: this.unread().length, mentions: this.among('mentions').length, resolved: this.among('resolved').length,
  }));
  readonly unread = computed(() => this.threads().filter((thread) => this.isUnread(thread)));
  /** Read since the filter was chosen: they stay in the list one is reading. */
  private readonly justRead = signal<ReadonlySet<string>>(new Set());

  /** Opens the talk beside a draft; answers how to leave it. */
  follow(draftId: string, personId: string): () => void {
    this.reset(draftId, personId);
    void this.load();
    const stops = [
      this.realtime.on(draftsChannel, 'threadsChanged', (changed) => {
        if (changed.draftId === draftId) void (changed.threadId ? this.refresh(changed.threadId) : this.load());
      }),
      this.realtime.onOnline(() => void this.load()),
    ];
    return () => {
      stops.forEach((stop) => stop());
      if (this.draftId() === draftId) this.reset('', '');
    };
  }

  async load(): Promise<void> {
    const draftId = this.draftId();
    if (!draftId) return;
    try {
      const { threads } = await this.api.call(listThreads, { draftId });
      if (draftId !== this.draftId()) return;
      this.byId.set(new Map(threads.map((thread) => [thread.id, thread])));
      this.state.set('ready');
    } catch {
      // What is already here is worth more than an error.
      if (draftId === this.draftId() && this.state() !== 'ready') this.state.set('failed');
    }
  }

  thread(threadId: string): DraftThread | null {
    return this.byId().get(threadId) ?? null;
  }

  isUnread(thread: DraftThread): boolean {
    return isUnread(thread, this.personId());
  }

  show(filter: CommentFilter): void {
    this.justRead.set(new Set());
    this.filter.set(filter);
  }

  /** This thread, or all of them, as far as they are shown here. */
  async markRead(threadId?: string): Promise<void> {
    const read = this.unread().filter(({ id }) => threadId === undefined || id === threadId);
    if (read.length === 0) return;
    const upto = read.map(lastWordAt).reduce((latest, at) => (at > latest ? at : latest));
    this.justRead.update((known) => new Set([...known, ...read.map(({ id }) => id)]));
    this.byId.update((known) => new Map([...known].map(([id, thread]) => [id, read.some((one) => one.id === id) ? { ...thread, readAt: upto } : thread])));
    // Unread again elsewhere is the worst that can happen: nobody is told of a failure.
    await this.api.call(readThreads, { draftId: this.draftId(), upto, ...(threadId === undefined ? {} : { threadId }) }).catch(() => undefined);
  }

  async start(sending: Sending): Promise<void> {
    const anchor = this.pending();
    if (!anchor) return;
    const thread = await this.api.call(startThread, { draftId: this.draftId(), ...anchor, ...sending });
    this.put(thread);
    this.pending.set(null);
    this.show('open');
    this.active.set(thread.id);
  }

  async reply(threadId: string, sending: Sending): Promise<void> {
    this.put(await this.api.call(replyToThread, { draftId: this.draftId(), threadId, ...sending }));
  }

  async edit(commentId: string, body: string): Promise<void> {
    this.put(await this.api.call(editComment, { draftId: this.draftId(), commentId, body }));
  }

  delete(threadId: string, commentId: string): Promise<void> {
    const of = { draftId: this.draftId(), commentId };
    return this.act(async () => {
      await this.api.call(deleteComment, of);
      await this.refresh(threadId);
      this.toasts.show(this.transloco.translate('drafts.comments.deleted'), { undo: () => this.act(async () => this.put(await this.api.call(restoreComment, of))) });
    });
  }

  resolve(threadId: string): Promise<void> {
    return this.act(async () => {
      this.put(await this.api.call(resolveThread, { draftId: this.draftId(), threadId }));
      this.toasts.show(this.transloco.translate('drafts.comments.resolved'), { undo: () => this.reopen(threadId) });
    });
  }

  reopen(threadId: string): Promise<void> {
    return this.act(async () => this.put(await this.api.call(reopenThread, { draftId: this.draftId(), threadId })));
  }

  /** Those who can be named; asked for when a box is first used. */
  async loadPeople(): Promise<void> {
    const draftId = this.draftId();
    const answer = await this.api.call(listMentionable, { draftId }).catch(() => null);
    if (answer && draftId === this.draftId()) this.people.set(answer.people);
  }

  private among(filter: CommentFilter): DraftThread[] {
    if (filter === 'unread') return this.threads().filter((thread) => this.isUnread(thread) || this.justRead().has(thread.id));
    if (filter === 'mentions') return this.open().filter((thread) => mentions(thread, this.personId()));
    return this.threads().filter((thread) => thread.status === filter);
  }

  private async refresh(threadId: string): Promise<void> {
    const draftId = this.draftId();
    try {
      const thread = await this.api.call(readThread, { draftId, threadId });
      if (draftId === this.draftId()) this.put(thread);
    } catch (error) {
      if (error instanceof ApiError && error.kind === 'not-found' && draftId === this.draftId()) this.remove(threadId);
    }
  }

  private put(thread: DraftThread): void {
    if (thread.draftId === this.draftId()) this.byId.update((known) => new Map(known).set(thread.id, thread));
  }

  private remove(threadId: string): void {
    this.byId.update((known) => new Map([...known].filter(([id]) => id !== threadId)));
    if (this.active() === threadId) this.active.set(null);
  }

  private async act(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.toasts.show(this.errors.of(error), { tone: 'problem' });
    }
  }

  private rank(thread: DraftThread): number {
    return this.places().get(thread.id)?.from ?? Number.MAX_SAFE_INTEGER;
  }

  private reset(draftId: string, personId: string): void {
    this.draftId.set(draftId);
    this.personId.set(personId);
    this.byId.set(new Map());
    this.places.set(new Map());
    this.people.set([]);
    this.pending.set(null);
    this.active.set(null);
    this.show('open');
    this.state.set('loading');
  }
}
