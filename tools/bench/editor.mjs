import { chromium } from 'playwright-core';
import { buildAll } from '../build.mjs';
import { step } from '../progress.mjs';
import { bundleServer } from '../server-bundle.mjs';
import { Histogram } from './load/histogram.mjs';
import { wait } from './load/clock.mjs';
import { longDraft } from './long-draft.mjs';
import { noteKeys, noteReadable } from './in-page.mjs';
import { Report } from './report.mjs';
import { slowed } from './slow-line.mjs';
import { bundleParts, withServer } from './subjects.mjs';

const patienceMs = 120_000;

/** S7: our editor in a real browser, on drafts longer than anybody's. */
export async function bench(options) {
  await buildAll();
  const parts = await bundleParts();
  await step('Bundling the browser’s finder', () => bundleServer({ entry: 'apps/e2e/src/support/chromium.ts', outfile: 'dist/bench/chromium.mjs' }));
  const report = new Report(['ours']);
  report.servers = [];
  await withServer('ours', parts, async (target) => {
    const note = report.notesOf({ name: 'S7', title: 'Our editor in a browser' }, 'ours');
    const { findChromium } = await import('../../dist/bench/chromium.mjs');
    const browser = await chromium.launch(await findChromium());
    try {
      await target.place.people({ editor: 1 });
      await openings(browser, target, { note, options });
      await keystrokes(browser, target, { note, options });
    } finally {
      await browser.close();
    }
  });
  return report;
}

async function openings(browser, target, { note, options }) {
  const paragraphs = options.short ? 200 : 2_000;
  note.group(`opening a draft of ${paragraphs.toLocaleString('en')} paragraphs, CPU × ${slowed}`);
  const [id] = await target.place.drafts(1, longDraft({ paragraphs, words: 25 }));
  const cold = await open(browser, target, id, { slow: true });
  note.row('readable, first visit, from the start of the navigation', cold.readable, 'ms', '≤ 400 ms');
  note.row('readable, from the answer that carries the text', cold.readable - cold.answered, 'ms', '≤ 400 ms');
  note.row('editor attached', cold.attached, 'ms');
  const chosen = await openFromList(cold.page, id);
  note.row('readable, chosen in the list of drafts, from the click', chosen.readable - chosen.clicked, 'ms', '≤ 400 ms');
  await cold.page.reload();
  const again = await figures(cold.page);
  note.row('readable, second visit, from the start of the navigation', again.readable, 'ms', '≤ 400 ms');
  note.row('second visit, from the answer that carries the text', again.readable - again.answered, 'ms', '≤ 400 ms');
  await cold.page.context().close();
}

async function keystrokes(browser, target, { note, options }) {
  const words = options.short ? 9_000 : 90_000;
  note.group(`typing in a draft of ${words.toLocaleString('en')} words`);
  const [id] = await target.place.drafts(1, longDraft({ paragraphs: words / 60, words: 60 }));
  const opened = await open(browser, target, id, { slow: false });
  note.row('readable, from the start of the navigation', opened.readable, 'ms');
  note.row('editor attached', opened.attached, 'ms');
  for (const [where, key] of [['at the end', 'Control+End'], ['at the beginning', 'Control+Home']]) {
    const seen = await typeAt(opened.page, { key, keys: options.short ? 30 : 150 });
    note.row(`keystroke to paint, ${where}, p50`, seen.quantile(0.5), 'ms');
    note.row(`keystroke to paint, ${where}, p95`, seen.quantile(0.95), 'ms', '≤ 50 ms');
    note.row(`keystroke to paint, ${where}, p99`, seen.quantile(0.99), 'ms');
  }
  await opened.page.context().close();
}

async function open(browser, target, id, { slow }) {
  const context = await browser.newContext({ baseURL: target.address, viewport: { width: 1440, height: 900 }, locale: 'fr-FR' });
  const [name, value] = target.seat({ draft: id, person: 0, role: 'editor' }).cookie.split(/=(.*)/);
  await context.addCookies([{ name, value, url: target.address }]);
  const page = await context.newPage();
  await page.addInitScript(noteReadable, id);
  if (slow) await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slowed });
  await page.goto(`/documents/${id}`, { timeout: patienceMs });
  return { page, ...(await figures(page)) };
}

/** As people do it: the application is there, its list of drafts too. */
async function openFromList(page, id) {
  await page.goto('/documents');
  const link = page.locator(`a[href$="/documents/${id}"]`).first();
  await link.waitFor({ timeout: patienceMs });
  await wait(3_000);
  await page.evaluate(noteReadable, id);
  await link.evaluate((element) => {
    window.benchSaw.clicked = performance.now();
    element.click();
  });
  return figures(page);
}

async function figures(page) {
  await page.waitForFunction(() => window.benchSaw?.attached, undefined, { timeout: patienceMs });
  return page.evaluate(() => window.benchSaw);
}

async function typeAt(page, { key, keys }) {
  await page.locator('#draft-text').focus();
  await page.keyboard.press(key);
  await wait(1_500);
  await page.evaluate(noteKeys);
  for (let index = 0; index < keys; index += 1) {
    await page.keyboard.press('abcde fghij'[index % 11] === ' ' ? 'Space' : 'abcde fghij'[index % 11]);
    await wait(120);
  }
  const seen = new Histogram();
  for (const ms of await page.evaluate(() => window.benchKeys)) seen.add(ms);
  return seen;
}
