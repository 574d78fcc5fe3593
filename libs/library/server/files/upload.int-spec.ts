import type { Actor } from '@cohorte/networks/contract';
import { NetworksFixtures } from '@cohorte/networks/server';
import { visitor } from '@cohorte/platform/contract';
import { createTestApp, Database, FileStore, newId, type TestApp } from '@cohorte/platform/server';
import { createHash, randomBytes } from 'node:crypto';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { Upload } from 'tus-js-client';
import type { DepositFields } from '../../contract';
import { LibraryModule } from '../library.module';
import { ResourceQueries } from '../resource.queries';
import { ResourceService } from '../resource.service';
import { DepositQueries } from './deposit.queries';
import { DepositService } from './deposit.service';
import { FileSweep } from './file-sweep';
import { keysOfFile } from './file-row';
import { UploadStore } from './upload.store';

const named = (code: string) => expect.objectContaining({ code });
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
let app: TestApp;
let networkId: string;
let animator: Actor;
let member: Actor;
let stranger: Actor;

beforeAll(async () => {
  app = await createTestApp({ imports: [LibraryModule], actor: null, config: { fileMaxBytes: 2_000_000, personFilesBytes: 30_000_000 } });
  const given = new NetworksFixtures(app);
  networkId = await given.aNetwork(`Réseau ${newId()}`);
  const structureId = await given.aStructure(networkId, { name: `CHU ${newId()}` });
  animator = await given.actor(await given.someone('animator', networkId));
  member = await given.actor(await given.someone('member', structureId));
  stranger = await given.actor(await given.someone('animator', await given.aNetwork(`Ailleurs ${newId()}`)));
});
afterAll(() => app.close());

const shared = (change: Partial<DepositFields> = {}): DepositFields => ({
  form: null, publisher: 'CD2E', year: 2025, language: 'fr', licence: 'cc-by', themes: [], segments: [], stages: [], sectors: [], territories: [], audiences: [], tags: [], access: 'network', spaceId: networkId, ...change,
});
const opened = async (actor: Actor): Promise<string> => (await app.get(DepositService).open(actor, { requestId: newId(), fields: shared() })).id;
const read = async (actor: Actor, depositId: string) => (await app.get(DepositQueries).read(actor, depositId)).files;

/** Sends bytes as a browser does; the server is reached at `port` when a proxy stands before it. */
async function send(bytes: Buffer, metadata: Record<string, string>, port?: number, retries = 0): Promise<void> {
  const address = new URL('/api/library/uploads', await app.address());
  if (port) address.port = String(port);
  await new Promise<void>((done, failed) => {
    new Upload(bytes, {
      endpoint: address.href, metadata: { requestId: newId(), ...metadata }, chunkSize: 64_000, retryDelays: Array.from({ length: retries }, () => 5), storeFingerprintForResuming: false,
      onSuccess: () => done(), onError: failed,
    }).start();
  });
}

const refusal = async (sent: Promise<void>): Promise<{ code: string; status: number }> => {
  const error = (await sent.then(() => undefined, (problem: unknown) => problem)) as { originalResponse?: { getBody(): string; getStatus(): number } } | undefined;
  return { status: error?.originalResponse?.getStatus() ?? 0, code: (JSON.parse(error?.originalResponse?.getBody() ?? '{}') as { code: string }).code };
};

describe('a file sent', () => {
  it('becomes a draft of its depositor, with what its deposit shares and a title read from its name', async () => {
    app.actAs(member);
    const depositId = await opened(member);
    const bytes = randomBytes(200_000);
    await send(bytes, { depositId, filename: 'dossier/E\u0301tude_de_marché.pdf' });
    const [file] = await read(member, depositId);
    expect(file).toMatchObject({ name: 'Étude_de_marché.pdf', title: 'Étude de marché', size: 200_000, state: 'waiting', resourceState: 'draft', missing: 'library.file-not-ready', duplicates: [] });
    const page = await app.get(ResourceQueries).open(member, file?.slug as string);
    expect(page).toMatchObject({ licence: 'cc-by', form: 'guide', publisher: 'CD2E', file: { name: 'Étude_de_marché.pdf', state: 'waiting' }, coming: null });
    await expect(app.get(ResourceQueries).open(animator, file?.slug as string)).rejects.toEqual(named('library.not-found'));
    expect(sha256(await kept(file?.fileId as string))).toBe(sha256(bytes));
  });

  it('whose request is sent again goes on, and says when it is whole already', async () => {
    app.actAs(member);
    const depositId = await opened(member);
    const requestId = newId();
    await send(randomBytes(1_000), { depositId, filename: 'a.pdf', requestId });
    expect(await refusal(send(randomBytes(1_000), { depositId, filename: 'a.pdf', requestId }))).toEqual({ status: 410, code: 'library.already-deposited' });
    expect(await read(member, depositId)).toHaveLength(1);
    app.actAs(animator);
    expect(await refusal(send(randomBytes(1_000), { depositId: await opened(animator), filename: 'a.pdf', requestId }))).toEqual({ status: 409, code: 'library.request-used' });
  });

  it.each([
    ['empty', Buffer.alloc(0), 'vide.pdf', 400, 'library.file-empty'],
    ['too large', Buffer.alloc(2_000_001), 'gros.pdf', 413, 'library.file-too-large'],
    ['of an unknown type', Buffer.alloc(10), 'virus.exe', 415, 'library.file-type-unknown'],
    ['of an old format', Buffer.alloc(10), 'vieux.doc', 415, 'library.file-old-office'],
    ['with macros', Buffer.alloc(10), 'macro.docm', 415, 'library.file-with-macros'],
  ])('%s is refused before its first byte', async (_, bytes, filename, status, code) => {
    app.actAs(member);
    expect(await refusal(send(bytes, { depositId: await opened(member), filename }))).toEqual({ status, code });
  });

  it('is refused when the room of a person is used', async () => {
    const given = new NetworksFixtures(app);
    const other = await given.actor(await given.someone('animator', networkId));
    app.actAs(other);
    const depositId = await opened(other);
    const half = app.get(Database).transaction({ system: 'spec' }, (tx) => tx.query(
      `INSERT INTO library_upload (id, request_id, person_id, deposit_id, role, note, name, title, size, begun_at) VALUES ($1, $2, $3, $4, 'main', '', 'x.pdf', 'Half', 29500000, now())`, [newId(), newId(), other.personId, depositId]));
    await half;
    expect(await refusal(send(Buffer.alloc(600_000), { depositId, filename: 'a.pdf' }))).toEqual({ status: 413, code: 'library.quota-exceeded' });
    await send(Buffer.alloc(400_000), { depositId, filename: 'a.pdf' });
  });

  it('needs somebody, their own deposit, and a clear request', async () => {
    app.actAs(member);
    const depositId = await opened(member);
    app.actAs(stranger);
    expect(await refusal(send(Buffer.alloc(10), { depositId, filename: 'a.pdf' }))).toMatchObject({ code: 'library.deposit-not-found' });
    expect(await refusal(send(Buffer.alloc(10), { filename: 'a.pdf' }))).toMatchObject({ code: 'library.upload-unclear' });
    app.actAs(null);
    expect(await refusal(send(Buffer.alloc(10), { depositId, filename: 'a.pdf' }))).toEqual({ status: 401, code: 'platform.sign-in-needed' });
    await expect(app.get(DepositQueries).read(stranger, depositId)).rejects.toEqual(named('library.deposit-not-found'));
    await expect(app.get(DepositService).open(stranger, { requestId: newId(), fields: shared() })).rejects.toEqual(expect.objectContaining({ kind: expect.stringMatching(/forbidden|not-found/) }));
  });
});

describe('a half upload', () => {
  const begin = async (actor: Actor, size: number) => {
    app.actAs(actor);
    const metadata = Object.entries({ requestId: newId(), depositId: await opened(actor), filename: 'moitié.pdf' }).map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`).join(',');
    const answer = await fetch(new URL('/api/library/uploads', await app.address()), { method: 'POST', headers: { 'tus-resumable': '1.0.0', 'upload-length': String(size), 'upload-metadata': metadata } });
    expect(answer.status).toBe(201);
    return answer.headers.get('location') as string;
  };
  const patch = async (path: string, offset: number, body: Buffer) =>
    (await fetch(new URL(path, await app.address()), { method: 'PATCH', body: new Uint8Array(body), headers: { 'tus-resumable': '1.0.0', 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' } })).status;
  const offset = async (path: string) => {
    const answer = await fetch(new URL(path, await app.address()), { method: 'HEAD', headers: { 'tus-resumable': '1.0.0' } });
    return [answer.status, answer.headers.get('upload-offset')];
  };

  it('is nobody else’s to look at, to go on with or to end', async () => {
    const path = await begin(member, 1_000);
    expect(await patch(path, 0, Buffer.alloc(500))).toBe(204);
    app.actAs(stranger);
    expect([(await offset(path))[0], await patch(path, 500, Buffer.alloc(500))]).toEqual([404, 404]);
    app.actAs(member);
    expect(await offset(path)).toEqual([200, '500']);
    expect(await patch(path, 0, Buffer.alloc(500))).toBe(409);
    expect(await patch(path, 500, Buffer.alloc(900))).toBe(413);
  });

  it('given up leaves nothing; too old, it is swept', async () => {
    const path = await begin(member, 1_000);
    await patch(path, 0, Buffer.alloc(500));
    const answer = await fetch(new URL(path, await app.address()), { method: 'DELETE', headers: { 'tus-resumable': '1.0.0' } });
    expect([answer.status, (await offset(path))[0]]).toEqual([204, 404]);
    const old = await begin(member, 1_000);
    const id = old.split('/').at(-1) as string;
    await patch(old, 0, Buffer.alloc(500));
    await app.get(Database).transaction({ system: 'spec' }, (tx) => tx.query(`UPDATE library_upload SET begun_at = now() - interval '3 days' WHERE id = $1`, [id]));
    await app.get(FileSweep).giveUpHalfOnes();
    expect([(await offset(old))[0], await app.get(UploadStore).arrivedBytes(id)]).toEqual([404, 0]);
  });

  it('whole, whose end was lost with the process, is finished by the sweep, once', async () => {
    const path = await begin(member, 1_000);
    const id = path.split('/').at(-1) as string;
    const { utimes, writeFile } = await import('node:fs/promises');
    const store = app.get(UploadStore);
    await writeFile(`${store.directory}/${id}`, Buffer.alloc(1_000));
    // Just written, it may be in the hands of whoever received it.
    await app.get(FileSweep).finishWhole();
    expect(await stored(id)).toHaveLength(0);
    await utimes(`${store.directory}/${id}`, new Date(0), new Date(0));
    await app.get(FileSweep).finishWhole();
    await app.get(FileSweep).finishWhole();
    expect(await offset(path)).toEqual([200, '1000']);
    expect(await stored(id)).toHaveLength(1);
  });
});

function stored(fileId: string): Promise<unknown[]> {
  return app.get(Database).transaction({ system: 'spec' }, (tx) => tx.query<unknown[]>('SELECT FROM library_file WHERE id = $1', [fileId]));
}

it('two hundred mixed files over connections cut again and again are all there, with equal hashes', async () => {
  app.actAs(animator);
  const depositId = await opened(animator);
  const files = Array.from({ length: 200 }, (_, at) => ({ name: `fichier-${at}.${['pdf', 'docx', 'png', 'mp4', 'txt'][at % 5] as string}`, bytes: randomBytes(1_000 + ((at * 7_919) % 90_000)) }));
  const proxy = await cuttingProxy(Number(new URL(await app.address()).port));
  const queue = [...files];
  const sender = async (): Promise<void> => {
    for (let next = queue.pop(); next; next = queue.pop()) await send(next.bytes, { depositId, filename: next.name }, proxy.port, 60);
  };
  await Promise.all([sender(), sender(), sender(), sender()]);
  await proxy.close();
  expect(proxy.cuts()).toBeGreaterThanOrEqual(10);
  const arrived = await read(animator, depositId);
  expect(arrived).toHaveLength(200);
  const hashes = await app.get(Database).transaction(animator, (tx) => tx.query<{ name: string; sha256: string }[]>('SELECT name, sha256 FROM library_file WHERE id = ANY ($1)', [arrived.map(({ fileId }) => fileId)]));
  expect(new Map(hashes.map(({ name, sha256: hash }) => [name, hash]))).toEqual(new Map(files.map(({ name, bytes }) => [name, sha256(bytes)])));
});

describe('a file for a resource that is there', () => {
  it('is sent by who may change it, and waits to be read before it takes a published one’s place', async () => {
    const { id, slug } = await app.get(ResourceService).deposit(animator, {
      requestId: newId(), then: 'publish',
      fields: { ...shared(), form: 'guide', title: 'Guide publié', summary: 'Un résumé.', content: '', clause: null, link: null, legal: [], cpv: [], checkedOn: null, reviewOn: null },
    });
    app.actAs(member);
    expect(await refusal(send(randomBytes(500), { resourceId: id, filename: 'v2.pdf' }))).toMatchObject({ status: 403, code: 'library.not-yours' });
    app.actAs(animator);
    await send(randomBytes(500), { resourceId: id, filename: 'v2.pdf', note: 'Seuils de 2026' });
    expect(await app.get(ResourceQueries).open(animator, slug)).toMatchObject({ edition: 1, file: null, coming: { name: 'v2.pdf', state: 'waiting' } });
    expect(await app.get(ResourceQueries).open(member, slug)).toMatchObject({ file: null, coming: null });
    const seen = await app.get(Database).transaction(member, (tx) => tx.query<unknown[]>('SELECT FROM library_file WHERE resource_id = $1', [id]));
    expect(seen).toHaveLength(0);
  });
});

it('bytes of what went are erased', async () => {
  app.actAs(member);
  const depositId = await opened(member);
  await send(randomBytes(500), { depositId, filename: 'brouillon.pdf' });
  const [file] = await read(member, depositId);
  await app.get(ResourceService).remove(member, file?.resourceId as string);
  await app.get(FileSweep).erase();
  await expect(app.get(FileStore).sizeOf(keysOfFile(file?.fileId as string).source)).rejects.toEqual(named('platform.not-found'));
  expect((await read(member, depositId))[0]).toMatchObject({ state: 'dropped' });
});

it('the rows of deposits and uploads are their owner’s alone', async () => {
  const count = (actor: Actor | typeof visitor) => app.get(Database).transaction(actor, (tx) => tx.query<{ n: number }[]>(
    'SELECT ((SELECT count(*) FROM library_deposit WHERE person_id IS DISTINCT FROM platform_person()) + (SELECT count(*) FROM library_upload WHERE person_id IS DISTINCT FROM platform_person()))::integer AS n'));
  for (const actor of [member, animator, stranger, visitor]) expect(await count(actor)).toEqual([{ n: 0 }]);
});

async function kept(fileId: string): Promise<Buffer> {
  const { stream } = await app.get(FileStore).get(keysOfFile(fileId).source);
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** A line that breaks: every so many bytes towards the server, all its connections are cut. */
async function cuttingProxy(target: number): Promise<{ port: number; cuts: () => number; close: () => Promise<void> }> {
  const open = new Set<Socket>();
  let [seen, cuts] = [0, 0];
  const cutAll = (): void => {
    cuts += 1;
    for (const socket of open) socket.destroy();
  };
  const server: Server = createServer((near) => {
    const far = connect(target, '127.0.0.1');
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket));
    }
    near.on('data', (part: Buffer) => {
      seen += part.length;
      if (cuts < 25 && seen > (cuts + 1) * 250_000) cutAll();
    });
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  return { port, cuts: () => cuts, close: () => new Promise((done) => { for (const socket of open) socket.destroy(); server.close(() => done()); }) };
}
