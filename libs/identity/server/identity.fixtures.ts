import { systemActor } from '@cohorte/platform/contract';
import { ActorResolver, createTestApp, Database, type TestApp, type TestAppOptions } from '@cohorte/platform/server';
import { Injectable, Module } from '@nestjs/common';
import { CodeLetterHandler } from './code-letter.handler';
import { IdentityModule } from './identity.module';
import { People } from './people';
import { SessionReader } from './session.reader';

@Injectable()
class SessionActors extends ActorResolver {
  constructor(private readonly sessions: SessionReader) {
    super();
  }

  override resolve(headers: Headers) {
    return this.sessions.read(headers);
  }
}

@Module({ imports: [IdentityModule], providers: [{ provide: ActorResolver, useClass: SessionActors }], exports: [IdentityModule] })
class IdentityAlone {}

interface Letter {
  recipient: string;
  subject: string;
  body: string;
  html: string;
}

/** The server with identity alone, its people and its mailbox. */
export class IdentityApp {
  private constructor(
    readonly app: TestApp,
    private readonly address: string,
  ) {}

  static async start(options: TestAppOptions = {}): Promise<IdentityApp> {
    const app = await createTestApp({ ...options, imports: [IdentityAlone, ...(options.imports ?? [])] });
    await app.nest.listen(0, '127.0.0.1');
    return new IdentityApp(app, await app.nest.getUrl());
  }

  close(): Promise<void> {
    return this.app.close();
  }

  browser(): Browser {
    return new Browser(this.address);
  }

  /** As the system: rows of any table of this domain. */
  rows<T = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<T[]> {
    return this.app.get(Database).transaction(systemActor('spec'), (tx) => tx.query<T[]>(sql, values));
  }

  aPerson(email: string, name = 'Solène Prigent'): Promise<string> {
    return this.app.get(Database).transaction(systemActor('spec'), (tx) => this.app.get(People).createPerson(tx, { name, email, language: 'fr' }));
  }

  /** Does what the worker does, then reads the newest letter to this address. */
  async letterTo(email: string): Promise<Letter | undefined> {
    for (const { id } of await this.rows<{ id: string }>('SELECT id FROM identity_code_request ORDER BY id')) await this.app.get(CodeLetterHandler).send({ requestId: id });
    const [newest] = await this.rows<Letter>('SELECT recipient, subject, body, html FROM platform_mailbox WHERE recipient = $1 ORDER BY id DESC LIMIT 1', [email]);
    return newest;
  }

  async codeFor(browser: Browser, email: string): Promise<string> {
    await browser.post('/sign-in/code-requests', { email });
    return /^(\d{6})/.exec((await this.letterTo(email))?.subject ?? '')?.[1] ?? '';
  }

  async signedIn(email: string): Promise<Browser> {
    const browser = this.browser();
    await browser.post('/sign-in/code', { email, code: await this.codeFor(browser, email) });
    return browser;
  }
}

interface Answer {
  status: number;
  body: Record<string, unknown>;
  cookies: string[];
}

/** One browser: keeps its cookies. */
export class Browser {
  readonly jar = new Map<string, string>();

  constructor(private readonly address: string) {}

  get = (path: string) => this.send('GET', path);
  post = (path: string, body: object = {}) => this.send('POST', path, body);
  patch = (path: string, body: object) => this.send('PATCH', path, body);
  delete = (path: string) => this.send('DELETE', path);

  private async send(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: object): Promise<Answer> {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0', ...(cookie ? { cookie } : {}) };
    const sent = body ? { body: JSON.stringify(body), headers: { ...headers, 'content-type': 'application/json' } } : { headers };
    const answer = await fetch(`${this.address}/api${path}`, { method, ...sent });
    const cookies = answer.headers.getSetCookie();
    for (const line of cookies) this.keep(line);
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown>, cookies };
  }

  private keep(line: string): void {
    const [pair = '', ...attributes] = line.split('; ');
    const cut = pair.indexOf('=');
    if (attributes.includes('Max-Age=0')) this.jar.delete(pair.slice(0, cut));
    else this.jar.set(pair.slice(0, cut), pair.slice(cut + 1));
  }
}
