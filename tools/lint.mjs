/** `npm run lint`: style, and the borders between domains and sides; not one warning. Folders may be given as arguments. */
import './node-version.mjs';
import { installPackages } from './preparation.mjs';
import { runTool, StepFailed } from './progress.mjs';

await installPackages();
try {
  // The borders are checked against Nx's picture of the workspace, and skipped in silence where there is none.
  await runTool('nx/dist/bin/nx.js', ['show', 'projects'], { quiet: true });
  const folders = process.argv.slice(2);
  await runTool('eslint/bin/eslint.js', [...(folders.length > 0 ? folders : ['.']), '--max-warnings', '0', '--no-warn-ignored']);
} catch (error) {
  if (!(error instanceof StepFailed)) throw error;
  process.exitCode = 1;
}
