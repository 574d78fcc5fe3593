import { DraftKinds } from '@cohorte/drafts/server';
import type { Actor } from '@cohorte/networks/contract';
import { createTestApp, newId, type TestApp } from '@cohorte/platform/server';
import type { MeetingPage } from '../../contract';
import { MeetingsModule } from '../meetings.module';
import { aMeetingText, MeetingsFixtures } from './meeting.fixtures';

let app: TestApp;
let given: MeetingsFixtures;

beforeAll(async () => {
  app = await createTestApp({ imports: [MeetingsModule], actor: null });
  app.get(DraftKinds).register({ code: 'notes', titleKey: 'kinds.notes', outline: { sections: [] } });
  given = new MeetingsFixtures(app);
});
afterAll(() => app.close());

/** Every act over HTTP on a fresh meeting, and what it answered. */
const acts: Record<string, (meetingId: string, spaceId: string) => [method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE', path: string, body?: object]> = {
  read: (id) => ['GET', `/meetings/${id}`],
  create: (_id, spaceId) => ['POST', `/spaces/${spaceId}/meetings`, { requestId: newId(), startsAt: null, ...aMeetingText }],
  edit: (id) => ['PATCH', `/meetings/${id}`, { version: 1, title: 'Autre titre' }],
  copy: (id) => ['POST', `/meetings/${id}/copies`, { weeks: 1, requestId: newId() }],
  date: (id) => ['PUT', `/meetings/${id}/date`, { version: 1, startsAt: '2030-05-07T12:00:00Z' }],
  postpone: (id) => ['POST', `/meetings/${id}/postponement`, { version: 1, message: 'Plus tard' }],
  cancel: (id) => ['POST', `/meetings/${id}/cancellation`, { version: 1 }],
  'add a link': (id) => ['POST', `/meetings/${id}/documents`, { moment: 'before', title: 'Note', url: 'https://exemple.fr/note' }],
  'begin minutes': (id) => ['POST', `/meetings/${id}/minutes`, {}],
  'publish minutes': (id) => ['POST', `/meetings/${id}/minutes/versions`, { seen: 0 }],
};

const all = (status: number, but: Record<string, number> = {}): Record<string, number> => ({ ...Object.fromEntries(Object.keys(acts).map((act) => [act, status])), ...but });

async function answersOf(actor: Actor | null, animator: Actor, networkId: string, audience: 'network' | 'public'): Promise<Record<string, number>> {
  const answers: Record<string, number> = {};
  for (const [act, request] of Object.entries(acts)) {
    const meetingId = await given.aMeeting(animator, networkId, { audience, startsAt: '2030-04-02T12:00:00Z' });
    app.actAs(actor);
    const [method, path, body] = request(meetingId, networkId);
    answers[act] = (await app.request(method, `/api${path}`, body)).status;
  }
  return answers;
}

it('an animator may do everything; minutes nobody wrote are not published', async () => {
  const { networkId, animator } = await given.aNetwork();
  expect(await answersOf(animator, animator, networkId, 'public')).toEqual(all(200, { 'publish minutes': 409 }));
});

it('a lead of the network reads, and is refused everything else', async () => {
  const { networkId, animator } = await given.aNetwork();
  const lead = await given.networks.actor(await given.networks.someone('lead', await given.networks.aStructure(networkId, { name: `CHU ${newId()}` })));
  expect(await answersOf(lead, animator, networkId, 'network')).toEqual(all(403, { read: 200 }));
});

it('for an animator of another network, a meeting of this network does not exist', async () => {
  const { networkId, animator } = await given.aNetwork();
  const other = (await given.aNetwork()).animator;
  expect(await answersOf(other, animator, networkId, 'network')).toEqual(all(404));
});

it('a visitor reads what is public and is asked to sign in for the rest', async () => {
  const { networkId, animator } = await given.aNetwork();
  expect(await answersOf(null, animator, networkId, 'public')).toEqual(all(401, { read: 200 }));
  expect((await answersOf(null, animator, networkId, 'network'))['read']).toBe(404);
});

describe('files of a meeting', () => {
  const pdf = new TextEncoder().encode('%PDF-1.7 un programme');
  const send = async (meetingId: string, name: string, bytes: Uint8Array<ArrayBuffer>) =>
    fetch(new URL(`/api/meetings/${meetingId}/files?${new URLSearchParams({ name, moment: 'before' }).toString()}`, await app.address()), { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: bytes });

  it('are read by those who read the meeting, always downloaded, and gone when taken away', async () => {
    const { networkId, animator } = await given.aNetwork();
    const meetingId = await given.aMeeting(animator, networkId);
    app.actAs(animator);
    expect((await send(meetingId, 'Programme « été ».pdf', pdf)).status).toBe(200);
    const { documents } = (await app.request('GET', `/api/meetings/${meetingId}`)).body as MeetingPage;
    expect(documents).toMatchObject([{ title: 'Programme « été »', moment: 'before', file: { type: 'application/pdf', size: pdf.byteLength } }]);
    app.actAs(null);
    const read = await fetch(new URL(documents[0]?.href ?? '', await app.address()));
    expect([read.status, read.headers.get('content-disposition')?.startsWith('attachment'), read.headers.get('x-content-type-options')]).toEqual([200, true, 'nosniff']);
    expect(await read.text()).toContain('%PDF-1.7');
    app.actAs(animator);
    await app.request('DELETE', `/api/meetings/${meetingId}/documents/${documents[0]?.id}`);
    expect((await fetch(new URL(documents[0]?.href ?? '', await app.address()))).status).toBe(404);
    expect((await app.request('PUT', `/api/meetings/${meetingId}/documents/${documents[0]?.id}`)).status).toBe(200);
  });

  it('of a meeting for its network do not exist for a visitor', async () => {
    const { networkId, animator } = await given.aNetwork();
    const meetingId = await given.aMeeting(animator, networkId, { audience: 'network' });
    app.actAs(animator);
    await send(meetingId, 'note.pdf', pdf);
    const { documents } = (await app.request('GET', `/api/meetings/${meetingId}`)).body as MeetingPage;
    app.actAs(null);
    expect((await fetch(new URL(documents[0]?.href ?? '', await app.address()))).status).toBe(404);
    expect((await send(meetingId, 'note.pdf', pdf)).status).toBe(401);
  });

  it('that are not what their name says are refused in words', async () => {
    const { networkId, animator } = await given.aNetwork();
    const meetingId = await given.aMeeting(animator, networkId);
    app.actAs(animator);
    for (const [name, bytes] of [['note.pdf', new TextEncoder().encode('<html>')], ['virus.exe', pdf], ['vide.pdf', new Uint8Array()]] as const) {
      const answer = await send(meetingId, name, bytes);
      expect([name, answer.status]).toEqual([name, 415]);
    }
  });
});
