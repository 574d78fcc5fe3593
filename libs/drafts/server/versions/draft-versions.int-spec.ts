import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Actor } from '@cohorte/networks/contract';
import { createTestApp, Database, newId } from '@cohorte/platform/server';
import type { TestApp } from '@cohorte/platform/server';
import * as Y from 'yjs';
import { contentField } from '../../contract';
import type { DraftVersion, VersionComparison, VersionText } from '../../contract';
import { DraftVersionReplays } from './draft-version-replays';
import { Neighbourhood, Writer } from '../drafts.fixtures';
import { DraftsModule } from '../drafts.module';

let app: TestApp;
let place: Neighbourhood;

beforeAll(async () => {
  app = await createTestApp({ imports: [DraftsModule], actor: null });
  place = await Neighbourhood.build(app);
});

afterAll(async () => {
  await place?.close();
  await app?.close();
});

interface Listed {
  head: number;
  versions: DraftVersion[];
  people: { personId: string; name: string }[];
  next: number | null;
}

async function ask<T>(actor: Actor, method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<{ status: number; body: T }> {
  app.actAs(actor);
  const { status, body: answer } = await app.request(method, `/api/drafts/${path}`, body);
  return { status, body: answer as T };
}

const listOf = async (actor: Actor, draftId: string): Promise<Listed> => (await ask<Listed>(actor, 'GET', `${draftId}/versions`)).body;

/** A draft in which Ada wrote a paragraph and Grace took a word of it away. */
async function written(): Promise<{ draftId: string; ada: Writer; grace: Writer }> {
  const draftId = await place.draft();
  const [ada, grace] = [new Writer(app, await place.person('Ada', 'member')), new Writer(app, await place.person('Grace', 'member'))];
  await ada.join(draftId);
  await grace.join(draftId);
  await ada.push(draftId, ada.typed('Nos achats pèsent lourd.'));
  await grace.push(draftId, edited(grace, (text) => text.delete(4, 7)));
  return { draftId, ada, grace };
}

function edited(writer: Writer, edit: (text: Y.XmlText) => void): Uint8Array {
  const made: Uint8Array[] = [];
  const note = (update: Uint8Array): void => void made.push(update);
  writer.doc.on('update', note);
  const root = writer.doc.getXmlFragment(contentField);
  writer.doc.transact(() => edit((root.get(root.length - 1) as Y.XmlElement).get(0) as Y.XmlText));
  writer.doc.off('update', note);
  return Y.mergeUpdates(made);
}

/** The clock of the journal is the database's: the spec puts its rows where it needs them. */
const wroteAt = (draftId: string, seq: number, at: string) => place.rows('UPDATE drafts_update SET created_at = $3 WHERE draft_id = $1 AND seq = $2', [draftId, seq, at]);

describe('the versions of a draft', () => {
  it('end with each session of work, and each two hours of one that lasts', async () => {
    const { draftId, ada, grace } = await written();
    for (const word of ['a', 'b', 'c', 'd']) await ada.push(draftId, ada.typed(`Ligne ${word}`));
    const moments = ['09:00', '10:00', '10:10', '10:30', '10:40', '10:50', '12:40'];
    for (const [index, time] of moments.entries()) await wroteAt(draftId, index + 1, `2024-10-17T${time}:00Z`);
    const { head, versions, people, next } = await listOf(grace.actor, draftId);
    expect([head, next]).toEqual([7, null]);
    expect(versions.map(({ seq, kind, startedAt, endedAt }) => [seq, kind, startedAt.slice(11, 16), endedAt.slice(11, 16)])).toEqual([
      [7, 'auto', '12:40', '12:40'], [6, 'auto', '10:30', '10:50'], [3, 'auto', '10:00', '10:10'], [1, 'auto', '09:00', '09:00'],
    ]);
    expect(versions[2]).toMatchObject({ wordsAdded: 3, wordsRemoved: 0 });
    expect([...(versions[2]?.writers ?? [])].sort()).toEqual([ada.actor.personId, grace.actor.personId].sort());
    expect(people).toContainEqual({ personId: ada.actor.personId, name: 'Ada' });
    for (let seq = 4; seq <= 7; seq += 1) await wroteAt(draftId, seq, `2024-10-17T${9 + seq}:00:00Z`);
    await wroteAt(draftId, 4, '2024-10-17T10:20:00Z');
    await wroteAt(draftId, 5, '2024-10-17T10:30:00Z');
    expect((await listOf(grace.actor, draftId)).versions.map(({ seq }) => seq)).toEqual([7, 6, 5, 1]);
  });

  it('are cut when the work goes on for more than two hours', async () => {
    const { draftId, ada } = await written();
    for (let step = 0; step < 13; step += 1) await ada.push(draftId, ada.typed(`Ligne ${step}`));
    for (let seq = 2; seq <= 16; seq += 1) await wroteAt(draftId, seq, new Date(Date.UTC(2024, 9, 17, 8, 10 * seq)).toISOString());
    expect((await listOf(ada.actor, draftId)).versions.map(({ seq }) => seq)).toEqual([16, 13, 1]);
  });

  it('have a name when someone gives one, another when renamed, none when it is taken away', async () => {
    const { draftId, ada, grace } = await written();
    expect((await ask(ada.actor, 'POST', `${draftId}/version-names`, { seq: 2, name: 'Avant la commission' })).body).toEqual({ seq: 2, name: 'Avant la commission' });
    expect((await ask(grace.actor, 'POST', `${draftId}/version-names`, { name: 'Envoyée' })).body).toEqual({ seq: 3, name: 'Envoyée' });
    await ask(grace.actor, 'POST', `${draftId}/version-names`, { seq: 2, name: 'Commission' });
    const named = async () => (await listOf(ada.actor, draftId)).versions.map(({ seq, kind, name }) => [seq, kind, name]);
    expect(await named()).toEqual([[3, 'named', 'Envoyée'], [2, 'named', 'Commission'], [1, 'auto', null]]);
    expect((await ask(ada.actor, 'DELETE', `${draftId}/version-names?seq=2`)).status).toBe(200);
    expect(await named()).toEqual([[3, 'named', 'Envoyée'], [1, 'auto', null]]);
    expect(await ask(ada.actor, 'POST', `${draftId}/version-names`, { seq: 99, name: 'Demain' })).toMatchObject({ status: 404, body: { code: 'drafts.version-unknown' } });
  });

  it('are read at any position, with who wrote each line', async () => {
    const { draftId, ada } = await written();
    const { body } = await ask<VersionText>(ada.actor, 'GET', `${draftId}/version?seq=2`);
    expect(body.html).toContain('Nos achats pèsent lourd.');
    expect(body.lines.at(-1)).toMatchObject([{ personId: ada.actor.personId, share: 1 }]);
    expect(body.lines[0]).toMatchObject([{ personId: null, share: 1 }]);
    expect((await ask<VersionText>(ada.actor, 'GET', `${draftId}/authorship`)).body).toMatchObject({ version: { seq: 3 }, head: 3 });
    expect((await ask(ada.actor, 'GET', `${draftId}/version?seq=4`)).status).toBe(404);
  });

  it('are compared: who wrote, who took away', async () => {
    const { draftId, ada, grace } = await written();
    const { body } = await ask<VersionComparison>(ada.actor, 'GET', `${draftId}/comparison?from=1`);
    expect(body).toMatchObject({ from: { seq: 1 }, to: { seq: 3 }, wordsAdded: 3, wordsRemoved: 0, changes: 1 });
    const since = (await ask<VersionComparison>(ada.actor, 'GET', `${draftId}/comparison?from=3&to=2`)).body;
    expect(since).toMatchObject({ from: { seq: 2 }, to: { seq: 3 }, wordsRemoved: 1, changes: 1, people: [{ personId: grace.actor.personId, name: 'Grace' }] });
    expect(since.html).toContain(`<del data-change="deleted" data-author="${grace.actor.personId}"`);
    expect(since.html).toMatch(/>achats <\/del>/);
  });

  it('say what each person gave', async () => {
    const { draftId, ada, grace } = await written();
    const { body } = await ask<{ contributions: object[] }>(grace.actor, 'GET', `${draftId}/contributions`);
    expect(body.contributions).toMatchObject([
      { personId: ada.actor.personId, name: 'Ada', wordsStanding: 3, charactersStanding: 17, wordsRemoved: 0 },
      { personId: grace.actor.personId, name: 'Grace', wordsStanding: 0, wordsRemoved: 0 },
    ]);
  });
});

describe('a restoration', () => {
  it('is a new version, live for all who write, and can be undone', async () => {
    const { draftId, ada, grace } = await written();
    const { body } = await ask<{ seq: number; before: number }>(grace.actor, 'POST', `${draftId}/restorations`, { seq: 2 });
    expect(body).toEqual({ seq: 4, before: 3 });
    expect(ada.text).toContain('Nos achats pèsent lourd.');
    expect(grace.text).toBe(ada.text);
    const { versions } = await listOf(ada.actor, draftId);
    expect(versions.map(({ seq, kind, restores, writers }) => [seq, kind, restores, writers])).toEqual([
      [4, 'restored', 2, [grace.actor.personId]], [3, 'before-restore', null, expect.any(Array)], [1, 'auto', null, []],
    ]);
    expect(versions[0]).toMatchObject({ wordsAdded: 1 });
    const lines = (await ask<VersionText>(ada.actor, 'GET', `${draftId}/authorship`)).body.lines;
    expect(lines.at(-1)).toMatchObject([{ personId: ada.actor.personId, share: 1 }]);
    await ask(grace.actor, 'POST', `${draftId}/restorations`, { seq: body.before });
    expect(ada.text).toContain('Nos pèsent lourd.');
    await ada.push(draftId, ada.typed('Et la suite.'));
    expect(grace.text).toContain('Et la suite.');
  });

  it('of the text as it stands is refused in words, and of a position that is not there too', async () => {
    const { draftId, ada } = await written();
    expect(await ask(ada.actor, 'POST', `${draftId}/restorations`, { seq: 3 })).toMatchObject({ status: 409, body: { code: 'drafts.version-is-current' } });
    expect(await ask(ada.actor, 'POST', `${draftId}/restorations`, { seq: 4 })).toMatchObject({ status: 404, body: { code: 'drafts.version-unknown' } });
  });

  it('merges with what is typed while it is made', async () => {
    const { draftId, ada, grace } = await written();
    const replays = app.get(DraftVersionReplays);
    const made = replays.with.bind(replays);
    const slow = jest.spyOn(replays, 'with').mockImplementationOnce(async (id, work) => {
      const answer = await made(id, work);
      await ada.push(draftId, ada.typed('Tapé entre-temps.'));
      return answer;
    });
    expect(await ask(grace.actor, 'POST', `${draftId}/restorations`, { seq: 2 })).toEqual({ status: 200, body: { seq: 5, before: 4 } });
    slow.mockRestore();
    expect(grace.text).toContain('Nos achats pèsent lourd.');
    expect(grace.text).toContain('Tapé entre-temps.');
    expect(grace.text).toBe(ada.text);
  });
});

describe('the past of a draft', () => {
  it('is for those who write: readers see the text as it is, others nothing', async () => {
    const { draftId } = await written();
    const [reader, stranger] = [await place.person('Lectrice', 'expert'), await place.person('Tiers')];
    const doors: ['GET' | 'POST' | 'DELETE', string, object?][] = [
      ['GET', 'versions'], ['GET', 'version?seq=2'], ['GET', 'authorship'], ['GET', 'comparison?from=1'], ['GET', 'contributions'],
      ['POST', 'version-names', { name: 'x' }], ['DELETE', 'version-names?seq=2'], ['POST', 'restorations', { seq: 1 }],
    ];
    for (const [method, path, body] of doors) {
      expect([path, (await ask(reader, method, `${draftId}/${path}`, body)).status]).toEqual([path, 403]);
      expect([path, (await ask(stranger, method, `${draftId}/${path}`, body)).status]).toEqual([path, 404]);
    }
  });

  it('is hidden by PostgreSQL itself too, and nobody marks it in another’s name', async () => {
    const { draftId, ada, grace } = await written();
    await ask(ada.actor, 'POST', `${draftId}/version-names`, { name: 'Confidentielle' });
    const reader = await place.person('Lectrice', 'expert');
    const names = (actor: Actor) => app.get(Database).transaction(actor, (tx) => tx.query<object[]>('SELECT name FROM drafts_version WHERE draft_id = $1', [draftId]));
    expect(await names(grace.actor)).toEqual([{ name: 'Confidentielle' }]);
    expect(await names(reader)).toEqual([]);
    const forge = (actor: Actor) => app.get(Database).transaction(actor, (tx) => tx.query(
      `INSERT INTO drafts_version (id, draft_id, seq, kind, name, created_by, created_at) VALUES ($1, $2, 1, 'named', 'x', $3, now())`, [newId(), draftId, ada.actor.personId]));
    await expect(forge(grace.actor)).rejects.toThrow('row-level security');
    await expect(forge(reader)).rejects.toThrow('row-level security');
  });

  it('survives compaction: rows set aside are read where they are', async () => {
    const { draftId, ada } = await written();
    await place.rows(`WITH gone AS (DELETE FROM drafts_update WHERE draft_id = $1 AND seq <= 2 RETURNING *)
      INSERT INTO drafts_archive (draft_id, seq, person_id, client_id, push_id, bytes, created_at) SELECT draft_id, seq, person_id, client_id, push_id, bytes, created_at FROM gone`, [draftId]);
    expect((await ask<VersionText>(ada.actor, 'GET', `${draftId}/version?seq=2`)).body.html).toContain('Nos achats pèsent lourd.');
    expect((await ask<VersionComparison>(ada.actor, 'GET', `${draftId}/comparison?from=2`)).body.html).toContain('achats </del>');
  });
});
