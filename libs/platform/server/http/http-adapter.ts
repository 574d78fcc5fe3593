import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Socket } from 'node:net';
import type { ErrorBody, ErrorKind } from '../../contract';
import { newId } from '../ids';

/** One request body is at most this many bytes; pictures have their own limit on their own route. */
const bodyLimit = 1_000_000;

const refusal = (kind: ErrorKind, code: string): ErrorBody => ({ kind, code, details: {}, fields: {} });

/** What Fastify refuses by itself, before any of our code: an address or a body it cannot read. */
function answerFrameworkError(error: { code?: string; statusCode?: number }, request: FastifyRequest, reply: FastifyReply): void {
  const unreadableAddress = error.code === 'FST_ERR_BAD_URL' || error.code === 'FST_ERR_MAX_PARAM_LENGTH';
  const status = unreadableAddress ? 404 : (error.statusCode ?? 400);
  const body = unreadableAddress ? refusal('not-found', 'platform.not-found') : status === 413 ? refusal('too-large', 'platform.too-large') : refusal('bad-input', 'platform.malformed-body');
  void reply.status(status).send({ ...body, requestId: request.id });
}

/** What Node refuses before there is a request at all, as a rule an address or headers beyond all measure. */
function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy();
  const [status, body] = error.code === 'HPE_HEADER_OVERFLOW' ? ['431 Request Header Fields Too Large', refusal('too-large', 'platform.too-large')] : ['400 Bad Request', refusal('bad-input', 'platform.malformed-request')];
  const text = JSON.stringify(body);
  socket.end(`HTTP/1.1 ${status as string}\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(text)}\r\nconnection: close\r\n\r\n${text}`);
}

/** The HTTP server of the application and of its specs: same limits, same words for what it refuses by itself. */
export function httpAdapter(): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit,
    trustProxy: 'loopback',
    genReqId: newId,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 300 },
    frameworkErrors: answerFrameworkError,
    clientErrorHandler: answerClientError,
  });
}
