import type { Actor } from '@cohorte/networks/contract';
import { Database, newId } from '@cohorte/platform/server';
import type { TestApp } from '@cohorte/platform/server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import * as Y from 'yjs';
import { isUnread, lastWordAt, mentionToken } from '../../contract';
import type { DraftRight } from '../../contract';
import { CommentLetterHandler } from './comment-letter.handler';
import { aPassage, CommentedDraft, firstOf, said } from './comments.fixtures';
import { Writer } from '../drafts.fixtures';
import type { Neighbourhood } from '../drafts.fixtures';

let draft: CommentedDraft;
let app: TestApp;
let place: Neighbourhood;
let lead: Actor;
let member: Actor;
let expert: Actor;

beforeAll(async () => {
  draft = await CommentedDraft.build();
  ({ app, place } = draft);
  ({ lead, member } = draft.people);
});

afterAll(() => draft?.close());

beforeEach(async () => {
  await draft.fresh();
  ({ expert } = draft);
});

describe('who takes part', () => {
  it.each<[DraftRight | 'stranger', number]>([['stranger', 404], ['reader', 403], ['commenter', 200], ['suggester', 200], ['editor', 200], ['manager', 200]])('a %s: %i on every act', async (right, status) => {
    const thread = (await draft.start(member, 'Déjà là')).body;
    const own = right === 'stranger' ? await place.person('Tiers') : right === 'manager' ? lead : await draft.invited(`Une ${right}`, right);
    const acts = [
      draft.send(own, 'GET', '/threads'), draft.send(own, 'GET', `/threads/${thread.id}`), draft.start(own, 'Bonjour'), draft.reply(own, thread.id, 'Oui'), draft.send(own, 'GET', '/mentionable'),
      draft.send(own, 'DELETE', `/threads/${thread.id}/resolution`),
    ];
    for (const act of acts) expect((await act).status).toBe(status);
  });

  it('a commenter settles what they began and nothing else; an editor settles all', async () => {
    const [own, other] = [(await draft.start(expert, 'De moi')).body, (await draft.start(member, 'De Marc')).body];
    expect((await draft.send(expert, 'POST', `/threads/${other.id}/resolution`)).status).toBe(403);
    expect((await draft.send(expert, 'POST', `/threads/${own.id}/resolution`)).body).toMatchObject({ status: 'resolved', resolvedBy: { name: 'Hélène' } });
    expect((await draft.send(member, 'POST', `/threads/${other.id}/resolution`)).body.status).toBe('resolved');
    expect((await draft.send(expert, 'DELETE', `/threads/${other.id}/resolution`)).body).toMatchObject({ status: 'open', resolvedBy: null, resolvedAt: null });
  });

  it('nobody changes another’s words, not even the lead', async () => {
    const thread = (await draft.start(expert, 'De moi')).body;
    expect((await draft.send(lead, 'PATCH', `/comments/${firstOf(thread)}`, { body: 'Autre' })).status).toBe(403);
    expect((await draft.send(lead, 'DELETE', `/comments/${firstOf(thread)}`)).status).toBe(403);
    expect((await draft.send(expert, 'PATCH', `/comments/${firstOf(thread)}`, { body: 'Mieux dit' })).body.comments[0]).toMatchObject({ body: 'Mieux dit', editedAt: expect.any(String) });
  });

  it('PostgreSQL itself hides comments from readers and refuses forged ones', async () => {
    const thread = (await draft.start(member, 'Entre nous')).body;
    const reader = await draft.invited('Rémi', 'reader');
    const seen = (actor: Actor, table: string) => app.get(Database).transaction(actor, (tx) => tx.query<unknown[]>(`SELECT 1 FROM ${table} WHERE draft_id = $1`, [draft.draftId]));
    expect([(await seen(reader, 'drafts_thread')).length, (await seen(reader, 'drafts_comment')).length]).toEqual([0, 0]);
    expect([(await seen(expert, 'drafts_thread')).length, (await seen(expert, 'drafts_comment')).length]).toEqual([1, 1]);
    const forge = (actor: Actor, author: string) => app.get(Database).transaction(actor, (tx) => tx.query(
      `INSERT INTO drafts_comment (id, thread_id, draft_id, author_id, request_id, body, mentions, created_at) VALUES ($1, $2, $3, $4, $5, 'x', '{}', now())`,
      [newId(), thread.id, draft.draftId, author, newId()]));
    await expect(forge(expert, member.personId)).rejects.toThrow('row-level security');
    await expect(forge(reader, reader.personId)).rejects.toThrow('row-level security');
    await expect(app.get(Database).transaction(expert, (tx) => tx.query(`UPDATE drafts_comment SET body = 'y' WHERE id = $1 RETURNING 1`, [firstOf(thread)]))).resolves.toEqual([[], 0]);
  });

  it('what one has read is one’s own, only moves forward, and never past now', async () => {
    const thread = (await draft.start(member, 'À lire')).body;
    const readAt = async (actor: Actor) => (await draft.send(actor, 'GET', `/threads/${thread.id}`)).body.readAt;
    const mark = (actor: Actor, upto: string) => draft.send(actor, 'POST', '/readings', { threadId: thread.id, upto });
    expect(await readAt(expert)).toBeNull();
    expect(isUnread((await draft.send(expert, 'GET', `/threads/${thread.id}`)).body, expert.personId)).toBe(true);
    expect((await mark(expert, lastWordAt(thread))).status).toBe(200);
    expect(await readAt(expert)).toBe(lastWordAt(thread));
    expect(await readAt(lead)).toBeNull();
    expect(isUnread((await draft.send(expert, 'GET', `/threads/${thread.id}`)).body, expert.personId)).toBe(false);
    await mark(expert, '2020-01-01T00:00:00.000Z');
    expect(await readAt(expert)).toBe(lastWordAt(thread));
    await mark(expert, '2990-01-01T00:00:00.000Z');
    expect(Date.parse((await readAt(expert)) ?? '')).toBeLessThan(Date.now() + 60_000);
    await draft.reply(member, thread.id, 'Encore');
    await draft.send(lead, 'POST', '/readings', { upto: new Date().toISOString() });
    expect(await readAt(lead)).not.toBeNull();
    expect((await draft.send(await draft.invited('Rémi', 'reader'), 'POST', '/readings', { upto: lastWordAt(thread) })).status).toBe(403);
    const forge = app.get(Database).transaction(expert, (tx) => tx.query('INSERT INTO drafts_thread_reading (thread_id, person_id, read_at) VALUES ($1, $2, now())', [thread.id, member.personId]));
    await expect(forge).rejects.toThrow('row-level security');
  });

  it('a thread of another draft is not found under this one', async () => {
    const thread = (await draft.start(member, 'Ici')).body;
    const here = draft.draftId;
    draft.draftId = await place.draft('Autre');
    expect((await draft.send(member, 'GET', `/threads/${thread.id}`)).body.code).toBe('drafts.comment-not-found');
    expect((await draft.reply(member, thread.id, 'Là')).body.code).toBe('drafts.comment-not-found');
    expect((await draft.send(member, 'PATCH', `/comments/${firstOf(thread)}`, { body: 'Là' })).body.code).toBe('drafts.comment-not-found');
    draft.draftId = here;
  });
});

describe('an act sent twice', () => {
  it('makes one thread and one answer, even at the same moment', async () => {
    const [one, two] = [newId(), newId()];
    app.actAs(expert);
    const [first, again] = await Promise.all([draft.start(expert, 'Une fois', one), draft.start(expert, 'Une fois', one)]);
    expect(again.body.id).toBe(first.body.id);
    const answers = await Promise.all([draft.reply(expert, first.body.id, 'Réponse', two), draft.reply(expert, first.body.id, 'Réponse', two), draft.reply(expert, first.body.id, 'Réponse', two)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await draft.listed(expert)).map(said)).toEqual([['Une fois', 'Réponse']]);
  });

  it('under an id used in another draft is refused', async () => {
    const id = newId();
    await draft.start(member, 'Ici', id);
    draft.draftId = await place.draft('Autre');
    expect((await draft.start(member, 'Là', id)).body.code).toBe('drafts.request-id-used-for-something-else');
  });
});

describe('the life of a thread', () => {
  it('a deleted comment leaves its place when answers follow, and goes when none does', async () => {
    const thread = (await draft.start(expert, 'Un')).body;
    await draft.reply(member, thread.id, 'Deux');
    await draft.send(expert, 'DELETE', `/comments/${firstOf(thread)}`);
    expect((await draft.listed(member)).map(said)).toEqual([[null, 'Deux']]);
    expect((await draft.send(expert, 'POST', `/comments/${firstOf(thread)}/restoration`, {})).body).toMatchObject({ comments: [{ body: 'Un' }, { body: 'Deux' }] });
    const alone = (await draft.start(expert, 'Seul')).body;
    await draft.send(expert, 'DELETE', `/comments/${firstOf(alone)}`);
    expect((await draft.listed(member)).map(({ id }) => id)).toEqual([thread.id]);
    await draft.send(expert, 'POST', `/comments/${firstOf(alone)}/restoration`, {});
    expect(await draft.listed(member)).toHaveLength(2);
  });

  it('the words of a deleted comment are forgotten, and cannot come back then', async () => {
    const thread = (await draft.start(expert, 'Un secret')).body;
    const order = { commentId: firstOf(thread) };
    await app.get(CommentLetterHandler).forget(order);
    expect((await draft.listed(member)).map(said)).toEqual([['Un secret']]);
    await draft.send(expert, 'DELETE', `/comments/${order.commentId}`);
    await app.get(CommentLetterHandler).forget(order);
    expect(await place.rows('SELECT body FROM drafts_comment WHERE id = $1', [order.commentId])).toEqual([{ body: '' }]);
    expect((await draft.send(expert, 'POST', `/comments/${order.commentId}/restoration`, {})).body.code).toBe('drafts.comment-gone');
  });

  it('is found by its filters', async () => {
    const [asked, settled] = [(await draft.start(expert, `Avis de ${mentionToken(member.personId)} ?`)).body, (await draft.start(lead, 'Fait')).body];
    await draft.send(lead, 'POST', `/threads/${settled.id}/resolution`);
    const ids = async (actor: Actor, query: string) => (await draft.listed(actor, query)).map(({ id }) => id);
    expect(await ids(member, '?status=open')).toEqual([asked.id]);
    expect(await ids(member, '?status=resolved')).toEqual([settled.id]);
    expect(await ids(member, '?about=mentions')).toEqual([asked.id]);
    expect(await ids(expert, '?about=mentions')).toEqual([]);
    expect(await ids(lead, '?about=mine')).toEqual([settled.id]);
    expect((await draft.send(lead, 'GET', '/threads?status=closed')).status).toBe(400);
  });

  it('an answer to a settled thread reopens it', async () => {
    const thread = (await draft.start(member, 'Fait ?')).body;
    await draft.send(member, 'POST', `/threads/${thread.id}/resolution`);
    expect((await draft.reply(expert, thread.id, 'Pas encore')).body.status).toBe('open');
  });

  it('hostile positions are refused by name', async () => {
    const root = Buffer.from(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(new Y.Doc().getMap('x') as unknown as Y.XmlFragment, 0))).toString('base64');
    for (const anchorStart of [Buffer.from('nonsense').toString('base64'), root, Buffer.alloc(258, 255).toString('base64').slice(0, 344)]) {
      const { status, body } = await draft.send(expert, 'POST', '/threads', { ...aPassage, anchorStart, requestId: newId(), body: 'x' });
      expect({ status, code: body.code }).toEqual({ status: 400, code: expect.stringMatching(/^(drafts.passage-unclear|platform.bad-input)$/) });
    }
  });

  it('nobody floods a draft', async () => {
    for (let count = 0; count < 30; count += 1) expect((await draft.start(expert, `${count}`)).status).toBe(200);
    expect((await draft.start(expert, 'Encore')).body.code).toBe('drafts.comments-too-fast');
    draft.later(1.1);
    expect((await draft.start(expert, 'Plus tard')).status).toBe(200);
  });
});

describe('open editors', () => {
  it('hear that a thread changed when they may read comments, and only then', async () => {
    const reader = await draft.invited('Rémi', 'reader');
    const seats = [new Writer(app, reader), new Writer(app, expert)];
    for (const seat of seats) await seat.join(draft.draftId);
    const thread = (await draft.start(member, 'Nouveau')).body;
    const [deaf, told] = seats as [Writer, Writer];
    for (let tries = 0; tries < 100 && told.told('threadsChanged').length === 0; tries += 1) await wait(20);
    expect(told.told('threadsChanged')[0]?.payload).toEqual({ draftId: draft.draftId, threadId: thread.id });
    expect(deaf.told('threadsChanged')).toEqual([]);
    seats.forEach((seat) => seat.disconnect());
  });
});
