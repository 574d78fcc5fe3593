import { access, readFile } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type FirstPages, withFirstPage } from './first-pages';
import { serveBuildStamp, withLiveReload } from './live-reload';
import { contentSecurityPolicy, newNonce } from './security';

/** Written in the built pages where the nonce of an answer goes (Angular's `ngCspNonce`). */
const noncePlaceholder = 'NONCE_OF_THIS_ANSWER';
/** A document of its own when it is opened by its address. */
const isPage = /\.(html|svg)$/i;
/** Named by what it holds: `main-LAQJ25CR.js`, `chunk-iTJQXHdm.js`. */
const hashed = /-[\w-]{8}\.(js|css|woff2|svg|png)$/;

/** A built page, read once a process in production: the prerendered one of this path, or the application's shell. */
class BuiltPages {
  private readonly kept = new Map<string, string>();

  constructor(
    private readonly directory: string,
    private readonly keep: boolean,
  ) {}

  async pageFor(path: string): Promise<string> {
    const file = join(this.directory, normalize(path), 'index.html');
    if (file.startsWith(this.directory) && (await exists(file))) return this.read(file);
    const shell = join(this.directory, 'index.csr.html');
    return this.named(path, await this.read((await exists(shell)) ? shell : join(this.directory, 'index.html')));
  }

  /** The page, naming what its own chunks are (`tools/page-preloads.mjs`). */
  private async named(path: string, page: string): Promise<string> {
    const list = join(this.directory, 'preloads.json');
    const preloads = (await exists(list)) ? (JSON.parse(await this.read(list)) as Record<string, string[]>) : {};
    const files = Object.entries(preloads).find(([address]) => path.startsWith(address))?.[1] ?? [];
    return page.replace('</head>', () => `${files.map((file) => `<link rel="modulepreload" href="${file}">`).join('')}</head>`);
  }

  private async read(file: string): Promise<string> {
    const known = this.kept.get(file);
    if (known !== undefined) return known;
    const text = await readFile(file, 'utf8');
    if (this.keep) this.kept.set(file, text);
    return text;
  }
}

const exists = (file: string): Promise<boolean> => access(file).then(() => true, () => false);

/** What only a page can be told; a page is made of many parts, and each would carry it. */
const pageHeaders = ['content-security-policy', 'x-frame-options', 'cross-origin-opener-policy', 'permissions-policy', 'x-request-id'];

function asPart(reply: FastifyReply): FastifyReply {
  for (const name of pageHeaders) reply.removeHeader(name);
  return reply;
}

const cookiesOf = ({ headers }: FastifyRequest): Headers => new Headers({ cookie: headers.cookie ?? '' });

/** Serves the built browser application: files with long caching, pages with a fresh nonce, prerendered or filled in where they are public. */
export async function serveWebPages(server: FastifyInstance, { directory, keepPages, firstPages }: { directory: string; keepPages: boolean; firstPages: FirstPages }): Promise<void> {
  const pages = new BuiltPages(directory, keepPages);
  await server.register(fastifyStatic, {
    root: directory,
    // Asked for one by one below: files built while the server runs are found too.
    serve: false,
    // Brotli twins are written by the build.
    preCompressed: true,
    // The library's own header would stand above ours.
    cacheControl: false,
  });
  if (!keepPages) serveBuildStamp(server, directory);
  server.get('/*', async (request: FastifyRequest, reply: FastifyReply) => {
    const { pathname, searchParams } = new URL(request.url, 'http://page');
    const path = decodeURIComponent(pathname);
    if (/\.[a-z0-9]{2,11}$/i.test(path)) {
      if (!(await exists(join(directory, normalize(path))))) return reply.status(404).send({ kind: 'not-found', code: 'platform.not-found', details: {}, fields: {} });
      return (isPage.test(path) ? reply : asPart(reply)).header('cache-control', hashed.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache').sendFile(path);
    }
    const elsewhere = await firstPages.elsewhere(path, cookiesOf(request));
    if (elsewhere) return reply.header('cache-control', 'no-store').redirect(elsewhere);
    const nonce = newNonce();
    const first = await firstPages.of(path, searchParams);
    const built = (await pages.pageFor(path)).replaceAll(noncePlaceholder, nonce);
    const html = first ? withFirstPage(built, pathname, first) : built;
    reply.header('content-security-policy', contentSecurityPolicy(nonce)).header('cache-control', first?.isPersonal ? 'no-store' : 'no-cache').type('text/html; charset=utf-8');
    return reply.send(keepPages ? html : withLiveReload(html, nonce));
  });
}
