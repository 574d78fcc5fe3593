import { type DynamicModule, Module, RequestMethod } from '@nestjs/common';
import { type AppConfig, loggedRequest, PlatformModule } from '@cohorte/platform/server';
import { DraftsModule } from '@cohorte/drafts/server';
import { IdentityModule } from '@cohorte/identity/server';
import { LibraryModule } from '@cohorte/library/server';
import { MeetingsModule } from '@cohorte/meetings/server';
import { NetworksModule } from '@cohorte/networks/server';
import { NotificationsModule } from '@cohorte/notifications/server';
import { SchedulingModule } from '@cohorte/scheduling/server';
import { TracksModule } from '@cohorte/tracks/server';
import { LoggerModule } from 'nestjs-pino';

/** The wiring of all domains; no rule lives here. */
@Module({})
export class AppModule {
  static forRoot(config: AppConfig): DynamicModule {
    return {
      module: AppModule,
      imports: [
        LoggerModule.forRoot({ forRoutes: [{ path: '/{*path}', method: RequestMethod.ALL }], pinoHttp: { level: config.logLevel, autoLogging: config.logLevel === 'info', serializers: { req: loggedRequest }, redact: ['req.headers.cookie', 'req.headers.authorization', 'res.headers["set-cookie"]'] } }),
        PlatformModule.forRoot(config),
        IdentityModule,
        NetworksModule,
        DraftsModule,
        LibraryModule,
        MeetingsModule,
        SchedulingModule,
        TracksModule,
        NotificationsModule,
      ],
    };
  }
}
