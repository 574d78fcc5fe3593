import { plain } from '@cohorte/platform/contract';
import * as z from 'zod';

/** Tags a resource holds. */
export const tagsMost = 12;
export const tagLongest = 40;

/** «  Insertion   par l'emploi » → «Insertion par l’emploi». */
export const tidyTag = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim().replaceAll("'", '’');

/** What makes two spellings one tag: neither capitals nor accents do. */
export const tagKey = (tag: string): string => plain(tidyTag(tag));

const tagShortest = 2;
/** Commas and bars part tags in addresses and tables. */
const tagShape = /^[^\p{Cc}|,]*[\p{L}\p{N}][^\p{Cc}|,]*$/u;

/** Whether a tidy text may be one. */
export const fitsTag = (tag: string): boolean => tag.length >= tagShortest && tag.length <= tagLongest && tagShape.test(tag);

/** A word of one’s own beside the controlled lists. */
export const tagWord = z.string().overwrite(tidyTag).min(tagShortest).max(tagLongest).regex(tagShape);

/** Each tag once, under the spelling that comes first. */
export function distinctTags(tags: readonly string[]): Map<string, string> {
  const byKey = new Map<string, string>();
  for (const tag of tags) if (!byKey.has(tagKey(tag))) byKey.set(tagKey(tag), tag);
  return byKey;
}
