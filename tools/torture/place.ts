import type { Actor, MemberRole } from '@cohorte/networks/contract';
import { Config, createTestApp, newId, type TestApp } from '@cohorte/platform/server';
import { DraftsModule } from '@cohorte/drafts/server';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Neighbourhood } from '../../libs/drafts/server/drafts.fixtures';
import { SessionCookie } from '../../libs/identity/server/session-cookie';
import { ServerNode } from './server-node';

/** Someone with a session of their own: what they need to come in by any node. */
export interface Person {
  readonly actor: Actor;
  readonly sessionId: string;
  readonly cookie: string;
}

interface Answer {
  readonly status: number;
  readonly body: { readonly [name: string]: unknown };
}

/** A structure with people and drafts, in a database that several processes of the real server share. */
export class Place {
  readonly nodes: ServerNode[] = [];

  private constructor(
    readonly app: TestApp,
    readonly town: Neighbourhood,
    private readonly dataDir: string,
  ) {}

  static async build(): Promise<Place> {
    // Arranges, and listens to nobody.
    const app = await createTestApp({ imports: [DraftsModule], actor: null, config: { roles: ['http'] } });
    return new Place(app, await Neighbourhood.build(app), mkdtempSync(join(tmpdir(), 'cohorte-torture-')));
  }

  get database() {
    return this.app.database;
  }

  async node(program: string, name: string, roles = 'http,realtime'): Promise<ServerNode> {
    const { dataDir, database } = this;
    const node = await ServerNode.start({ name, program, database, dataDir, roles, secret: this.app.get(Config).value.secret });
    this.nodes.push(node);
    return node;
  }

  async person(name: string, role?: MemberRole): Promise<Person> {
    return this.signedIn(await this.town.person(name, role));
  }

  /** Another session of the same person. */
  async signedIn(actor: Actor): Promise<Person> {
    const [sessionId, token] = [newId(), randomBytes(24).toString('base64url')];
    await this.town.rows(
      `INSERT INTO identity_session (id, person_id, token, created_at, updated_at, expires_at) VALUES ($1, $2, $3, now(), now(), now() + interval '10 days')`,
      [sessionId, actor.personId, token]);
    const [line = ''] = new SessionCookie('http://127.0.0.1', this.app.get(Config).value.secret).write(token).split(';');
    return { actor, sessionId, cookie: line };
  }

  async close(): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.stop()));
    await this.town.close();
    await this.app.close();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

/** One request of one person to one node; status 0 when nobody answered. */
export async function request(node: Pick<ServerNode, 'url'>, { cookie }: Pick<Person, 'cookie'>, asked: { method?: string; path: string; body?: object }): Promise<Answer> {
  const { method = 'GET', path, body } = asked;
  const headers = { cookie, origin: node.url, ...(body ? { 'content-type': 'application/json' } : {}) };
  try {
    const answer = await fetch(new URL(path, node.url), { method, headers, redirect: 'manual', signal: AbortSignal.timeout(15_000), ...(body ? { body: JSON.stringify(body) } : {}) });
    const text = await answer.text();
    return { status: answer.status, body: answer.headers.get('content-type')?.includes('json') ? (JSON.parse(text) as Answer['body']) : { text } };
  } catch (error) {
    return { status: 0, body: { code: String(error) } };
  }
}
