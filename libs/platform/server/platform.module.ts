import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Clock } from './clock';
import { type AppConfig, Config } from './config';
import { Database } from './database/database';
import { Signals } from './database/signals';
import { Events } from './events/events';
import { OutboxDispatcher } from './events/outbox-dispatcher';
import { FileStore } from './files/file-store';
import { ActorGuard } from './http/actor.guard';
import { ErrorFilter } from './http/error.filter';
import { FirstPages } from './http/first-pages';
import { OpenApiController } from './http/openapi';
import { RateLimit } from './http/rate-limit';
import { OutputInterceptor } from './http/output.interceptor';
import { Jobs } from './jobs/jobs';
import { PeriodicRuns } from './jobs/periodic-runs';
import { MailboxController } from './mail/mailbox.controller';
import { Mailer } from './mail/mailer';
import { HealthController } from './operations/health.controller';
import { Realtime } from './realtime/realtime';
import { KnownWords } from './search/known-words';
import { IndexReader } from './search/index-reader';
import { SearchController } from './search/search.controller';
import { SearchFirstPage } from './search/search-first-page';
import { SearchIndex } from './search/search-index';
import { SearchSources } from './search/search-sources';
import { SearchSynonyms } from './search/search-synonyms';
import { SearchQueries } from './search/search.queries';

const services = [Clock, Database, Signals, Events, OutboxDispatcher, Jobs, PeriodicRuns, Mailer, FileStore, FirstPages, RateLimit, Realtime, IndexReader, KnownWords, SearchFirstPage, SearchIndex, SearchQueries, SearchSources, SearchSynonyms];

/** What every domain stands on; global, so that a domain's module imports only the domains it knows. */
@Module({})
export class PlatformModule {
  static forRoot(config: AppConfig): DynamicModule {
    const settings = { provide: Config, useValue: new Config(config) };
    return {
      module: PlatformModule,
      global: true,
      imports: [
        DiscoveryModule,
        TypeOrmModule.forRoot({
          type: 'postgres',
          url: config.database.appUrl,
          autoLoadEntities: true,
          synchronize: false,
          poolSize: 12,
          logging: false,
          retryAttempts: 1,
          connectTimeoutMS: 10_000,
          // A connection knows the plans of what it asked: a new one works them out again.
          extra: { application_name: 'cohorte', idle_in_transaction_session_timeout: 60_000, idleTimeoutMillis: 300_000 },
        }),
      ],
      controllers: [HealthController, OpenApiController, MailboxController, SearchController],
      providers: [
        settings,
        ...services,
        { provide: APP_GUARD, useClass: ActorGuard },
        { provide: APP_FILTER, useClass: ErrorFilter },
        { provide: APP_INTERCEPTOR, useClass: OutputInterceptor },
      ],
      exports: [settings, ...services],
    };
  }
}
