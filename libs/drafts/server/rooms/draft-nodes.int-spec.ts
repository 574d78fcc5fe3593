import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createTestApp, Database, Realtime, Signals } from '@cohorte/platform/server';
import type { TestApp } from '@cohorte/platform/server';
import { setTimeout as wait } from 'node:timers/promises';
import { DraftCopy } from './draft-copy';
import { DraftCompaction } from './draft-compaction';
import { DraftGrantsService } from '../draft-grants.service';
import { DraftHistory } from './draft-history';
import { Neighbourhood, Writer } from '../drafts.fixtures';
import { DraftsModule } from '../drafts.module';

/** Two processes on one database: only what PostgreSQL carries goes between them. */
let [one, other] = [] as TestApp[] as [TestApp, TestApp];
let place: Neighbourhood;

beforeAll(async () => {
  one = await createTestApp({ imports: [DraftsModule], actor: null });
  const { appUrl, ownerUrl, journalUrl, jobsUrl } = one.database;
  other = await createTestApp({ imports: [DraftsModule], actor: null, config: { database: { appUrl, ownerUrl, journalUrl, jobsUrl } } });
  place = await Neighbourhood.build(one);
});

afterAll(async () => {
  await place?.close();
  await other?.close();
  await one?.close();
});

async function someone(app: TestApp, draftId: string, name: string): Promise<Writer> {
  const writer = new Writer(app, await place.person(name, 'member'));
  await writer.join(draftId);
  return writer;
}

async function until(holds: () => boolean, tries = 200): Promise<boolean> {
  for (let time = 0; time < tries && !holds(); time += 1) await wait(50);
  return holds();
}

const wholeText = async (draftId: string): Promise<string> => DraftCopy.from(await one.get(DraftHistory).whole(draftId)).content.toString();

describe('people of one draft on two nodes', () => {
  it('read the same text, and the journal has every edit once, in one order', async () => {
    const draftId = await place.draft();
    const people = [await someone(one, draftId, 'Ada'), await someone(other, draftId, 'Grace'), await someone(one, draftId, 'Lise'), await someone(other, draftId, 'Marc')];
    for (let round = 0; round < 8; round += 1) {
      await Promise.all(people.map((person, index) => person.push(draftId, person.typed(`${index} dit ${round}`))));
    }
    const same = () => new Set(people.map((person) => person.text)).size === 1 && people.every((person) => person.text.includes('3 dit 7'));
    expect(await until(same)).toBe(true);
    expect(await wholeText(draftId)).toBe(people[0]?.text);
    const [rows] = await place.rows<{ n: string; last: string }>('SELECT count(*) AS n, max(seq) AS last FROM drafts_history WHERE draft_id = $1', [draftId]);
    expect(rows).toEqual({ n: '33', last: '33' });
  });

  it('find out within seconds what no signal told them', async () => {
    const draftId = await place.draft();
    const [ada, grace] = [await someone(one, draftId, 'Ada'), await someone(other, draftId, 'Grace')];
    const silent = jest.spyOn(one.get(Signals), 'tell').mockImplementation(() => undefined);
    await ada.push(draftId, ada.typed('sans un bruit'));
    silent.mockRestore();
    expect(await until(() => grace.text.includes('sans un bruit'))).toBe(true);
  });

  it('go on while the draft is compacted on one of them', async () => {
    const draftId = await place.draft();
    const [ada, grace] = [await someone(one, draftId, 'Ada'), await someone(other, draftId, 'Grace')];
    for (let row = 0; row < 35; row += 1) await ada.push(draftId, ada.typed(`ligne ${row}`));
    await one.get(DraftCompaction).compact({ draftId });
    await until(() => grace.text === ada.text);
    await grace.push(draftId, grace.typed('après'));
    expect(await until(() => ada.text.includes('après'))).toBe(true);
    const late = await someone(other, draftId, 'Tard');
    expect([late.text, await wholeText(draftId)]).toEqual([ada.text, ada.text]);
  });

  it('lose their place on every node when an invitation is taken back', async () => {
    const draftId = await place.draft();
    const owner = await place.person('Lead', 'lead');
    const guest = await place.person('Invitée');
    const grants = one.get(DraftGrantsService);
    const grant = await grants.grant(owner, { draftId, personId: guest.personId, right: 'reader' });
    const reader = new Writer(other, guest);
    await reader.join(draftId);
    await grants.revoke(owner, draftId, grant.id);
    expect(await until(() => reader.told('closed').length > 0)).toBe(true);
  });

  it('have their sockets asked again on every node when their roles change on one', async () => {
    const asked = jest.spyOn(other.get(Realtime) as unknown as { resolveThese(ids: string[]): Promise<void> }, 'resolveThese');
    await one.get(Realtime).rightsChanged(['0190a000-0000-7000-8000-00000000000a']);
    expect(await until(() => asked.mock.calls.length > 0)).toBe(true);
    expect(asked.mock.calls[0]?.[0]).toEqual(['0190a000-0000-7000-8000-00000000000a']);
    asked.mockRestore();
  });
});

describe('a hundred rights withdrawn', () => {
  it('and not one of them hears another word, text or caret, even of what was already gathered for them', async () => {
    const draftId = await place.draft();
    const ada = await someone(one, draftId, 'Ada');
    const watchers: Writer[] = [];
    for (let index = 0; index < 100; index += 1) {
      const guest = await place.person(`Invitée ${index}`);
      await place.rows(`INSERT INTO drafts_grant (id, draft_id, person_id, access, created_at) VALUES (gen_random_uuid(), $1, $2, 'reader', now())`, [draftId, guest.personId]);
      const watcher = new Writer(index % 2 === 0 ? one : other, guest);
      await watcher.join(draftId);
      watchers.push(watcher);
    }
    const typing = (async () => {
      for (let index = 0; watchers.some((watcher) => watcher.told('closed').length === 0) && index < 400; index += 1) {
        await ada.push(draftId, ada.typed(`secret ${index}`));
        await wait(10);
      }
    })();
    await place.rows('DELETE FROM drafts_grant WHERE draft_id = $1', [draftId]);
    await one.get(Database).transaction(ada.actor, (tx) => tx.query(`SELECT pg_notify('drafts_access', $1)`, [draftId]));
    expect(await until(() => watchers.every((watcher) => watcher.told('closed').length === 1), 400)).toBe(true);
    await typing;
    await ada.push(draftId, ada.typed('encore'));
    await wait(300);
    for (const watcher of watchers) expect(watcher.heard.at(-1)?.name).toBe('closed');
    expect(watchers.some((watcher) => watcher.text.includes('encore'))).toBe(false);
  });
});
