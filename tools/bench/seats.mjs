import { randomUUID } from 'node:crypto';
import { buildAll } from '../build.mjs';
import { Histogram } from './load/histogram.mjs';
import { NaiveSeats } from './peers/naive-seats.mjs';
import { Report } from './report.mjs';
import { bundleParts, withServer } from './subjects.mjs';

const peers = ['ours', 'serializable', 'optimistic'];
const scenario = { name: 'R1', title: 'A burst on the places of a meeting' };
const places = 60;

/** R1: sixty places, everybody at once, each pressing twice one time in six. */
export async function bench(options) {
  await buildAll();
  const parts = await bundleParts();
  const people = options.short ? 150 : 850;
  const report = new Report(peers);
  report.servers = [
    'ours: the built server, one http process (letters leave from another), whole path: rights, rule, log, events, on its embedded PostgreSQL, fsync and synchronous_commit on',
    'serializable: SELECT count, INSERT in SERIALIZABLE with retries, on the same PostgreSQL; nothing but the place',
    'optimistic: a counter with a version and retries, on the same PostgreSQL; nothing but the place',
  ];
  await withServer('ours', { ...parts, roles: 'http' }, async (target) => {
    const meeting = await seed(target.place);
    const post = (who) => send(`${target.address}/api/meetings/${meeting}/registrations`, { requestId: ids(who), guest: { name: `Personne ${who}`, email: `p${who}@banc.example`, structureName: `Structure ${who}` } }, target.address);
    await burst({ post, people, note: report.notesOf(scenario, 'ours') }, async () => {
      const { rows } = await target.place.query(`SELECT count(*)::int AS n FROM meetings_registration WHERE meeting_id = $1 AND status = 'registered'`, [meeting]);
      return { registered: rows[0].n, retries: 0 };
    });
    const { postgres, postgresPort } = target.place.secrets();
    const connectionString = `postgresql://postgres:${postgres.superuser}@127.0.0.1:${postgresPort}/cohorte`;
    for (const way of ['serializable', 'optimistic']) {
      const peer = new NaiveSeats({ way, connectionString, places });
      await peer.start();
      await burst({ post: (who) => send(peer.address, { who: String(who) }, peer.address), people, note: report.notesOf(scenario, way) }, async () => ({ registered: await peer.registered(), retries: peer.retries }));
      await peer.discard();
    }
  });
  return report;
}

const known = new Map();
const ids = (who) => known.get(who) ?? known.set(who, randomUUID()).get(who);

const send = (url, body, origin) => fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', origin }, body: JSON.stringify(body) });

async function burst({ post, people, note }, count) {
  const attempts = Math.round((people * 1_000) / 850);
  const seen = new Histogram();
  let failures = 0;
  const began = performance.now();
  await Promise.all(Array.from({ length: attempts }, async (_, index) => {
    const answer = await post(index % people).catch(() => ({ ok: false, arrayBuffer: () => undefined }));
    await answer.arrayBuffer();
    if (!answer.ok) failures += 1;
    seen.add(performance.now() - began);
  }));
  const took = performance.now() - began;
  const { registered, retries } = await count();
  note.group(`${places} places, ${people} people, ${attempts} attempts at once`);
  note.row('answered, p50', seen.quantile(0.5), 'ms');
  note.row('answered, p95', seen.quantile(0.95), 'ms', '≤ 1 000 ms');
  note.row('attempts a second', (attempts / took) * 1_000, '');
  note.row('registered', registered, '', String(places));
  note.row('answers that failed', failures, '', '0');
  note.row('transactions begun again', retries, '');
}

/** A network and its public meeting, straight in the tables. */
async function seed(place) {
  const [network, meeting] = [randomUUID(), randomUUID()];
  await place.query(`INSERT INTO networks_space (id, kind, created_at) VALUES ($1, 'network', now())`, [network]);
  await place.query(`INSERT INTO networks_network (id, name, slug, region, created_at) VALUES ($1, 'Réseau', 'reseau', 'Normandie', now())`, [network]);
  await place.query(
    `INSERT INTO meetings_meeting (id, space_id, network_id, position, title, objective, format, minutes, date_by_poll, audience, starts_at)
     VALUES ($1, $2, $2, 0, 'Atelier', '', 'video', 90, false, 'public', now() + interval '30 days')`, [meeting, network]);
  const policy = {
    places, separate: null, perStructure: null, reserved: null, opensAt: null, closesAt: null, waitingList: true, promotion: 'immediate', offerHours: 24, colleagues: 5, drawAt: null, approval: false,
    audience: null, questions: [],
  };
  await place.query('INSERT INTO meetings_seats (meeting_id, policy, seed) VALUES ($1, $2, $3)', [meeting, JSON.stringify(policy), 'banc']);
  return meeting;
}
