import { endpoint } from '@cohorte/platform/contract';
import * as z from 'zod';

/** Licences that let others keep and show the text of a page, its source being said. */
export const copyLicences = ['open-licence', 'cc-by', 'cc-by-sa'] as const;
export const mayKeepCopy = (licence: string): boolean => (copyLicences as readonly string[]).includes(licence);

const said = z.string();

/** A page as it is read without its site: what it says, nothing of how it looked. */
export const copyBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), level: z.int().min(2).max(4), text: said }),
  z.object({ kind: z.literal('text'), text: said }),
  z.object({ kind: z.literal('list'), items: z.array(said) }),
]);
export type CopyBlock = z.output<typeof copyBlock>;

/** The copy of a page whose link is dead, with where it came from and by which right it is shown. */
export const linkCopy = z.object({
  slug: z.string(),
  resourceTitle: z.string(),
  publisher: z.string(),
  licence: z.string(),
  language: z.enum(['fr', 'en']),
  /** Where the text was read. */
  source: z.string(),
  takenAt: z.iso.datetime(),
  title: z.string(),
  blocks: z.array(copyBlock),
});
export type LinkCopy = z.output<typeof linkCopy>;

export const readLinkCopy = endpoint({
  method: 'GET',
  path: '/library/resources/:ref/copy',
  access: 'public',
  summary: 'The text of the page a resource leads to, as it was read last, once its link is dead',
  input: z.strictObject({ ref: z.string().regex(/^[a-z0-9][a-z0-9-]{1,119}$/) }),
  output: linkCopy,
});

/** The words of a copy, for the search. */
export const wordsOfCopy = (title: string, blocks: readonly CopyBlock[]): string => [title, ...blocks.flatMap((block) => (block.kind === 'list' ? block.items : [block.text]))].join('\n');
