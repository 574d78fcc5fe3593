/** Builds the server into dist/api/main.js. */
import { bundleServer } from './server-bundle.mjs';

await bundleServer({ entry: 'apps/api/src/main.ts', outfile: 'dist/api/main.js' });
/** Reads one file of a stranger in a process of its own. */
await bundleServer({ entry: 'libs/library/server/reading/read-file.process.ts', outfile: 'dist/api/file-reader.js' });
