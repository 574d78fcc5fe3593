/**
 * `npm run torture -- --histories 1000 --seed 1 [--minutes 30] [--kills] [--at 10]`: random histories of people writing together, on the
 * built server, while its processes are killed. `--seed S --only` plays one of them again.
 * `npm run torture -- --mails 500 --kills 20 [--seed 1]`: letters leave while the worker that sends them is killed.
 * `npm run torture -- --seats 10000 [--seed 1]`: random stories of people who want places, all at once.
 */
import '../node-version.mjs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installPackages } from '../preparation.mjs';
import { root } from '../progress.mjs';
import { bundleServer } from '../server-bundle.mjs';

await installPackages();
process.chdir(root);
const folder = process.env.TORTURE_FOLDER ?? 'dist/torture';
if (process.argv.includes('--seats')) {
  await bundleServer({ entry: 'tools/torture/seats/seats-torture.ts', outfile: `${folder}/seats.mjs` });
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(join(root, folder, 'seats.mjs')).href);
}
await bundleServer({ entry: 'apps/api/src/main.ts', outfile: `${folder}/api.mjs` });
const entry = process.argv.includes('--mails') ? 'tools/torture/mails/mails.ts' : 'tools/torture/torture.ts';
await bundleServer({ entry, outfile: `${folder}/torture.mjs` });
process.env.TORTURE_PROGRAM = join(root, folder, 'api.mjs');
process.setSourceMapsEnabled(true);
await import(pathToFileURL(join(root, folder, 'torture.mjs')).href);
