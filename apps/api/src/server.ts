import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type AppConfig, Database, newId, secure, serveWebPages } from '@cohorte/platform/server';
import { existsSync } from 'node:fs';
import { Logger as PinoLogger } from 'nestjs-pino';
import { AppModule } from './app.module';

/** One request body is at most this many bytes; pictures have their own limit on their own route. */
const bodyLimit = 1_000_000;

/** Builds the application, ready to listen. */
export async function createServer(config: AppConfig): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({ bodyLimit, trustProxy: 'loopback', genReqId: newId, forceCloseConnections: true, routerOptions: { maxParamLength: 300 } });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(config), adapter, { bufferLogs: true, abortOnError: false, rawBody: false });
  app.useLogger(app.get(PinoLogger));
  app.setGlobalPrefix('api', { exclude: ['health/live', 'health/ready', 'metrics'] });
  app.enableShutdownHooks([]);
  const server = adapter.getInstance();
  secure(server, config.publicUrl);
  server.setErrorHandler((error, request, reply) => {
    const status = (error as { statusCode?: number }).statusCode ?? 500;
    void reply.status(status).send({ kind: status === 413 ? 'too-large' : 'bad-input', code: status === 413 ? 'platform.too-large' : 'platform.malformed-body', details: {}, fields: {}, requestId: request.id });
  });
  if (config.roles.includes('http') && existsSync(config.webDir)) await serveWebPages(server, config.webDir, config.environment === 'production');
  await app.init();
  await app.get(Database).assertHeldByRowSecurity();
  return app;
}
