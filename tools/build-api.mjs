/** Builds the server into dist/api/main.js. */
import { bundleServer } from './server-bundle.mjs';

await bundleServer({ entry: 'apps/api/src/main.ts', outfile: 'dist/api/main.js' });
