import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const filesUnder = (folder: string): { file: string; text: string }[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => ({ file: join(folder, file), text: readFileSync(join(folder, file), 'utf8') }));

const side = (name: 'contract' | 'web'): { file: string; text: string }[] => readdirSync('libs').flatMap((domain) => (readdirSync(join('libs', domain)).includes(name) ? filesUnder(join('libs', domain, name)) : []));

/** Only names of types: they leave nothing in the browser. */
const types = new Set(['output', 'input', 'ZodType']);

it('every builder of schemas that contracts use exists in the browser, where it builds nothing', () => {
  const known = new Set([...readFileSync('apps/web/src/schemas-of-the-browser.js', 'utf8').matchAll(/schema as (\w+)/g)].map(([, name]) => name));
  const used = new Set(side('contract').flatMap(({ text }) => [...text.matchAll(/\bz\.(\w+)/g)].flatMap(([, name]) => (name && !types.has(name) ? [name] : []))));
  expect(used.size).toBeGreaterThan(10);
  expect([...used].filter((name) => !known.has(name))).toEqual([]);
});

it('no page asks a schema to check something', () => {
  const asked = [...side('web'), ...side('contract'), ...filesUnder('apps/web/src')].filter(({ text }) => /\.(?:safeParse|(?<!JSON\.|Date\.)parse)\(/.test(text));
  expect(asked.map(({ file }) => file)).toEqual([]);
});
