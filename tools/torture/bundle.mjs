/** `node tools/torture/bundle.mjs <entry> <outfile>`: in a process of its own, because Jest's world is not the one esbuild knows. */
import { bundleServer } from '../server-bundle.mjs';

const [entry, outfile] = process.argv.slice(2);
await bundleServer({ entry, outfile });
