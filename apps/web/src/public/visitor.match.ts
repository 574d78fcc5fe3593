import { inject } from '@angular/core';
import type { CanMatchFn, UrlSegment } from '@angular/router';
import { LanguageService, type MoreWords } from '../i18n/language.service';

/** Signing out loads the page anew, so that a yes stays true; a no may end at any moment. */
let known = false;

/** Asked without the schemas of the API, which a visitor does not download. */
async function isSignedIn(): Promise<boolean> {
  const answer = await fetch('/api/me', { credentials: 'same-origin' }).catch(() => null);
  const said = answer?.ok ? ((await answer.json()) as { status?: string }) : {};
  return said.status === 'signed-in';
}

/** One address for all: visitors get the public page, members fall through to the same address in their frame. */
export const visitorsOnly: CanMatchFn = async () => {
  known ||= await isSignedIn();
  return !known;
};

const identifier = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The last part of the address names a thing, so that `/rencontres/nouvelle` is not taken for a meeting. */
export const lastIsIdentifier: CanMatchFn = (_route, segments: UrlSegment[]) => identifier.test(segments.at(-1)?.path ?? '');

/** Lets a public page in once its own words are there, beside those of the public pages. */
export const withWords = (words: MoreWords): CanMatchFn => async () => {
  await inject(LanguageService).needWords(words);
  return true;
};
