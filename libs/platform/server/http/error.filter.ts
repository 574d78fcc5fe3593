import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError, type ErrorBody, errorStatus, type ErrorKind } from '../../contract';
import { isDatabaseAway } from '../database/database-away';

const kindOfStatus = new Map<number, ErrorKind>(Object.entries(errorStatus).map(([kind, status]) => [status, kind as ErrorKind]));
const statusOf = (error: unknown): number | undefined => {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : undefined;
};

/** Names any failure: errors thrown on purpose keep their code, those of the HTTP layer and a database that is away get one, the rest is ours and says nothing. */
export function describeError(error: unknown): ErrorBody & { status: number } {
  if (error instanceof AppError) {
    return { status: errorStatus[error.kind], kind: error.kind, code: error.code, details: error.details, fields: error.fields };
  }
  const kind = kindOfStatus.get(statusOf(error) ?? 500);
  if (kind) return { status: errorStatus[kind], kind, code: `platform.${kind}`, details: {}, fields: {} };
  if (isDatabaseAway(error)) return { status: errorStatus.unavailable, kind: 'unavailable', code: 'platform.database-unreachable', details: {}, fields: {} };
  return { status: 500, kind: 'internal', code: 'platform.internal', details: {}, fields: {} };
}

/** The one place where a failure becomes an answer. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger('errors');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const { status, ...body } = describeError(error);
    if (status === 500 || isDatabaseAway(error)) this.logger.error({ err: error, requestId: request.id }, 'unexpected failure');
    void reply.status(status).send({ ...body, requestId: request.id });
  }
}
