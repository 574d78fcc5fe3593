import type { InjectionToken, ModuleMetadata } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { TestingModuleBuilder } from '@nestjs/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Principal } from '../../contract';
import { Clock } from '../clock';
import { type AppConfig, appConfig, type DatabaseUrls, readEnvironment } from '../config';
import { ActorResolver } from '../http/actor.guard';
import { httpAdapter } from '../http/http-adapter';
import { outsideApi } from '../http/outside-api';
import { PlatformModule } from '../platform.module';
import { testDatabase, type TestDatabase } from './test-database';

export interface TestAppOptions extends Pick<ModuleMetadata, 'imports' | 'controllers' | 'providers'> {
  /** Who sends the requests, null for a visitor; when absent, the imported modules resolve the actor themselves. */
  actor?: Principal | null;
  clock?: Clock;
  /** No worker by default: a spec delivers events itself, with `OutboxDispatcher.deliverDue()`, and nothing races it. */
  config?: Partial<AppConfig>;
}

/** Whoever the spec says it is at the moment. */
class ChosenActor extends ActorResolver {
  constructor(public actor: Principal | null) {
    super();
  }

  resolve(): Promise<Principal | null> {
    return Promise.resolve(this.actor);
  }
}

/** The platform with the given modules, on a database copy of its own. */
export class TestApp {
  constructor(
    readonly nest: NestFastifyApplication,
    readonly database: TestDatabase,
    private readonly chosen: ChosenActor,
    private readonly dataDir: string,
  ) {}

  get<T>(token: InjectionToken<T>): T {
    return this.nest.get<T>(token, { strict: false });
  }

  /** The following requests come from this person. */
  actAs(actor: Principal | null): void {
    this.chosen.actor = actor;
  }

  private listening: Promise<string> | undefined;

  /** Where it listens, for browsers' sockets and raw requests; Jest cannot load Fastify's injected requests on Node 20. */
  address(): Promise<string> {
    this.listening ??= this.nest.listen(0, '127.0.0.1').then(() => this.nest.getUrl());
    return this.listening;
  }

  /** One HTTP request; `url` starts with /api. */
  async request(method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE', url: string, body?: object) {
    const sent = body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {};
    const answer = await fetch(new URL(url, await this.address()), { method, redirect: 'manual', ...sent });
    const text = await answer.text();
    const headers = { ...Object.fromEntries(answer.headers), 'set-cookie': answer.headers.getSetCookie() };
    return { status: answer.status, headers, body: text ? (JSON.parse(text) as unknown) : undefined };
  }

  async close(): Promise<void> {
    await this.nest.close();
    await this.database.drop();
    await rm(this.dataDir, { recursive: true, force: true });
  }
}

export async function createTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const database = await testDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'cohorte-test-app-'));
  const chosen = new ChosenActor(options.actor ?? null);
  const config: AppConfig = { ...testConfig(database, dataDir), ...options.config };
  const module = await withOverrides(await testingModule(options, config, chosen), options, chosen).compile();
  const nest = module.createNestApplication<NestFastifyApplication>(httpAdapter(), { logger: ['error', 'fatal'] });
  nest.setGlobalPrefix('api', { exclude: outsideApi });
  await nest.init();
  return new TestApp(nest, database, chosen, dataDir);
}

function testConfig({ appUrl, ownerUrl, journalUrl, jobsUrl }: DatabaseUrls, dataDir: string): AppConfig {
  const found = readEnvironment({ NODE_ENV: 'test', DATA_DIR: dataDir, PORT: '0', ROLES: 'http,realtime', DEMO: '0', LOG_LEVEL: 'error' });
  return appConfig(found, { appUrl, ownerUrl, journalUrl, jobsUrl });
}

/** Loaded on demand: this file is reached through the server's door, and the running server has no test packages. */
async function testingModule(options: TestAppOptions, config: AppConfig, chosen: ChosenActor): Promise<TestingModuleBuilder> {
  const { Test } = await import('@nestjs/testing');
  const actor = options.actor === undefined ? [] : [{ provide: ActorResolver, useValue: chosen }];
  return Test.createTestingModule({
    imports: [PlatformModule.forRoot(config), ...(options.imports ?? [])],
    controllers: options.controllers ?? [],
    providers: [...(options.providers ?? []), ...actor],
  });
}

function withOverrides(builder: TestingModuleBuilder, options: TestAppOptions, chosen: ChosenActor): TestingModuleBuilder {
  if (options.actor !== undefined) builder.overrideProvider(ActorResolver).useValue(chosen);
  if (options.clock) builder.overrideProvider(Clock).useValue(options.clock);
  return builder;
}
