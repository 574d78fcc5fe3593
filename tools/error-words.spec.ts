import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Errors are thrown on the server and said in the browser: this spec holds the two ends together. */
const root = join(import.meta.dirname, '..');
const domains = readdirSync(join(root, 'libs')).filter((domain) => domain !== 'ui');

type Words = { errors?: Record<string, unknown>; fields?: Record<string, unknown> };

const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.(int-)?spec\.ts$/.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'));

const serverSources = domains.flatMap((domain) => ['contract', 'server'].flatMap((side) => sources(join(root, 'libs', domain, side))));

const found = (pattern: RegExp): Set<string> => new Set(serverSources.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1] as string)));

async function catalogue(language: 'fr' | 'en'): Promise<Record<string, Words>> {
  const entries = await Promise.all(
    domains.map(async (domain) => {
      const module = (await import(join(root, 'libs', domain, 'web', 'i18n', `${language}.ts`))) as Record<string, Words>;
      return [domain, Object.values(module)[0] as Words] as const;
    }),
  );
  return Object.fromEntries(entries);
}

const leaf = (words: unknown, path: string): unknown => path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], words);

describe.each(['fr', 'en'] as const)('the words for errors in %s', (language) => {
  it('exist for every code the server throws', async () => {
    const words = await catalogue(language);
    const codes = found(/new AppError\(\s*'[a-z-]+',\s*'([a-z]+\.[a-z-]+)'/g);
    expect(codes.size).toBeGreaterThan(40);
    const silent = [...codes].filter((code) => {
      const [domain = '', name = ''] = code.split('.');
      return typeof words[domain]?.errors?.[name] !== 'string';
    });
    expect(silent).toEqual([]);
  });

  it('exist for every code a field can be refused with', async () => {
    const words = await catalogue(language);
    const codes = found(/(?:\{ message|\{ error): '([a-z]+(?:-[a-z]+)*)'/g);
    const silent = [...codes].filter((code) => typeof leaf(words['platform'], `fields.${code}`) !== 'string');
    expect(silent).toEqual([]);
  });
});

it('both languages say the same things', async () => {
  const keys = (words: unknown, at = ''): string[] =>
    typeof words === 'object' && words !== null ? Object.entries(words).flatMap(([key, inside]) => keys(inside, `${at}.${key}`)) : [at];
  expect(keys(await catalogue('en')).sort()).toEqual(keys(await catalogue('fr')).sort());
});
