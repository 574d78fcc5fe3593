/** `npm run lint`: style, the boundaries between domains and sides; not one warning. */
import './node-version.mjs';
import { installPackages } from './preparation.mjs';
import { runTool, StepFailed } from './progress.mjs';

await installPackages();
await runTool('eslint/bin/eslint.js', ['.', '--max-warnings', '0', ...process.argv.slice(2)]).catch((error) => {
  if (!(error instanceof StepFailed)) throw error;
  process.exitCode = 1;
});
