import { personErased } from '@cohorte/identity/server';
import type { Actor } from '@cohorte/networks/contract';
import { systemActor } from '@cohorte/platform/contract';
import { Database, Events, newId, OutboxDispatcher } from '@cohorte/platform/server';
import type { TestApp } from '@cohorte/platform/server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mentionToken } from '../../contract';
import type { DraftThread } from '../../contract';
import { CommentLetterHandler } from './comment-letter.handler';
import { CommentedDraft, firstOf } from './comments.fixtures';
import { DraftsPersonalData } from '../drafts-personal-data';
import type { Neighbourhood } from '../drafts.fixtures';

let draft: CommentedDraft;
let app: TestApp;
let place: Neighbourhood;
let member: Actor;
let expert: Actor;

beforeAll(async () => {
  draft = await CommentedDraft.build();
  ({ app, place } = draft);
  ({ member } = draft.people);
});

afterAll(() => draft?.close());

beforeEach(async () => {
  await draft.fresh();
  ({ expert } = draft);
});

describe('telling by mail', () => {
  const deliver = () => app.get(OutboxDispatcher).deliverDue();
  const mails = (actor: Actor) => place.rows<{ subject: string; body: string }>('SELECT subject, body FROM platform_mailbox WHERE recipient = $1 ORDER BY sent_at, id', [`${actor.personId}@example.org`]);
  /** The worker's part, as often as it likes. */
  const work = async (thread: DraftThread, ...people: Actor[]) => {
    await deliver();
    for (const { personId } of people) await app.get(CommentLetterHandler).send({ threadId: thread.id, personId });
  };

  it('someone named gets one letter with a way to the thread, however often the job runs', async () => {
    const thread = (await draft.start(expert, `${mentionToken(member.personId)}, est-ce juste ?`)).body;
    await work(thread, member, member);
    await work(thread, member, expert);
    const [letter, ...others] = await mails(member);
    expect(others).toEqual([]);
    expect(letter?.subject).toBe('Hélène vous mentionne dans « Notre SPASER »');
    expect(letter?.body).toContain(`/documents/${draft.draftId}?panneau=commentaires&fil=${thread.id}`);
    expect(letter?.body).toContain('@Marc, est-ce juste ?');
    expect(letter?.body).toContain('« un passage »');
    expect(await mails(expert)).toEqual([]);
  });

  it('two workers at once send one letter', async () => {
    const reader = await draft.invited('Nora', 'editor');
    const thread = (await draft.start(expert, mentionToken(reader.personId))).body;
    await deliver();
    await Promise.all([1, 2, 3].map(() => app.get(CommentLetterHandler).send({ threadId: thread.id, personId: reader.personId })));
    expect(await mails(reader)).toHaveLength(1);
  });

  it('what happens within ten minutes of a letter is in the next one, together', async () => {
    const nora = await draft.invited('Nora', 'editor');
    const thread = (await draft.start(nora, 'Question')).body;
    await draft.reply(expert, thread.id, 'Réponse une');
    await work(thread, nora);
    draft.later(1);
    await draft.reply(expert, thread.id, 'Réponse deux');
    await draft.reply(member, thread.id, 'Réponse trois');
    await work(thread, nora, nora);
    expect((await mails(nora)).map(({ subject }) => subject)).toEqual(['Hélène a répondu dans « Notre SPASER »']);
    draft.later(10);
    await work(thread, nora, nora);
    const [, digest, ...more] = await mails(nora);
    expect(more).toEqual([]);
    expect(digest?.subject).toBe('2 messages dans « Notre SPASER »');
    expect(digest?.body).toMatch(/Réponse deux[^]*Réponse trois/);
    expect(digest?.body).not.toContain('Réponse une');
  });

  it('whoever lost the right, or was answered by a comment deleted since, is told nothing', async () => {
    const nora = await draft.invited('Nora', 'commenter');
    const thread = (await draft.start(expert, mentionToken(nora.personId))).body;
    await place.rows('DELETE FROM drafts_grant WHERE person_id = $1', [nora.personId]);
    await work(thread, nora);
    expect(await mails(nora)).toEqual([]);
    const paul = await draft.invited('Paul', 'commenter');
    const other = (await draft.start(expert, mentionToken(paul.personId))).body;
    await draft.send(expert, 'DELETE', `/comments/${firstOf(other)}`);
    await work(other, paul);
    expect(await mails(paul)).toEqual([]);
  });

  it('answers stop on demand, mentions never', async () => {
    const nora = await draft.invited('Nora', 'commenter');
    const notices = (method: 'GET' | 'PUT', body?: object) => draft.as(nora).request(method, '/api/comment-notices', body);
    expect((await notices('GET')).body).toEqual({ repliesByMail: true });
    expect((await notices('PUT', { repliesByMail: false })).body).toEqual({ repliesByMail: false });
    const thread = (await draft.start(nora, 'Question')).body;
    await draft.reply(expert, thread.id, 'Réponse');
    await work(thread, nora);
    expect(await mails(nora)).toEqual([]);
    await draft.reply(expert, thread.id, `${mentionToken(nora.personId)} ?`);
    await work(thread, nora);
    expect((await mails(nora)).map(({ subject }) => subject)).toEqual(['Hélène vous mentionne dans « Notre SPASER »']);
  });

  it('a mention added later tells the one it names, and nobody twice', async () => {
    const nora = await draft.invited('Nora', 'commenter');
    const thread = (await draft.start(expert, `${mentionToken(member.personId)} ?`)).body;
    await work(thread, member);
    const before = (await mails(member)).length;
    draft.later(20);
    await draft.send(expert, 'PATCH', `/comments/${firstOf(thread)}`, { body: `${mentionToken(member.personId)}, ${mentionToken(nora.personId)} ?` });
    await work(thread, member, nora);
    expect([(await mails(member)).length, (await mails(nora)).length]).toEqual([before, 1]);
  });

  it('only those who may answer can be named', async () => {
    const reader = await draft.invited('Rémi', 'reader');
    const names = ((await draft.send(expert, 'GET', '/mentionable')).body as unknown as { people: { name: string }[] }).people.map(({ name }) => name);
    expect(names).toEqual(['Hélène', 'Lise', 'Marc']);
    expect((await draft.start(expert, mentionToken(reader.personId))).body.code).toBe('drafts.mention-unknown');
    expect((await draft.start(expert, mentionToken(newId()))).body.code).toBe('drafts.mention-unknown');
  });
});

describe('personal data', () => {
  it('leaves with the person, and stays under no name once they are erased', async () => {
    const nora = await draft.invited('Nora', 'commenter');
    const thread = (await draft.start(nora, 'Mon avis')).body;
    await draft.reply(expert, thread.id, `D’accord avec ${mentionToken(nora.personId)}`);
    expect(await app.get(DraftsPersonalData).personalDataOf(nora.personId)).toMatchObject({ comments: [{ draft: 'Notre SPASER', passage: 'un passage', words: 'Mon avis' }] });
    await draft.as(nora).request('PUT', '/api/comment-notices', { repliesByMail: false });
    await place.rows('UPDATE identity_person SET name = NULL, email = NULL, erased_at = now() WHERE id = $1', [nora.personId]);
    await app.get(Database).transaction(systemActor('identity'), (tx) => app.get(Events).publish(tx, personErased, { personId: nora.personId }));
    await app.get(OutboxDispatcher).deliverDue();
    const [shown] = await draft.listed(member);
    expect(shown).toMatchObject({ comments: [{ author: { name: null }, body: 'Mon avis' }, {}], mentioned: [{ personId: nora.personId, name: null }] });
    expect(JSON.stringify(shown)).not.toContain('Nora');
    expect(await place.rows('SELECT 1 FROM drafts_comment_preference WHERE person_id = $1', [nora.personId])).toEqual([]);
  });
});
