import type { Actor, MemberRole, SpaceKind } from '@cohorte/networks/contract';
import { Encoder, Decoder, systemActor, wireName } from '@cohorte/platform/contract';
import type { Ack } from '@cohorte/platform/contract';
import { createTestApp, Database, newId, Realtime } from '@cohorte/platform/server';
import type { TestApp } from '@cohorte/platform/server';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import sharp from 'sharp';
import { io } from 'socket.io-client';
import { can, draftsChannel, draftsProtocol, rightOn } from '../contract';
import type { DocumentNode } from '../contract';
import { DraftService } from './draft.service';
import { Neighbourhood, Writer } from './drafts.fixtures';
import { DraftsModule } from './drafts.module';

let app: TestApp;
let place: Neighbourhood;
let lead: Actor;

beforeAll(async () => {
  app = await createTestApp({ imports: [DraftsModule], actor: null });
  place = await Neighbourhood.build(app);
  lead = await place.person('Lise', 'lead');
});

afterAll(async () => {
  await place?.close();
  await app?.close();
});

const as = (actor: Actor | null) => (app.actAs(actor), app);
const until = async (done: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 100 && !done(); tries += 1) await wait(20);
};

describe('lists and policy say the same', () => {
  it('for every role in every owner, the SQL list equals what the policy allows', async () => {
    const { networkId, cohortId } = await place.cohort();
    const other = newId();
    await place.structure(other, 'GHT de Rouen');
    const owners: [string, SpaceKind, string | null][] = [[place.structureId, 'structure', null], [other, 'structure', null], [cohortId, 'cohort', networkId], [networkId, 'network', null]];
    const drafts = await Promise.all(owners.map(async ([id, , network]) => ({ id: await place.draft('D', id), access: { ownerSpaceId: id, ownerNetworkId: network, grants: [] } })));
    const known = new Set(drafts.map(({ id }) => id));
    const roles: MemberRole[] = ['animator', 'programme_team', 'sponsor', 'member', 'expert', 'guest'];
    for (const [spaceId, kind] of owners) {
      for (const role of roles) {
        const actor = await place.person(`${kind} ${role}`, role, spaceId, kind);
        const listed = (await app.get(DraftService).list(actor)).filter(({ id }) => known.has(id)).map(({ id, right }) => ({ id, right }));
        const allowed = drafts.filter(({ access }) => can(actor, 'read', access)).map(({ id, access }) => ({ id, right: rightOn(actor, access) }));
        const sorted = (list: { id: string }[]) => list.toSorted((a, b) => a.id.localeCompare(b.id));
        expect({ kind, role, drafts: sorted(listed) }).toEqual({ kind, role, drafts: sorted(allowed) });
      }
    }
  });

  it('a structure brings its people into the drafts of its cohort', async () => {
    const { cohortId } = await place.cohort();
    await place.rows(`INSERT INTO networks_membership (id, space_id, structure_id, role, since) VALUES ($1, $2, $3, 'member', now())`, [newId(), cohortId, place.structureId]);
    const draftId = await place.draft('Notes', cohortId);
    expect((await app.get(DraftService).list(lead, cohortId)).map(({ id, right }) => ({ id, right }))).toEqual([{ id: draftId, right: 'editor' }]);
  });
});

describe('a draft over HTTP', () => {
  it('opens as safe HTML with its outline, guidance and position', async () => {
    const draftId = await place.draft('Notre SPASER');
    const { status, body } = await as(lead).request('GET', `/api/drafts/${draftId}`);
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        right: 'manager', seq: 1, words: 2, html: '<h1 id="context">Contexte</h1><p></p><h1 id="goals">Objectifs</h1><p></p>',
        outline: [{ id: 'context', level: 1, title: 'Contexte', guidance: 'Dites d’où vous partez.' }, { id: 'goals', guidance: null }],
        draft: { title: 'Notre SPASER', ownerName: 'CHU de Caen' }, people: [],
      },
    });
  });

  it('is renamed by its lead only', async () => {
    const draftId = await place.draft();
    const member = await place.person('Marc', 'member');
    expect(await as(member).request('PATCH', `/api/drafts/${draftId}`, { title: 'Autre' })).toMatchObject({ status: 403, body: { code: 'drafts.not-allowed' } });
    expect(await as(lead).request('PATCH', `/api/drafts/${draftId}`, { title: 'Autre' })).toMatchObject({ status: 200, body: { title: 'Autre' } });
  });

  it('keeps a document given at its creation, and leaves as a file that stands alone', async () => {
    const content: DocumentNode = {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 2, id: 'a' }, content: [{ type: 'text', text: 'Énergie <b>' }] },
        { type: 'paragraph', content: [{ type: 'text', text: 'Voir ' }, { type: 'text', text: 'ici', marks: [{ type: 'link', attrs: { href: 'https://example.org/?a=1&b=2' } }, { type: 'bold' }] }] },
        { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'un' }] }] }] },
      ],
    };
    const create = (given: DocumentNode) => app.get(Database).transaction(systemActor('tracks'), (tx) =>
      app.get(DraftService).createFrom(tx, { kind: 'notes', title: 'Élan d’achat', ownerSpaceId: place.structureId, content: given }));
    const draftId = await create(content);
    expect((await app.get(DraftService).read(lead, draftId)).projection.document).toEqual({
      ...content, content: content.content?.map((node, index) => (index === 1 ? { ...node, content: expect.anything() } : node)) });
    app.actAs(lead);
    const file = await fetch(new URL(`/api/drafts/${draftId}/export.html`, await app.address()));
    const page = await file.text();
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="elan-d-achat.html"');
    expect(file.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page).toContain('<h2 id="a">Énergie &lt;b&gt;</h2>');
    expect(page).toContain('<strong><a href="https://example.org/?a=1&amp;b=2"');
    expect(page).not.toMatch(/<script|https?:\/\/(?!example\.org)/);
    expect(await (await fetch(new URL(`/api/drafts/${draftId}/export.txt`, await app.address()))).text()).toBe('Élan d’achat\n\nÉnergie <b>\nVoir ici\n- un\n');
    await expect(create({ type: 'doc', content: [{ type: 'image', attrs: { src: 'https://elsewhere.example/p.png' } }] })).rejects.toThrow('image');
  });

  it('shows a picture to its readers only, drawn again whatever it was called', async () => {
    const draftId = await place.draft();
    const png = await sharp({ create: { width: 30, height: 20, channels: 3, background: 'teal' } }).withMetadata({ exif: { IFD0: { Copyright: 'secret' } } }).png().toBuffer();
    const send = async (body: Uint8Array<ArrayBuffer>, type = 'image/png') => {
      const answer = await fetch(new URL(`/api/drafts/${draftId}/images`, await app.address()), { method: 'POST', headers: { 'content-type': type }, body });
      return { status: answer.status, body: (await answer.json()) as { code?: string; src?: string; width?: number } };
    };
    app.actAs(lead);
    const added = await send(Uint8Array.from(png), 'image/jpeg');
    expect(added).toMatchObject({ status: 200, body: { width: 30, height: 20 } });
    const shown = await fetch(new URL(added.body.src ?? '', await app.address()));
    expect([shown.headers.get('content-type'), shown.headers.get('x-content-type-options')]).toEqual(['image/webp', 'nosniff']);
    expect(Buffer.from(await shown.arrayBuffer()).includes('secret')).toBe(false);
    expect(await send(Uint8Array.from(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')), 'image/svg+xml')).toMatchObject({ status: 415, body: { code: 'drafts.image-refused' } });
    expect(await send(new Uint8Array(8 * 1024 * 1024 + 1))).toMatchObject({ status: 413, body: { code: 'drafts.image-too-large' } });
    const eve = await place.person('Ève', 'expert');
    app.actAs(eve);
    expect(await send(Uint8Array.from(png))).toMatchObject({ status: 403 });
    for (const [right, status] of [['commenter', 403], ['suggester', 200]] as const) {
      app.actAs(lead);
      expect((await as(lead).request('POST', `/api/drafts/${draftId}/grants`, { personId: eve.personId, right })).status).toBe(200);
      app.actAs(eve);
      expect(await send(Uint8Array.from(png))).toMatchObject({ status });
    }
    app.actAs(await place.person('Tiers'));
    expect((await fetch(new URL(added.body.src ?? '', await app.address()))).status).toBe(404);
    app.actAs(null);
    expect((await fetch(new URL(added.body.src ?? '', await app.address()))).status).toBe(401);
  });
});

describe('invitations', () => {
  it('open the draft to a person, change what they may do, and close their editor when withdrawn', async () => {
    const draftId = await place.draft();
    const guest = new Writer(app, await place.person('Invitée'));
    const invite = (right: string) => as(lead).request('POST', `/api/drafts/${draftId}/grants`, { personId: guest.actor.personId, right });
    const { body } = await invite('reader');
    expect(body).toMatchObject({ name: 'Invitée', right: 'reader' });
    expect(await guest.join(draftId)).toMatchObject({ right: 'reader' });
    await invite('editor');
    await until(() => guest.told('rightChanged').length > 0);
    expect(guest.told('rightChanged').at(-1)?.payload).toEqual({ draftId, right: 'editor' });
    expect(await guest.push(draftId, guest.typed('bonjour'))).toMatchObject({ outcome: 'saved' });
    expect((await as(lead).request('DELETE', `/api/drafts/${draftId}/grants/${(body as { id: string }).id}`)).status).toBe(200);
    await until(() => guest.told('closed').length > 0);
    expect(guest.told('closed').at(-1)?.payload).toEqual({ draftId, reason: 'right-withdrawn' });
    await expect(guest.push(draftId, guest.typed('encore'))).rejects.toMatchObject({ code: 'drafts.not-joined' });
  });

  it('to a whole structure let its people in, and nobody unknown can be invited', async () => {
    const draftId = await place.draft();
    const partner = newId();
    await place.structure(partner, 'CHU de Rouen');
    expect(await as(lead).request('POST', `/api/drafts/${draftId}/grants`, { spaceId: partner, right: 'commenter' })).toMatchObject({ status: 200, body: { name: 'CHU de Rouen' } });
    expect((await app.get(DraftService).allowed(await place.person('P', 'member', partner), draftId, 'comment')).right).toBe('commenter');
    expect(await as(lead).request('POST', `/api/drafts/${draftId}/grants`, { personId: newId(), right: 'reader' })).toMatchObject({ status: 400, body: { code: 'drafts.grantee-unknown' } });
    expect((await as(lead).request('POST', `/api/drafts/${draftId}/grants`, { right: 'reader' })).status).toBe(400);
  });

  it('are given by the lead only', async () => {
    const draftId = await place.draft();
    const member = await place.person('Marc', 'member');
    expect((await as(member).request('POST', `/api/drafts/${draftId}/grants`, { personId: lead.personId, right: 'reader' })).status).toBe(403);
  });
});

describe('those who may be named', () => {
  const named = async (actor: Actor, draftId: string) => {
    const { status, body } = await as(actor).request('GET', `/api/drafts/${draftId}/people`);
    return { status, names: (body as { people?: { name: string }[] }).people?.map(({ name }) => name) };
  };

  it('are exactly those who may read: the owner’s people and the invited, never a guest or a former member', async () => {
    const [own, partner] = [newId(), newId()];
    await place.structure(own, 'CHU d’Avranches');
    await place.structure(partner, 'CH de Vire');
    const chief = await place.person('Ada', 'lead', own);
    await place.person('Basile', 'member', own);
    await place.person('Chloé', 'expert', own);
    await place.person('Guy l’invité', 'guest', own);
    await place.person('Zoé d’ailleurs', 'member', partner);
    const former = await place.person('Ferdinand parti', 'member', own);
    await place.rows('UPDATE networks_membership SET ended_at = now() WHERE person_id = $1', [former.personId]);
    const draftId = await place.draft('D', own);
    expect(await named(chief, draftId)).toEqual({ status: 200, names: ['Ada', 'Basile', 'Chloé'] });

    const commenter = await place.person('Diane');
    await as(chief).request('POST', `/api/drafts/${draftId}/grants`, { personId: commenter.personId, right: 'commenter' });
    await as(chief).request('POST', `/api/drafts/${draftId}/grants`, { spaceId: partner, right: 'reader' });
    expect(await named(commenter, draftId)).toEqual({ status: 200, names: ['Ada', 'Basile', 'Chloé', 'Diane', 'Zoé d’ailleurs'] });
  });

  it('of a cohort’s draft are its tables, the structures’ people and the animation of its network', async () => {
    const { networkId, cohortId } = await place.cohort();
    const structure = newId();
    await place.structure(structure, 'CH de Falaise');
    const animator = await place.person('Anne', 'animator', networkId, 'network');
    await place.person('Luc', 'member', cohortId, 'cohort');
    await place.person('Mona', 'member', structure);
    await place.person('Noé, expert de la structure', 'expert', structure);
    await place.person('Olga, membre du réseau', 'member', networkId, 'network');
    await place.rows(`INSERT INTO networks_membership (id, space_id, structure_id, role, since) VALUES ($1, $2, $3, 'member', now())`, [newId(), cohortId, structure]);
    expect(await named(animator, await place.draft('Notes', cohortId))).toEqual({ status: 200, names: ['Anne', 'Luc', 'Mona'] });
  });

  it('are not told to mere readers, nor to strangers', async () => {
    const draftId = await place.draft();
    expect((await named(await place.person('Ève', 'expert'), draftId)).status).toBe(403);
    expect((await named(await place.person('Tiers'), draftId)).status).toBe(404);
    expect(await app.get(Database).transaction(await place.person('Autre'), (tx) => tx.query('SELECT * FROM drafts_readers($1)', [draftId]))).toEqual([]);
  });
});

describe('the second wall', () => {
  it('PostgreSQL itself hides drafts, journal and pictures from others, and lets nobody rewrite the journal', async () => {
    const draftId = await place.draft();
    const third = await place.person('Tiers');
    const count = (actor: Actor, table: string) => app.get(Database).transaction(actor, async (tx) =>
      Number((await tx.query<{ n: string }[]>(`SELECT count(*) AS n FROM ${table} WHERE ${table === 'drafts_draft' ? 'id' : 'draft_id'} = $1`, [draftId]))[0]?.n));
    for (const table of ['drafts_draft', 'drafts_update', 'drafts_client']) {
      expect([table, await count(lead, table), await count(third, table)]).toEqual([table, 1, 0]);
    }
    const tamper = (sql: string) => app.get(Database).transaction(systemActor('drafts'), (tx) => tx.query(sql, [draftId]));
    await expect(tamper(`UPDATE drafts_update SET bytes = '' WHERE draft_id = $1`)).rejects.toThrow('permission denied');
    await expect(tamper('DELETE FROM drafts_update WHERE draft_id = $1')).rejects.toThrow('permission denied');
  });
});

describe('over a real socket', () => {
  it('every bad payload, null included, gets a named error, and two browsers converge', async () => {
    const draftId = await place.draft();
    app.actAs(lead);
    const address = await app.address();
    const connect = () => io(address, { path: '/live', parser: { Encoder, Decoder }, extraHeaders: { origin: address }, transports: ['websocket'] });
    const [one, two] = [connect(), connect()];
    const send = (socket: typeof one, message: string, payload: unknown) => socket.timeout(3_000).emitWithAck(wireName(draftsChannel, message), payload) as Promise<Ack>;
    try {
      for (const message of ['join', 'push', 'presence', 'leave']) {
        for (const payload of [null, undefined, 7, 'x', [], {}, { draftId: 'x' }, { draftId, clientId: -1, update: 'text' }, new Uint8Array(3)]) {
          expect(await send(one, message, payload)).toMatchObject({ ok: false, code: expect.stringMatching(/^(platform|drafts)\./) });
        }
      }
      const [ada, grace] = [new Writer(app, lead), new Writer(app, lead)];
      const join = (clientId: number) => ({ protocol: draftsProtocol, draftId, clientId, stateVector: Uint8Array.of(0), seq: 0 });
      const joined = await send(one, 'join', join(ada.doc.clientID));
      expect(joined).toMatchObject({ ok: true, output: { right: 'manager', updates: [expect.any(Uint8Array)] } });
      await send(two, 'join', join(grace.doc.clientID));
      const heard = new Promise<{ updates: Uint8Array[]; seq: number }>((resolve) => two.once(wireName(draftsChannel, 'updated'), resolve));
      const update = ada.typed('par le fil');
      expect(await send(one, 'push', { draftId, clientId: ada.doc.clientID, pushId: newId(), update })).toEqual({ ok: true, output: { outcome: 'saved', seq: 2 } });
      expect(await heard).toMatchObject({ seq: 2, updates: [update] });
      app.actAs(await place.person('Parti'));
      const closed = new Promise((resolve) => one.once(wireName(draftsChannel, 'closed'), resolve));
      await app.get(Realtime).rightsChanged([lead.personId]);
      expect(await closed).toEqual({ draftId, reason: 'right-withdrawn' });
    } finally {
      one.disconnect();
      two.disconnect();
    }
  });
});
