import 'reflect-metadata';
import compress from '@fastify/compress';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type AppConfig, Database, FirstPages, httpAdapter, outsideApi, secure, serveWebPages } from '@cohorte/platform/server';
import { existsSync } from 'node:fs';
import { Logger as PinoLogger } from 'nestjs-pino';
import { AppModule } from './app.module';

/** Builds the application, ready to listen. */
export async function createServer(config: AppConfig): Promise<NestFastifyApplication> {
  const adapter = httpAdapter();
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(config), adapter, { bufferLogs: true, abortOnError: false, rawBody: false });
  app.useLogger(app.get(PinoLogger));
  app.setGlobalPrefix('api', { exclude: outsideApi });
  app.enableShutdownHooks([]);
  const server = adapter.getInstance();
  secure(server, config.publicUrl);
  await server.register(compress, { global: true, threshold: 2_000 });
  if (config.roles.includes('http') && existsSync(config.webDir)) await serveWebPages(server, { directory: config.webDir, keepPages: config.environment === 'production', firstPages: app.get(FirstPages) });
  await app.init();
  await app.get(Database).assertHeldByRowSecurity();
  return app;
}
