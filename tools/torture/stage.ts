import { EmbeddedPostgres, Jobs, newId, newRolePasswords, prepareRoles, testTemplate } from '@cohorte/platform/server';
import { chmodSync, mkdtempSync, readdirSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { compactDraft } from '../../libs/drafts/server/rooms/draft-compaction';
import { migrate } from '../../apps/api/src/data-source';
import type { Chance } from './chance';
import { Place } from './place';
import type { ServerNode } from './server-node';

const fallen = { a: 20, b: 20, 'a and b': 14, worker: 12, postgres: 18, 'postgres and a': 8, everything: 8 } as const;
type Fall = keyof typeof fallen;

/** Two api nodes and a worker on one PostgreSQL that keeps every promise, and a hand that kills any of them. */
export class Stage {
  readonly kills = { a: 0, b: 0, worker: 0, postgres: 0 };
  rounds = 0;
  /** Run in the instant before a kill. */
  readonly beforeFall = new Set<(chance: Chance) => void>();

  private constructor(
    private readonly postgres: EmbeddedPostgres,
    private readonly dataDir: string,
    readonly place: Place,
    readonly nodes: { readonly a: ServerNode; readonly b: ServerNode; readonly worker: ServerNode },
  ) {}

  static async build(program: string): Promise<Stage> {
    const dataDir = mkdtempSync(join(tmpdir(), 'cohorte-torture-'));
    chmodSync(dataDir, 0o755);
    const postgres = await EmbeddedPostgres.start({ dataDir, durable: true, onLost: (error) => void process.stderr.write(`PostgreSQL is lost: ${error.message}\n`) });
    const passwords = newRolePasswords();
    const { ownerUrl } = await prepareRoles(postgres.superUrl, passwords, testTemplate);
    await migrate(ownerUrl);
    process.env['COHORTE_TEST_CLUSTER'] = JSON.stringify({ superUrl: postgres.superUrl, passwords });
    const place = await Place.build();
    const [a, b, worker] = await Promise.all([place.node(program, 'a'), place.node(program, 'b'), place.node(program, 'worker', 'worker')]);
    return new Stage(postgres, dataDir, place, { a, b, worker });
  }

  get killed(): number {
    return Object.values(this.kills).reduce((sum, times) => sum + times, 0);
  }

  /** Who comes in by which door. */
  node(index: number): ServerNode {
    return index % 2 === 0 ? this.nodes.a : this.nodes.b;
  }

  /** Kills, leaves them dead for a moment, and brings them back. Answers who fell. */
  async round(chance: Chance): Promise<Fall> {
    const fall = chance.lot(fallen);
    this.rounds += 1;
    this.beforeFall.forEach((run) => run(chance));
    await this.fell(fall);
    await wait(chance.between(0, 1_000));
    await Promise.all(Object.values(this.nodes).filter((node) => !node.isAlive).map((node) => node.run()));
    await this.serving();
    return fall;
  }

  /** As a power cut of the whole machine room. */
  async powerCut(): Promise<void> {
    await this.fell('everything');
    await Promise.all(Object.values(this.nodes).map((node) => node.run()));
    await this.serving();
  }

  /** Asks the worker for a snapshot now, which a short history would never grow to. */
  async compact(draftId: string): Promise<void> {
    await this.place.app.get(Jobs).add(compactDraft, { draftId }, { id: `torture-${newId()}` }).catch(() => undefined);
  }

  /** Looks behind every policy; a query that a kill interrupts is asked again. */
  async rows<T extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<T[]> {
    for (let tries = 0; ; tries += 1) {
      const client = new pg.Client({ connectionString: this.place.database.superUrl, connectionTimeoutMillis: 5_000 });
      client.on('error', () => undefined);
      try {
        await client.connect();
        return (await client.query<T>(sql, values)).rows;
      } catch (error) {
        if (tries > 100) throw error;
        await wait(300);
      } finally {
        await client.end().catch(() => undefined);
      }
    }
  }

  async close(): Promise<void> {
    await Promise.all(Object.values(this.nodes).map((node) => node.stop()));
    await this.place.app.close().catch(() => undefined);
    await this.postgres.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  private async fell(fall: Fall): Promise<void> {
    const all = fall === 'everything';
    await Promise.all([
      ...(['a', 'b', 'worker'] as const).filter((name) => all || new RegExp(`\\b${name}\\b`).test(fall.replace(' and ', ' '))).map((name) => this.killNode(name)),
      ...(all || fall.includes('postgres') ? [this.killPostgres()] : []),
    ]);
  }

  private async killNode(name: 'a' | 'b' | 'worker'): Promise<void> {
    if (!this.nodes[name].isAlive) return;
    await this.nodes[name].kill();
    this.kills[name] += 1;
  }

  /** The postmaster and everything it started, at one stroke. */
  private async killPostgres(): Promise<void> {
    const folder = realpathSync(this.postgres.dataFolder);
    const pids = readdirSync('/proc').map(Number).filter((pid) => pid > 0 && cwdOf(pid) === folder);
    for (const pid of pids) killNow(pid);
    if (pids.length > 0) this.kills.postgres += 1;
  }

  private async serving(): Promise<void> {
    await this.rows('SELECT 1');
    await Promise.all(Object.values(this.nodes).map((node) => node.ready()));
  }
}

function cwdOf(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
}
