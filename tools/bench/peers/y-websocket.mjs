import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { wait } from '../load/clock.mjs';
import { cpuMs } from '../load/process-tree.mjs';
import { freePort, Program } from './program.mjs';

const idleWithinMs = 180_000;
const packageFile = createRequire(import.meta.url).resolve('@y/websocket-server/package.json');

/** The stock @y/websocket-server with its documented persistence (YPERSISTENCE: LevelDB). */
export class YWebsocket {
  name = 'y-websocket';
  wire = new URL('../wires/y-websocket.wire.mjs', import.meta.url).href;
  acknowledgement = 'none in its protocol: the echo of one’s own update, applied in memory';
  version = `@y/websocket-server ${JSON.parse(readFileSync(packageFile, 'utf8')).version}`;
  storage = 'y-leveldb, its stock persistence';

  constructor({ folder }) {
    this.folder = folder;
  }

  async start() {
    this.port = await freePort();
    this.program = new Program({
      args: [join(dirname(packageFile), 'src/server.js')],
      env: { HOST: '127.0.0.1', PORT: String(this.port), YPERSISTENCE: join(this.folder, 'level'), NODE_ENV: 'production' },
      logFile: join(this.folder, 'server.log'),
      isReady: () => fetch(`http://127.0.0.1:${this.port}`).then(({ ok }) => ok, () => false),
    });
    await this.program.start();
  }

  get pids() {
    return { server: this.program.pid, database: null };
  }

  async prepare({ drafts }) {
    return Array.from({ length: drafts }, (_, index) => `draft-${index}`);
  }

  seat({ draft, person, role }) {
    return { url: `ws://127.0.0.1:${this.port}`, draft, role, name: `Personne ${person}` };
  }

  /** Nothing but the server reads its LevelDB: copies are typed like the first, see the scenario. */
  copies = null;

  /** It has no orderly stop: what was received must have had the time to be written, which is when it does nothing any more. */
  async stopProgram() {
    const end = Date.now() + idleWithinMs;
    for (let before = -1; Date.now() < end; ) {
      const used = cpuMs(this.program.pid);
      if (used - before <= 20 && before >= 0) break;
      before = used;
      await wait(2_000);
    }
    await this.program.stop();
  }

  startProgram() {
    return this.program.start();
  }

  kill() {
    return this.program.kill();
  }

  async discard() {
    await this.program?.kill();
  }
}
