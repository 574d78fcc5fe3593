import { resourceFields, whyNotPublish } from '@cohorte/library/contract';
import type { ResourceService } from '@cohorte/library/server';
import { newId, type Tx } from '@cohorte/platform/server';
import { demoClauses } from './clauses';
import { demoResources, fillLibrary } from './fill-library';

const place = { networkId: newId(), cohortId: newId(), animator: newId(), member: newId() };

/** What the demonstration would deposit. */
async function deposited() {
  const made: { then: string; fields: unknown }[] = [];
  const resources = { depositIn: (_tx: Tx, _by: string, given: { then: string; fields: unknown }) => Promise.resolve(void made.push(given)).then(() => ({ id: newId() })) } as unknown as ResourceService;
  return { ids: await fillLibrary({} as Tx, resources, place), made };
}

it('holds the fifty-eight resources named by the founding documents and forty clauses, each once', async () => {
  expect([demoResources.length, demoClauses.length]).toEqual([58, 40]);
  const { ids, made } = await deposited();
  expect(ids.size).toBe(made.length);
});

it('everything in it fits the controlled lists and may be published', async () => {
  for (const { fields } of (await deposited()).made) {
    const read = resourceFields.safeParse(fields);
    expect([JSON.stringify(fields).slice(0, 120), read.error?.issues ?? [], read.success ? whyNotPublish(read.data) : 'unread']).toEqual([expect.any(String), [], null]);
  }
});
