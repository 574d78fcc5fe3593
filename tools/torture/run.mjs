/** `npm run torture`: every campaign in a short measure, or the one whose words are given; `npm run torture -- --help` says them. */
import '../node-version.mjs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { installPackages } from '../preparation.mjs';
import { root } from '../progress.mjs';
import { bundleServer } from '../server-bundle.mjs';
import { campaignOf, help, shortOf } from './campaigns.mjs';

const words = process.argv.slice(2);
const folder = process.env.TORTURE_FOLDER ?? 'dist/torture';

/** A campaign ends its process with what came out: each has one of its own. */
function playApart(given) {
  const player = spawn(process.execPath, [fileURLToPath(import.meta.url), ...given], { stdio: 'inherit' });
  return new Promise((over) => player.once('close', (code) => over(code === 0)));
}

async function playEach() {
  const outcomes = [];
  for (const { name, words: given } of shortOf(words)) {
    process.stdout.write(`\n${name}: npm run torture -- ${given.join(' ')}\n`);
    outcomes.push({ name, isGood: await playApart(given) });
  }
  process.stdout.write(`\n${outcomes.map(({ name, isGood }) => `${isGood ? '✓' : '✗'} ${name}`).join('\n')}\n`);
  process.exit(outcomes.every(({ isGood }) => isGood) ? 0 : 1);
}

async function play({ name, entry, server }) {
  await installPackages();
  process.chdir(root);
  if (server) {
    await bundleServer({ entry: 'apps/api/src/main.ts', outfile: `${folder}/api.mjs` });
    process.env.TORTURE_PROGRAM = join(root, folder, 'api.mjs');
  }
  await bundleServer({ entry, outfile: `${folder}/${name}.mjs` });
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(join(root, folder, `${name}.mjs`)).href);
}

const campaign = campaignOf(words);
if (words.includes('--help') || words.includes('-h')) process.stdout.write(help);
else if (campaign) await play(campaign);
else await playEach();
