import { type APIRequestContext, type Cookie, expect, type Page } from '@playwright/test';
import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

interface Letter {
  to: string;
  subject: string;
  text: string;
  sentAt: string;
}

const codeInText = /\b(\d{3})[\s\u00a0\u202f]?(\d{3})\b/;

/** The letters that this address received, newest first. */
export async function lettersTo(request: APIRequestContext, baseUrl: string, email: string): Promise<Letter[]> {
  const answer = await request.get(`${baseUrl}/api/mailbox`, { params: { to: email } });
  expect(answer.status(), 'the mailbox answers').toBe(200);
  return ((await answer.json()) as { letters: Letter[] }).letters;
}

/** The six digits of the newest sign-in letter that came after `known` letters had been there. */
export async function codeFor(request: APIRequestContext, baseUrl: string, email: string, known = 0): Promise<string> {
  let code: string | undefined;
  await expect(async () => {
    const letters = await lettersTo(request, baseUrl, email);
    expect(letters.length).toBeGreaterThan(known);
    // Other letters may come to the same address: the code stands first in the subject.
    const found = letters.slice(0, letters.length - known).map((letter) => codeInText.exec(letter.subject)).find((match) => match?.index === 0);
    code = found ? `${found[1]}${found[2]}` : undefined;
    expect(code, 'the letter holds a code').toBeDefined();
  }).toPass({ timeout: 30_000 });
  return code as string;
}

const sessionsFile = (baseUrl: string, email: string): string => join(tmpdir(), `cohorte-walk-${process.ppid}-${new URL(baseUrl).port}-${email.replaceAll(/[^a-z.]/g, '-')}.json`);

/**
 * Signs the page's browser in through the endpoints; the walks of signing in itself use the screens. The session of a person is
 * shared by the walks of one run: an address may ask for few codes in a while, as in real life.
 */
export async function signInAs(page: Page, email: string, baseUrl: string): Promise<void> {
  const kept = sessionsFile(baseUrl, email);
  await alone(`${kept}.turn`, () => enterOnce(page, { email, baseUrl, kept }));
}

async function enterOnce(page: Page, { email, baseUrl, kept }: { email: string; baseUrl: string; kept: string }): Promise<void> {
  const context = page.context();
  if (existsSync(kept)) await context.addCookies(JSON.parse(readFileSync(kept, 'utf8')) as Cookie[]);
  if (await isSignedIn(context.request, baseUrl)) return;
  await askAndEnter(context.request, email, baseUrl);
  writeFileSync(kept, JSON.stringify(await context.cookies()));
}

/** One worker at a time for one person: asking for a second code makes the first worthless. */
async function alone(turn: string, work: () => Promise<void>): Promise<void> {
  while (!taken(turn)) await wait(100);
  try {
    await work();
  } finally {
    rmdirSync(turn);
  }
}

function taken(turn: string): boolean {
  try {
    mkdirSync(turn);
    return true;
  } catch {
    return false;
  }
}

async function isSignedIn(request: APIRequestContext, baseUrl: string): Promise<boolean> {
  return ((await (await request.get(`${baseUrl}/api/me`)).json()) as { status: string }).status === 'signed-in';
}

async function askAndEnter(request: APIRequestContext, email: string, baseUrl: string): Promise<void> {
  const headers = { origin: baseUrl };
  const known = (await lettersTo(request, baseUrl, email)).length;
  const asked = await request.post(`${baseUrl}/api/sign-in/code-requests`, { data: { email }, headers });
  expect(asked.status(), await asked.text()).toBe(200);
  const code = await codeFor(request, baseUrl, email, known);
  const signedIn = await request.post(`${baseUrl}/api/sign-in/code`, { data: { email, code }, headers });
  expect(signedIn.status(), await signedIn.text()).toBe(200);
}

/** Opens the home of someone signed in; who animates is offered a second factor first, and puts it off. */
export async function reachHome(page: Page): Promise<void> {
  const home = page.getByRole('heading', { name: 'Mes prochaines étapes' });
  await page.goto('/accueil');
  await page.getByRole('button', { name: 'Plus tard' }).or(home).first().click();
  await expect(home).toBeVisible();
}
