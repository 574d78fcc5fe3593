import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The policy of every page: nothing from elsewhere, no inline code; styles made at run time carry the page's nonce. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "worker-src 'self'",
    "manifest-src 'self'",
  ].join('; ');
}

export const newNonce = (): string => randomBytes(16).toString('base64url');

const headers: Record<string, string> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
};

/** Another site's page must not act with a signed-in person's cookie: writes come from our own origin only. */
function foreignWrite(request: FastifyRequest, origin: string): boolean {
  if (reading.has(request.method)) return false;
  const from = request.headers.origin;
  if (from === undefined) return request.headers['sec-fetch-site'] === 'cross-site';
  return from !== origin && !(URL.canParse(from) && new URL(from).host === request.headers.host);
}

/** Headers and origin check of every answer. */
export function secure(server: FastifyInstance, publicUrl: string): void {
  const origin = new URL(publicUrl).origin;
  server.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    void reply.headers(headers).header('x-request-id', request.id);
    if (publicUrl.startsWith('https:')) void reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains');
    if (request.url.startsWith('/api')) void reply.header('cache-control', 'no-store');
    if (foreignWrite(request, origin)) {
      return reply.status(403).send({ kind: 'forbidden', code: 'platform.foreign-origin', details: {}, fields: {}, requestId: request.id });
    }
    return undefined;
  });
}
