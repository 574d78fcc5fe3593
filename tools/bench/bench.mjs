/** `npm run bench -- coedit`: the same load on our server and on its peers, in one go; prints what it measured and asserts nothing. */
import '../node-version.mjs';
import { installPackages } from '../preparation.mjs';
import { StepFailed } from '../progress.mjs';
import { readOptions } from './options.mjs';

const options = readOptions(process.argv.slice(2));
const subjects = { coedit: () => import('./coedit.mjs'), editor: () => import('./editor.mjs'), poll: () => import('./poll.mjs'), seats: () => import('./seats.mjs'), search: () => import('./search.mjs'), web: () => import('./web.mjs') };
if (!(options.what in subjects)) {
  process.stderr.write(`There is no bench called «${options.what}»: there are ${Object.keys(subjects).join(', ')}.\n`);
  process.exit(2);
}

try {
  await installPackages();
  const { bench } = await subjects[options.what]();
  const report = await bench(options);
  process.stdout.write(`\n${report.toMarkdown()}\n`);
  report.save(options);
  process.exit(0);
} catch (error) {
  if (!(error instanceof StepFailed)) throw error;
  process.exit(1);
}
