import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '@cohorte/platform/contract';
import { createTestApp, Database, newId } from '@cohorte/platform/server';
import type { TestApp } from '@cohorte/platform/server';
import * as Y from 'yjs';
import { contentField } from '../../contract';
import { DraftCompaction } from './draft-compaction';
import { DraftCopy } from './draft-copy';
import { DraftHistory } from './draft-history';
import { DraftStock } from './draft-stock';
import { DraftService } from '../draft.service';
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

async function someone(draftId: string, name = 'Ada'): Promise<Writer> {
  const writer = new Writer(app, await place.person(name, 'member'));
  await writer.join(draftId);
  return writer;
}

/** A draft with forty rows, some of them deletions. */
async function written(): Promise<{ draftId: string; ada: Writer; pushes: { pushId: string; update: Uint8Array }[] }> {
  const draftId = await place.draft();
  const ada = await someone(draftId);
  const pushes: { pushId: string; update: Uint8Array }[] = [];
  for (let row = 0; row < 40; row += 1) {
    const before = Y.encodeStateVector(ada.doc);
    const update = row % 4 === 3 ? (ada.doc.getXmlFragment(contentField).delete(2, 1), Y.encodeStateAsUpdate(ada.doc, before)) : ada.typed(`ligne ${row}`);
    pushes.push({ pushId: newId(), update });
    await ada.push(draftId, update, pushes.at(-1)?.pushId);
  }
  return { draftId, ada, pushes };
}

const compact = (draftId: string): Promise<void> => app.get(DraftCompaction).compact({ draftId });
const forget = (draftId: string): void => app.get(DraftStock).forget(draftId);
const counted = async (table: string, draftId: string): Promise<number> =>
  Number((await place.rows<{ n: string }>(`SELECT count(*) AS n FROM ${table} WHERE draft_id = $1`, [draftId]))[0]?.n);
const wholeText = async (draftId: string): Promise<string> => DraftCopy.from(await app.get(DraftHistory).whole(draftId)).content.toString();

describe('a draft is compacted', () => {
  it('every row is in the archive, the snapshot is the same text, and newcomers and those who were there read the same', async () => {
    const { draftId, ada } = await written();
    await compact(draftId);
    expect([await counted('drafts_update', draftId), await counted('drafts_archive', draftId), await counted('drafts_history', draftId)]).toEqual([0, 41, 41]);
    forget(draftId);
    const late = await someone(draftId, 'Tard');
    expect(late.text).toBe(ada.text);
    await late.push(draftId, late.typed('après'));
    expect(ada.text).toBe(late.text);
    expect(await wholeText(draftId)).toBe(ada.text);
    expect((await app.get(DraftService).read(ada.actor, draftId)).projection.text).toContain('après');
  });

  it('once only for the same rows, and again after more, keeping one snapshot behind the last', async () => {
    const { draftId, ada } = await written();
    await Promise.all([compact(draftId), compact(draftId)]);
    expect(await counted('drafts_snapshot', draftId)).toBe(1);
    for (let time = 0; time < 2; time += 1) {
      for (let row = 0; row < 31; row += 1) await ada.push(draftId, ada.typed(`encore ${row}`));
      await compact(draftId);
    }
    expect([await counted('drafts_snapshot', draftId), await counted('drafts_archive', draftId)]).toEqual([2, 103]);
    expect(await wholeText(draftId)).toBe(ada.text);
  });

  it('while people write: nothing waits for it and nothing is lost', async () => {
    const { draftId, ada } = await written();
    const grace = await someone(draftId, 'Grace');
    const writes = Array.from({ length: 30 }, (_, index) => grace.push(draftId, grace.typed(`pendant ${index}`)));
    await Promise.all([compact(draftId), ...writes, compact(draftId)]);
    expect(grace.text).toBe(ada.text);
    expect(await wholeText(draftId)).toBe(ada.text);
    expect(await counted('drafts_history', draftId)).toBe(71);
  });

  it('a push whose row is in the archive is still the same push', async () => {
    const { draftId, ada, pushes } = await written();
    await compact(draftId);
    const [first, second] = [pushes[0], pushes[1]];
    if (!first || !second) throw new Error('no rows');
    expect(await ada.push(draftId, first.update, first.pushId)).toEqual({ outcome: 'saved', seq: 2 });
    await expect(ada.push(draftId, ada.typed('autre chose'), second.pushId)).rejects.toMatchObject({ code: 'drafts.push-id-used-for-something-else' });
    expect(await counted('drafts_history', draftId)).toBe(41);
  });

  it('a returning browser gets the rows it lacks, or the whole when it lacks too many', async () => {
    const { draftId, ada } = await written();
    const back = await someone(draftId, 'Revient');
    for (let row = 0; row < 5; row += 1) await ada.push(draftId, ada.typed(`absence ${row}`));
    await compact(draftId);
    forget(draftId);
    back.seq = 41;
    expect((await back.join(draftId)).updates).toHaveLength(5);
    expect(back.text).toBe(ada.text);
    const fresh = new Writer(app, ada.actor);
    expect((await fresh.join(draftId)).updates).toHaveLength(1);
    expect(fresh.text).toBe(ada.text);
  });
});

describe('a snapshot that is not what it says', () => {
  it('is never used: the journal is replayed instead', async () => {
    const { draftId, ada } = await written();
    await compact(draftId);
    await place.rows(`UPDATE drafts_snapshot SET bytes = '\\x0000' WHERE draft_id = $1`, [draftId]);
    forget(draftId);
    const late = await someone(draftId, 'Tard');
    expect(late.text).toBe(ada.text);
  });
});

describe('the archive', () => {
  it('is read by those who may read the draft, and written by nobody but the function that moves rows', async () => {
    const { draftId, ada } = await written();
    await compact(draftId);
    const third = await place.person('Tiers');
    const database = app.get(Database);
    const rows = (person: typeof third) => database.transaction(person, (tx) => tx.query<unknown[]>('SELECT seq FROM drafts_history WHERE draft_id = $1', [draftId]));
    expect(await rows(ada.actor)).toHaveLength(41);
    expect(await rows(third)).toHaveLength(0);
    const tamper = (sql: string) => database.transaction(systemActor('drafts'), (tx) => tx.query(sql, [draftId]));
    await expect(tamper('DELETE FROM drafts_archive WHERE draft_id = $1')).rejects.toThrow('permission denied');
    await expect(tamper(`UPDATE drafts_snapshot SET bytes = '' WHERE draft_id = $1`)).rejects.toThrow('permission denied');
    await expect(database.transaction(ada.actor, (tx) => tx.query(`SELECT drafts_compact($1, 41, '', '')`, [draftId]))).rejects.toThrow('only the application itself compacts');
  });
});
