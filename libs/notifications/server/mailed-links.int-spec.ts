import { registrationChanged } from '@cohorte/meetings/server';
import { pathParameters } from '@cohorte/platform/contract';
import { implementedEndpoints } from '@cohorte/platform/server';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PollFixtures } from '@cohorte/scheduling/server';
import { ToldCohort } from './notifications.fixtures';

let told: ToldCohort;
let meetingId: string;

beforeAll(async () => {
  told = await ToldCohort.build(new Date('2026-03-01T08:00:00Z'));
  const polls = new PollFixtures(told.app);
  const place = await polls.aCohort();
  await polls.aPoll(place.animator, place.meetingId);
  meetingId = await told.meetings.aMeeting(told.place.animator, told.place.networkId, { title: 'Atelier', startsAt: '2026-03-20T13:00:00Z', audience: 'public' });
  await told.register(meetingId, [{ email: 'g@ailleurs.example', name: 'Gaël' }, await told.member('Nora')]);
  await told.post();
  const [row] = await told.sql<{ id: string }>('SELECT id FROM meetings_registration WHERE meeting_id = $1 AND person_id IS NULL', [meetingId]);
  await told.sql(`UPDATE meetings_registration SET status = 'offered', cause = 'promoted', offer_until = $2 WHERE id = $1`, [row?.id, new Date('2026-03-03T08:00:00Z')]);
  await told.tell(registrationChanged, { registrationId: row?.id ?? '', meetingId, status: 'offered', cause: 'promoted' });
  await told.post();
  told.app.actAs(null);
});
afterAll(() => told?.close());

/** Every row of every table, as text. */
async function everything(): Promise<Record<string, string>> {
  const tables = await told.sql<{ name: string }>(`SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND has_table_privilege(oid, 'SELECT') ORDER BY 1`);
  const held: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await told.sql<{ rows: string }>(`SELECT count(*) || ' ' || md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS rows FROM ${name} t`);
    held[name] = row?.rows ?? '';
  }
  return held;
}

async function mailedLinks(): Promise<URL[]> {
  const letters = await told.letters();
  const found = letters.flatMap(({ text, headers }) => [...text.matchAll(/https?:\/\/[^\s>]+/g)].map(([url]) => url).concat(Object.values(headers).flatMap((value) => /<(https?:[^>]+)>/.exec(value)?.[1] ?? [])));
  return [...new Set(found)].map((url) => new URL(url));
}

describe('a mail scanner that opens everything', () => {
  it('finds links of every sort in the letters', async () => {
    const sorts = new Set((await mailedLinks()).map(({ pathname }) => pathname.split('/')[1]));
    expect([...sorts].toSorted()).toEqual(['desinscription', 'inscription', 'rencontres', 'sondage']);
  });

  it('changes nothing, on the pages nor on any address that takes a mailed token', async () => {
    const base = await told.app.address();
    const before = await everything();
    const tokenDoors = implementedEndpoints().filter(({ method, path }) => method === 'GET' && pathParameters(path).length === 1 && path.includes('oken'));
    expect(tokenDoors.length).toBeGreaterThanOrEqual(2);
    let opened = 0;
    for (const link of await mailedLinks()) {
      for (const method of ['GET', 'HEAD']) await fetch(new URL(link.pathname + link.search, base), { method, redirect: 'manual' });
      const last = link.pathname.split('/').at(-1) ?? '';
      for (const { path } of tokenDoors) {
        const answer = await fetch(`${base}/api${path.replace(/:\w+/, last)}${link.search}`);
        if (answer.ok) opened += 1;
      }
    }
    expect(opened).toBeGreaterThanOrEqual(3);
    expect(await everything()).toEqual(before);
  });
});
