import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
/** What a visitor’s browser fetches before anything is pressed, and the form behind the first press. */
const entries = ['apps/web/src/main.ts', 'apps/web/src/public/public-layout.ts', 'apps/web/src/public/landing.page.ts', 'libs/meetings/web/meeting/public-meeting.page.ts', 'libs/meetings/web/calendar/coming.page.ts'];

const importsOf = (text: string): string[] =>
  [...text.matchAll(/^(?:import|export) (?!type )(?:([^;'"]*?) from )?'([^']+)';/gms)].filter(([, names]) => !onlyTypes(names)).map(([, , from]) => from as string);

const onlyTypes = (names: string | undefined): boolean => /^\{[^}]*\}$/s.test(names ?? '') && (names ?? '').slice(1, -1).split(',').map((one) => one.trim()).filter(Boolean).every((one) => one.startsWith('type '));

/** What `import … from` names: a file of the project, or null for a package. */
function fileOf(from: string, importer: string): string | null {
  const [, domain = '', door = '', file = 'index'] = /^@cohorte\/([^/]+)\/([^/]+)(?:\/(.+))?$/.exec(from) ?? [];
  if (door.startsWith('words')) return join(root, `libs/${domain}/web/i18n/${door.slice(6)}.ts`);
  if (domain) return join(root, door === 'visitors' ? `libs/${domain}/web/visitors.ts` : `libs/${domain}/${door}/${file}.ts`);
  if (!from.startsWith('.')) return null;
  const path = join(dirname(importer), from);
  return existsSync(`${path}.ts`) ? `${path}.ts` : join(path, 'index.ts');
}

/** Each file reached by imports that stay after compilation, with the way to it. */
function reached(entry: string): Map<string, string[]> {
  const ways = new Map<string, string[]>();
  const go = (file: string, way: string[]): void => {
    if (ways.has(file)) return;
    const here = [...way, file.slice(root.length + 1)];
    ways.set(file, here);
    for (const from of importsOf(readFileSync(file, 'utf8'))) {
      const next = fileOf(from, file);
      if (next) go(next, here);
      else ways.set(from, [...here, from]);
    }
  };
  go(join(root, entry), []);
  return ways;
}

it.each(entries)('a visitor who fetches %s fetches no contract: addresses and types do', (entry) => {
  const ways = reached(entry);
  expect(ways.size).toBeGreaterThan(3);
  expect(ways.get('zod')).toBeUndefined();
});
