import { DraftsModule } from '@cohorte/drafts/server';
import { IdentityModule } from '@cohorte/identity/server';
import { LibraryModule } from '@cohorte/library/server';
import { MeetingsModule } from '@cohorte/meetings/server';
import { NetworksFixtures, NetworksModule } from '@cohorte/networks/server';
import { type Endpoint, pathParameters } from '@cohorte/platform/contract';
import { SchedulingModule } from '@cohorte/scheduling/server';
import { createTestApp, implementedEndpoints, newId, openApi, type TestApp } from '@cohorte/platform/server';
import { TracksModule } from '@cohorte/tracks/server';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ imports: [IdentityModule, NetworksModule, LibraryModule, MeetingsModule, DraftsModule, SchedulingModule, TracksModule], actor: null });
  const given = new NetworksFixtures(app);
  const networkId = await given.aNetwork();
  app.actAs(await given.actor(await given.someone('animator', networkId)));
});
afterAll(() => app.close());

interface Refusal {
  kind: string;
  code: string;
  fields: Record<string, string>;
}

const reads = (declared: Endpoint): boolean => declared.method === 'GET' || declared.method === 'DELETE';

/** The endpoint's address with something in place of each parameter. */
function address(declared: Endpoint, parameter: string): string {
  return `/api${pathParameters(declared.path).reduce((path, name) => path.replace(`:${name}`, encodeURIComponent(parameter)), declared.path)}`;
}

async function send(declared: Endpoint, input: object, parameter: string = newId()) {
  const query = reads(declared) ? `?${new URLSearchParams(Object.entries(input).map(([name, value]): [string, string] => [name, String(value)])).toString()}` : '';
  const answer = await app.request(declared.method, `${address(declared, parameter)}${query}`, reads(declared) ? undefined : input);
  return { status: answer.status, refusal: answer.body as Refusal };
}

const hostile: unknown[] = [null, '', 'x'.repeat(70_000), -1, 1e308, true, [], [null], {}, { $ne: null }, "'; DROP TABLE identity_person; --", '\u0000', '<script>alert(1)</script>', '2024-13-45', '../../etc/passwd'];

/** Every field of the endpoint holding the same odd value. */
const filledWith = (declared: Endpoint, value: unknown): object => {
  const inPath = new Set(pathParameters(declared.path));
  const fields = Object.keys((declared.input as unknown as { shape?: object }).shape ?? {}).filter((name) => !inPath.has(name));
  return Object.fromEntries(fields.map((name) => [name, value]));
};

const spoken = /^[a-z]+\.[a-z-]+$/;

it('there are endpoints to try', () => {
  expect(implementedEndpoints().length).toBeGreaterThan(50);
});

it('an unknown field is refused by name, on every endpoint', async () => {
  // A token has a shape of its own, which a made-up one has not: its endpoints answer «introuvable» first.
  for (const declared of implementedEndpoints().filter((one) => !one.path.includes(':token'))) {
    const { status, refusal } = await send(declared, { surprise: 1 });
    const expected = { status: 400, code: 'platform.bad-input', surprise: 'unknown' };
    expect({ where: `${declared.method} ${declared.path}`, status, code: refusal.code, surprise: refusal.fields?.['surprise'] }).toEqual({ where: `${declared.method} ${declared.path}`, ...expected });
  }
});

it('no odd value makes any endpoint fail: it answers, or refuses with a named error', async () => {
  const wrong: string[] = [];
  for (const declared of implementedEndpoints()) {
    for (const value of hostile) {
      const { status, refusal } = await send(declared, filledWith(declared, value));
      if (status >= 500 || (status >= 400 && !spoken.test(refusal.code))) wrong.push(`${declared.method} ${declared.path} with ${JSON.stringify(value)?.slice(0, 40)}: ${status} ${refusal.code}`);
    }
  }
  expect(wrong).toEqual([]);
});

it('an address that names nothing is refused in words, never a failure', async () => {
  const wrong: string[] = [];
  for (const declared of implementedEndpoints().filter((one) => pathParameters(one.path).length > 0)) {
    for (const parameter of ['nothing', newId(), '%00', 'a'.repeat(200)]) {
      const { status, refusal } = await send(declared, {}, parameter);
      if (status < 400 || status >= 500 || !spoken.test(refusal.code)) wrong.push(`${declared.method} ${declared.path} at ${parameter.slice(0, 20)}: ${status} ${refusal.code}`);
    }
  }
  expect(wrong).toEqual([]);
});

it('a body that is not an object is refused in words', async () => {
  for (const body of ['null', '[]', '"text"', '12', '{broken']) {
    const { status, refusal } = await raw(body);
    expect({ body, refused: status >= 400 && status < 500, named: spoken.test(refusal.code) }).toEqual({ body, refused: true, named: true });
  }
});

it('what is for members is closed to visitors', async () => {
  app.actAs(null);
  for (const declared of implementedEndpoints().filter((one) => one.access === 'member')) {
    const { status } = await send(declared, {});
    expect([`${declared.method} ${declared.path}`, status]).toEqual([`${declared.method} ${declared.path}`, 401]);
  }
});

it('the description of the API holds every endpoint', () => {
  const described = openApi(implementedEndpoints());
  const operations = Object.values(described.paths).flatMap((methods) => Object.keys(methods));
  expect(operations).toHaveLength(implementedEndpoints().length);
});

async function raw(body: string) {
  const answer = await fetch(new URL('/api/networks/1/cohorts', await app.address()), { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  return { status: answer.status, refusal: (await answer.json()) as Refusal };
}
