/** Writes which chunks a page needs beyond those every page loads, so that the server names them in the page and they come at once. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Pages that people open from a letter, on a phone: what their routes import, words included, in the language every page begins with. */
const pages = {
  '/sondage/': ['apps/web/src/i18n/public.fr.ts', 'apps/web/src/public/public-layout.ts', 'libs/scheduling/web/polls/poll-link.page.ts', 'libs/scheduling/web/i18n/fr.ts', 'libs/platform/web/i18n/fr.ts'],
};

/** The chunks a module is made of, in the build’s own account. */
function chunksOf(outputs, entry) {
  const [first] = Object.entries(outputs).find(([file, output]) => file.endsWith('.js') && output.inputs[entry]) ?? [];
  if (!first) throw new Error(`${entry} is in no chunk: has its import moved?`);
  const found = new Set([first]);
  for (const file of found) for (const { path, kind } of outputs[file]?.imports ?? []) if (kind === 'import-statement') found.add(path);
  return [...found];
}

export function writePagePreloads(folder) {
  const stats = join(folder, 'stats.json');
  const { outputs } = JSON.parse(readFileSync(stats, 'utf8'));
  const shell = readFileSync(join(folder, 'browser', 'index.csr.html'), 'utf8');
  const preloads = Object.entries(pages).map(([address, entries]) => [address, [...new Set(entries.flatMap((entry) => chunksOf(outputs, entry)))].filter((file) => !shell.includes(file))]);
  writeFileSync(join(folder, 'browser', 'preloads.json'), JSON.stringify(Object.fromEntries(preloads)));
  rmSync(stats);
}
