import { chromium } from 'playwright-core';
import { buildAll } from '../build.mjs';
import { step } from '../progress.mjs';
import { bundleServer } from '../server-bundle.mjs';
import { wait } from './load/clock.mjs';
import { noteVitals } from './in-page.mjs';
import { Report } from './report.mjs';
import { onSlowLine, slowed } from './slow-line.mjs';

const member = 'nathalie.vasseur@ght-rouen-coeur-seine.example';
const scenario = { name: 'W1', title: 'Cold visits of the demonstration, each in a browser that has never seen it' };

/** W1: what a page makes a stranger's browser download, and when it shows something. */
export async function bench() {
  await buildAll();
  await step('Bundling the bench’s own parts', async () => {
    for (const part of ['chromium', 'own-server']) await bundleServer({ entry: `apps/e2e/src/support/${part}.ts`, outfile: `dist/bench/web/parts/${part}.mjs` });
  });
  const { findChromium } = await import('../../dist/bench/web/parts/chromium.mjs');
  const { OwnServer } = await import('../../dist/bench/web/parts/own-server.mjs');
  const report = new Report(['ours']);
  report.servers = [`the built server with its demonstration; slow 4G, CPU × ${slowed}; JavaScript as it travels, brotli`];
  const note = report.notesOf(scenario, 'ours');
  const server = await OwnServer.start({ demo: true });
  const browser = await chromium.launch(await findChromium());
  try {
    for (const page of await pagesOf(browser, server.url)) await visit(browser, page, note);
  } finally {
    await browser.close();
    await server.discard();
  }
  return report;
}

/** Pages by what they are for, with the cookies of who visits and the aim of their JavaScript in kB. */
async function pagesOf(browser, url) {
  const context = await browser.newContext({ baseURL: url });
  const { request } = context;
  const coming = await (await request.get('/api/public-meetings')).json();
  const resources = await readResources(request);
  const { toolboxes } = await (await request.get('/api/library/toolboxes')).json();
  // One that is read page by page.
  const document = resources.find(({ file }) => file?.state === 'ready' && file.type === 'pdf') ?? resources.find(({ file }) => file?.state === 'ready');
  await request.post('/api/sign-in/code-requests', { data: { email: member } });
  await request.post('/api/sign-in/code', { data: { email: member, code: await codeFor(request) } });
  const { drafts } = await (await request.get('/api/drafts')).json();
  const { cookies } = await context.storageState();
  await context.close();
  const meeting = coming.meetings?.[0]?.id;
  return [
    { title: 'a visitor: the landing page', path: '/', aim: 110 },
    ...(toolboxes[0] ? [{ title: 'a visitor: a public toolbox', path: `/boites-a-outils/${toolboxes[0].slug}`, aim: 110 }] : []),
    { title: 'a visitor: the list of resources', path: '/ressources', aim: 110 },
    { title: 'a visitor: a resource', path: `/ressources/${resources[0].slug}`, aim: 110 },
    ...(document ? [{ title: 'a visitor: a document, read page by page', path: `/ressources/${document.slug}/lecture`, aim: 110 }] : []),
    { title: 'a visitor: answers of the search', path: '/recherche?q=clause', aim: 110 },
    { title: 'a visitor: coming meetings', path: '/rencontres', aim: 110 },
    ...(meeting ? [{ title: 'a visitor: one meeting', path: `/rencontres/${meeting}`, aim: 110 }] : []),
    { title: 'a member: home', path: '/accueil', aim: 150, cookies },
    { title: 'a member: a draft and its editor', path: `/documents/${drafts[0].id}`, aim: 230, cookies },
  ].map((page) => ({ ...page, address: `${url}${page.path}` }));
}

/** The public resources, once a document among them was read: the demonstration’s are read after it has started. */
async function readResources(request) {
  for (let left = 120; ; left -= 1) {
    const { resources } = await (await request.get('/api/library/resources?page=1')).json();
    if (left === 0 || resources.some(({ file }) => file?.state === 'ready' && file.type === 'pdf')) return resources;
    await wait(500);
  }
}

async function codeFor(request) {
  for (;;) {
    const { letters } = await (await request.get(`/api/mailbox?to=${encodeURIComponent(member)}`)).json();
    const code = letters.map(({ subject }) => /^\d{3}\s?\d{3}/.exec(subject)?.[0].replace(/\s/, '')).find(Boolean);
    if (code) return code;
    await wait(200);
  }
}

async function visit(browser, { title, address, aim, cookies }, note) {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, locale: 'fr-FR', serviceWorkers: 'block', ...(cookies && { storageState: { cookies, origins: [] } }) });
  const page = await context.newPage();
  const bytes = await onSlowLine(page);
  await page.addInitScript(noteVitals);
  await page.goto(address, { timeout: 120_000 });
  await page.waitForLoadState('networkidle', { timeout: 120_000 }).catch(() => undefined);
  // What a page fetches while it rests is part of what it costs.
  await page.waitForTimeout(5_000);
  const vitals = await page.evaluate(() => window.benchVitals);
  await context.close();
  note.group(title);
  note.row('JavaScript, all of the visit', bytes.scripts / 1_000, 'kB', `≤ ${aim} kB`);
  note.row('everything received', bytes.all / 1_000, 'kB');
  note.row('largest contentful paint', vitals.largest, 'ms');
  note.row('blocked by long tasks', vitals.blocked, 'ms');
  note.row('layout shift', vitals.shift, '');
}
