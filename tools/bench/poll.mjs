import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { buildAll } from '../build.mjs';
import { step } from '../progress.mjs';
import { bundleServer } from '../server-bundle.mjs';
import { Histogram } from './load/histogram.mjs';
import { cpuMs } from './load/process-tree.mjs';
import { PlainTable } from './peers/plain-table.mjs';
import { Report } from './report.mjs';
import { onSlowLine, slowed } from './slow-line.mjs';
import { bundleParts, withServer } from './subjects.mjs';

const peers = ['ours', 'plain table'];
const scenario = { name: 'P1', title: 'A date poll' };
const inFlight = 20;
const dayMs = 86_400_000;

/** P1: sixty slots and three hundred people: the page on a slow line, then everybody answering. */
export async function bench(options) {
  await buildAll();
  const parts = await bundleParts();
  await step('Bundling the browser’s finder', () => bundleServer({ entry: 'apps/e2e/src/support/chromium.ts', outfile: 'dist/bench/chromium.mjs' }));
  const { findChromium } = await import('../../dist/bench/chromium.mjs');
  const size = options.short ? { slots: 10, people: 30 } : { slots: 60, people: 300 };
  const report = new Report(peers);
  report.servers = ['ours: the built server on its embedded PostgreSQL, fsync and synchronous_commit on', 'plain table: everything in one page of HTML, answers in the memory of one process'];
  const browser = await chromium.launch(await findChromium());
  try {
    await withServer('ours', parts, (target) => measure(ours(target, size), { browser, size, note: report.notesOf(scenario, 'ours') }));
    await measure(plain(size), { browser, size, note: report.notesOf(scenario, 'plain table') });
  } finally {
    await browser.close();
  }
  return report;
}

/** A subject: where a person’s page is, when it can be answered, how one answer is sent, whose CPU is counted. */
async function measure(subject, { browser, size, note }) {
  await subject.start();
  try {
    note.group(`${size.slots} slots, ${size.people} people, page on slow 4G with CPU × ${slowed}`);
    const seen = await openPage(browser, subject);
    note.row('largest paint, from the start of the navigation', seen.painted, 'ms', '≤ 2 000 ms');
    note.row('one’s own line can be answered', seen.answerable, 'ms');
    note.row('every line is there', seen.complete, 'ms');
    note.row('bytes received, compressed', seen.bytes / 1_000, 'kB');
    await everybodyAnswers(subject, { size, note });
  } finally {
    await subject.stop();
  }
}

async function openPage(browser, subject) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'fr-FR', serviceWorkers: 'block' });
  const page = await context.newPage();
  const bytes = await onSlowLine(page);
  await page.addInitScript(() => new PerformanceObserver((list) => (window.benchPainted = list.getEntries().at(-1).startTime)).observe({ type: 'largest-contentful-paint', buffered: true }));
  await page.goto(subject.pageOf(0), { timeout: 120_000 });
  const at = async (selector, count) => {
    await page.waitForFunction(([found, least]) => document.querySelectorAll(found).length >= least, [selector, count], { timeout: 120_000, polling: 50 });
    return page.evaluate(() => performance.now());
  };
  const answerable = await at(subject.mine, 1);
  const complete = await at(subject.lines, subject.lineCount);
  const painted = await page.evaluate(() => window.benchPainted);
  await context.close();
  return { answerable, complete, painted, bytes: bytes.all };
}

async function everybodyAnswers(subject, { size, note }) {
  const seen = new Histogram();
  const turns = Array.from({ length: size.people }, (_, person) => person);
  const [before, began] = [subject.cpu(), performance.now()];
  const one = async () => {
    for (let person = turns.pop(); person !== undefined; person = turns.pop()) {
      const sent = performance.now();
      const answer = await subject.answer(person, person % size.slots);
      if (!answer.ok) throw new Error(`an answer was refused: ${answer.status} ${await answer.text()}`);
      await answer.arrayBuffer();
      seen.add(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, one));
  const took = performance.now() - began;
  note.group(`${size.people} people answer, ${inFlight} at a time`);
  note.row('answer acknowledged, p50', seen.quantile(0.5), 'ms');
  note.row('answer acknowledged, p95', seen.quantile(0.95), 'ms', '≤ 200 ms');
  note.row('answers a second', (size.people / took) * 1_000, '');
  note.row('CPU of the server and its database, an answer', (subject.cpu() - before) / size.people, 'ms');
  const read = performance.now();
  const body = await (await subject.read(0)).text();
  note.row('the whole poll, read once', performance.now() - read, 'ms');
  note.row('the whole poll, gzipped', gzipSync(body).length / 1_000, 'kB');
}

function ours(target, size) {
  const tokens = Array.from({ length: size.people }, () => randomBytes(32).toString('base64url'));
  let slotIds = [];
  const at = (person) => `${target.address}/api/poll-links/${tokens[person]}`;
  const { server, database } = target.pids;
  return {
    start: async () => (slotIds = await seed(target.place, size, tokens)),
    stop: () => undefined,
    pageOf: (person) => `${target.address}/sondage/${tokens[person]}`,
    mine: '.mine [role=gridcell]',
    lines: 'co-poll-grid-row',
    lineCount: size.people - 1,
    read: (person) => fetch(at(person)),
    answer: (person, place) => fetch(`${at(person)}/answers`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ answers: [{ slotId: slotIds[place], answer: 'yes' }] }) }),
    cpu: () => cpuMs(server) + cpuMs(database),
  };
}

function plain({ slots, people }) {
  const peer = new PlainTable({ slots: Array.from({ length: slots }, (_, place) => `Créneau ${place}`), lines: Array.from({ length: people }, (_, person) => lineOf(person, slots)) });
  return {
    start: () => peer.start(),
    stop: () => peer.discard(),
    pageOf: (person) => `${peer.address}/${person}`,
    mine: '.mine',
    lines: 'tr',
    lineCount: people,
    read: (person) => fetch(`${peer.address}/${person}`),
    answer: (person, place) => fetch(`${peer.address}/${person}`, { method: 'PUT', body: JSON.stringify({ place, letter: 'y' }) }),
    // It lives in this process, with the load: what both use.
    cpu: () => (process.cpuUsage().user + process.cpuUsage().system) / 1_000,
  };
}

const lineOf = (person, slots) => Array.from({ length: slots }, (_, place) => 'yin-'[(person * 7 + place * 3) % 4]).join('');

/** A network, its cohort, one meeting and an open poll, straight in the tables. */
async function seed(place, size, tokens) {
  const [network, space, meeting, poll] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  await place.query(`INSERT INTO networks_space (id, kind, created_at) VALUES ($1, 'network', now())`, [network]);
  await place.query(`INSERT INTO networks_network (id, name, slug, region, created_at) VALUES ($1, 'Réseau', 'reseau', 'Normandie', now())`, [network]);
  await place.query(`INSERT INTO networks_space (id, kind, network_id, name, created_at) VALUES ($1, 'cohort', $2, 'Cohorte', now())`, [space, network]);
  await place.query(`INSERT INTO meetings_meeting (id, space_id, network_id, position, title, objective, format, minutes, date_by_poll) VALUES ($1, $2, $3, 0, 'Rencontre', '', 'video', 90, true)`, [meeting, space, network]);
  await place.query(
    `INSERT INTO scheduling_poll (id, space_id, network_id, meeting_id, request_id, title, note, zone, third_answer, visibility, names_hidden, counting, proposals, state, closes_at, opened_at, places, created_at)
     VALUES ($1, $2, $3, $4, gen_random_uuid(), 'Sondage du banc', '', 'Europe/Paris', true, 'all', false, 'people', 'none', 'open', now() + interval '20 days', now(), $5, now())`,
    [poll, space, network, meeting, size.slots]);
  const slotIds = Array.from({ length: size.slots }, () => randomUUID());
  const starts = slotIds.map((_, at) => new Date(Date.now() + (25 + at) * dayMs));
  await place.query(
    `INSERT INTO scheduling_poll_slot (id, poll_id, place, starts_at, minutes, all_day, day, status, added_at)
     SELECT id, $1, at - 1, starts, 90, false, starts::date, 'offered', now() FROM unnest($2::uuid[], $3::timestamptz[]) WITH ORDINALITY given (id, starts, at)`, [poll, slotIds, starts]);
  await place.query(
    `INSERT INTO scheduling_poll_participant (id, poll_id, email, name, name_key, nonce, token_hash, answers, answered_at, link_told_at, created_at)
     SELECT gen_random_uuid(), $1, 'p' || at || '@example.org', 'Personne ' || at, 'personne ' || at, 'bench', hash, line, now(), now(), now()
       FROM unnest($2::text[], $3::text[]) WITH ORDINALITY given (hash, line, at)`,
    [poll, tokens.map((token) => createHash('sha256').update(token).digest('hex')), tokens.map((_, person) => lineOf(person, size.slots))]);
  return slotIds;
}
