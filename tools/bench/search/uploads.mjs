import { randomUUID } from 'node:crypto';
import { wait } from '../load/clock.mjs';
import { readJson } from './http-reader.mjs';

const times = 10;
const pagesOfFile = 20;
const looksEveryMs = 20;
const patienceMs = 120_000;

/** From when an animator sends a resource, and then its file, until a visitor finds it: by its title, by what stands on a page of the file. */
export async function uploads({ target, pdfOf, docs, note }) {
  note.group(`${times} resources and their PDFs of ${pagesOfFile} pages, sent one after the other beside ${docs} documents, the workers running`);
  const { cookie, networkId } = await target.place.animator();
  const place = { address: `${target.address}/api`, cookie, networkId };
  const [titles, texts] = [[], []];
  for (let time = 0; time < times; time += 1) {
    const [title, word] = [`titre${lettersOf(time)}`, `page${lettersOf(time)}`];
    let began = performance.now();
    const { id } = await deposit(place, title);
    titles.push(await foundAfter(place, { q: title, id, began }));
    const bytes = pdfOf(pages(word));
    began = performance.now();
    await send(place, id, bytes);
    texts.push(await foundAfter(place, { q: word, id, began }));
  }
  for (const [what, list, aim] of [['by its title', titles, '≤ 2 s'], ['by its text', texts, '≤ 30 s']]) {
    list.sort((a, b) => a - b);
    note.row(`found ${what}, p50`, list[Math.ceil(times / 2) - 1] / 1_000, 's');
    note.row(`found ${what}, p95`, list[Math.ceil(times * 0.95) - 1] / 1_000, 's', aim);
  }
}

/** Words of no language, each time others: nothing else is found by them. */
const lettersOf = (time) => `${[...randomUUID().replaceAll('-', '')].map((sign) => String.fromCharCode(97 + parseInt(sign, 16))).join('').slice(0, 12)}${String.fromCharCode(97 + time)}`;

const line = 'Le marché prévoit des clauses sociales et des critères de réemploi pour chaque lot';
const pages = (word) => Array.from({ length: pagesOfFile }, (_, at) => [...Array.from({ length: 30 }, (__, row) => `${line} ${at * 30 + row}.`), ...(at === pagesOfFile - 3 ? [`${word} ne se lit que là.`] : [])]);

const written = { 'content-type': 'application/json' };

async function deposit({ address, cookie, networkId }, title) {
  const none = { themes: [], segments: [], stages: [], sectors: [], territories: [], audiences: [], legal: [] };
  const fields = { ...none, form: 'guide', title, summary: 'Un guide.', content: '', clause: null, link: null, publisher: 'Banc d’essai', year: 2025, language: 'fr', licence: 'cc-by', access: 'public', spaceId: networkId, checkedOn: null, reviewOn: null };
  const { body } = await readJson(`${address}/library/resources`, { method: 'POST', headers: { cookie, ...written }, body: JSON.stringify({ requestId: randomUUID(), then: 'publish', fields }) });
  return body;
}

/** In one piece, by the protocol of the page. */
async function send({ address, cookie }, resourceId, bytes) {
  const tus = { cookie, 'tus-resumable': '1.0.0' };
  const metadata = Object.entries({ requestId: randomUUID(), resourceId, filename: 'document.pdf' }).map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`).join(',');
  const { headers } = await readJson(`${address}/library/uploads`, { method: 'POST', headers: { ...tus, 'upload-length': bytes.length, 'upload-metadata': metadata } });
  await readJson(new URL(headers.location, address).href, { method: 'PATCH', headers: { ...tus, 'upload-offset': 0, 'content-type': 'application/offset+octet-stream' }, body: bytes });
}

async function foundAfter({ address }, { q, id, began }) {
  while (performance.now() - began < patienceMs) {
    const { body } = await readJson(`${address}/search?${new URLSearchParams({ q })}`);
    if (body.hits.some((hit) => hit.id === id)) return performance.now() - began;
    await wait(looksEveryMs);
  }
  throw new Error(`${q} was not found within ${patienceMs / 1_000} s`);
}
