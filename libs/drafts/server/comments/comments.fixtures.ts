import type { Actor } from '@cohorte/networks/contract';
import { createTestApp, FixedClock, newId } from '@cohorte/platform/server';
import type { TestApp } from '@cohorte/platform/server';
import * as Y from 'yjs';
import type { DraftThread, GrantableRight } from '../../contract';
import { Neighbourhood } from '../drafts.fixtures';
import { DraftsModule } from '../drafts.module';

const position = (() => {
  const content = new Y.Doc().getXmlFragment('content');
  const inside = new Y.XmlText('abc');
  content.insert(0, [inside]);
  return Buffer.from(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(inside, 1))).toString('base64');
})();

export const aPassage = { anchorStart: position, anchorEnd: position, quote: 'un passage', prefix: 'avant ', suffix: ' après' };

interface Answer {
  readonly status: number;
  readonly body: DraftThread & { readonly code: string };
}

export const said = (thread: DraftThread) => thread.comments.map((comment) => (comment.isDeleted ? null : comment.body));
export const firstOf = (thread: DraftThread): string => thread.comments[0]?.id ?? '';

/** A draft with its lead, a member, and an expert invited to comment; everything goes through the endpoints. */
export class CommentedDraft {
  draftId = '';
  expert!: Actor;

  private constructor(
    readonly app: TestApp,
    readonly place: Neighbourhood,
    readonly clock: FixedClock,
    readonly people: { readonly lead: Actor; readonly member: Actor },
  ) {}

  static async build(): Promise<CommentedDraft> {
    const clock = new FixedClock(new Date('2024-10-17T12:00:00Z'));
    const app = await createTestApp({ imports: [DraftsModule], actor: null, clock });
    const place = await Neighbourhood.build(app);
    return new CommentedDraft(app, place, clock, { lead: await place.person('Lise', 'lead'), member: await place.person('Marc', 'member') });
  }

  /** Another draft, an hour later. */
  async fresh(): Promise<void> {
    this.draftId = await this.place.draft('Notre SPASER');
    this.expert = await this.invited('Hélène', 'commenter');
    this.later(60);
  }

  later(minutes: number): void {
    this.clock.set(new Date(this.clock.now().getTime() + minutes * 60_000));
  }

  as(actor: Actor): TestApp {
    this.app.actAs(actor);
    return this.app;
  }

  async invited(name: string, right: GrantableRight): Promise<Actor> {
    const person = await this.place.person(name);
    await this.as(this.people.lead).request('POST', `/api/drafts/${this.draftId}/grants`, { personId: person.personId, right });
    return person;
  }

  async send(actor: Actor, method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: object): Promise<Answer> {
    return (await this.as(actor).request(method, `/api/drafts/${this.draftId}${path}`, body)) as unknown as Answer;
  }

  start(actor: Actor, body: string, requestId = newId()): Promise<Answer> {
    return this.send(actor, 'POST', '/threads', { ...aPassage, requestId, body });
  }

  reply(actor: Actor, threadId: string, body: string, requestId = newId()): Promise<Answer> {
    return this.send(actor, 'POST', `/threads/${threadId}/comments`, { requestId, body });
  }

  async listed(actor: Actor, query = ''): Promise<DraftThread[]> {
    return ((await this.send(actor, 'GET', `/threads${query}`)).body as unknown as { threads: DraftThread[] }).threads;
  }

  async close(): Promise<void> {
    await this.place.close();
    await this.app.close();
  }
}
