import type { Actor } from '@cohorte/networks/contract';
import { AppError, type InputOf, type Visitor, visitor } from '@cohorte/platform/contract';
import { type ActingRequest, FileStore, Implements } from '@cohorte/platform/server';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import * as z from 'zod';
import { fileTypes, listPages } from '../../contract';
import { disposition, rangeOf } from './byte-range';
import { type FileRow, keysOfFile } from './file-row';
import { FileQueries } from './file.queries';

/** Nothing in a file acts: no script, no request, no form, in an origin of its own. */
const caged = "default-src 'none'; style-src 'unsafe-inline'; media-src 'self'; sandbox; frame-ancestors 'none'";
/** Browsers show no PDF in a sandbox; their reader runs nothing of it as our page. */
const forPdf = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'";

const numbered = z.coerce.number().int().min(1).max(10_000);

/** Files on their way out: streamed with ranges, never parsed here. */
@Controller()
export class FileController {
  constructor(
    private readonly queries: FileQueries,
    private readonly files: FileStore,
  ) {}

  @Implements(listPages)
  pages(actor: Actor | Visitor, input: InputOf<typeof listPages>) {
    return this.queries.pages(actor, input);
  }

  @Get('ressources/:ref/fichier')
  async file(@Req() request: ActingRequest, @Res() reply: FastifyReply, @Param('ref') ref: string, @Query() query: { edition?: unknown; lire?: unknown }): Promise<void> {
    const file = await this.queries.readable(readerOf(request), { ref, edition: editionOf(query.edition) });
    await this.send(request, reply, file, query.lire === undefined ? 'attachment' : 'inline');
  }

  @Get('ressources/:ref/sous-titres.vtt')
  async subtitles(@Req() request: ActingRequest, @Res() reply: FastifyReply, @Param('ref') ref: string): Promise<void> {
    const file = await this.queries.readable(readerOf(request), { ref, role: 'subtitles' });
    if (file.type !== 'vtt') throw new AppError('not-found', 'library.file-not-found');
    await this.send(request, reply, file, 'inline');
  }

  @Get('ressources/:ref/vignette.webp')
  async thumbnail(@Req() request: ActingRequest, @Res() reply: FastifyReply, @Param('ref') ref: string, @Query('edition') edition: unknown): Promise<void> {
    const file = await this.queries.readable(readerOf(request), { ref, edition: editionOf(edition) });
    await this.picture(request, reply, { key: keysOfFile(file.id).thumbnail, tag: `"${file.sha256}-t"` });
  }

  @Get('ressources/:ref/pages/:page')
  async page(@Req() request: ActingRequest, @Res() reply: FastifyReply, @Param() params: { ref: string; page: string }, @Query('edition') edition: unknown): Promise<void> {
    const number = numbered.safeParse(/^(\d{1,5})\.webp$/.exec(params.page)?.[1]);
    if (!number.success) throw new AppError('not-found', 'library.file-not-found');
    const file = await this.queries.readable(readerOf(request), { ref: params.ref, edition: editionOf(edition) });
    await this.picture(request, reply, { key: keysOfFile(file.id).page(number.data), tag: `"${file.sha256}-${number.data}"` });
  }

  private async send(request: ActingRequest, reply: FastifyReply, file: FileRow, wanted: 'inline' | 'attachment'): Promise<void> {
    const [key, size] = [keysOfFile(file.id).source, Number(file.size)];
    await this.files.sizeOf(key);
    const tag = `"${file.sha256}"`;
    dressed(common(request, reply, tag).header('accept-ranges', 'bytes'), file, wanted);
    if (request.headers['if-none-match'] === tag) return void reply.status(304).send();
    const isStale = request.headers['if-range'] !== undefined && request.headers['if-range'] !== tag;
    const range = isStale ? null : rangeOf(request.headers.range, size);
    if (range === 'unsatisfiable') return void reply.status(416).header('content-range', `bytes */${size}`).send();
    const { from, to } = range ?? { from: 0, to: size - 1 };
    if (range) void reply.status(206).header('content-range', `bytes ${from}-${to}/${size}`);
    void reply.header('content-length', to - from + 1).send(this.files.part(key, from, to));
  }

  private async picture(request: ActingRequest, reply: FastifyReply, { key, tag }: { key: string; tag: string }): Promise<void> {
    const { stream, size } = await this.files.get(key);
    common(request, reply, tag).header('content-security-policy', caged).type('image/webp');
    if (request.headers['if-none-match'] === tag) {
      stream.destroy();
      return void reply.status(304).send();
    }
    void reply.header('content-length', size).send(stream);
  }
}

const readerOf = (request: ActingRequest): Actor | Visitor => (request.actor as Actor | Visitor | undefined) ?? visitor;

/** Shown in the browser when that is harmless and was asked, downloaded otherwise. */
function dressed(reply: FastifyReply, { name, type }: FileRow, wanted: 'inline' | 'attachment'): void {
  const known = type && fileTypes[type];
  const kind = known?.isShown ? wanted : 'attachment';
  void reply.header('content-disposition', disposition(kind, name)).header('content-security-policy', kind === 'inline' && type === 'pdf' ? forPdf : caged).type(known ? mimeOf(known.mime) : 'application/octet-stream');
}

const mimeOf = (mime: string): string => (mime.startsWith('text/') ? `${mime}; charset=utf-8` : mime);

/** Kept by browsers, asked again each time: rights may have gone. Never compressed on the way, which would undo ranges. */
function common(request: ActingRequest, reply: FastifyReply, tag: string): FastifyReply {
  request.headers['x-no-compression'] = '1';
  return reply.header('etag', tag).header('cache-control', 'private, no-cache').header('x-content-type-options', 'nosniff');
}

/** Absent, the latest; malformed, a version that is not. */
function editionOf(given: unknown): number | undefined {
  if (given === undefined) return undefined;
  const read = numbered.safeParse(given);
  if (!read.success) throw new AppError('not-found', 'library.version-not-found');
  return read.data;
}
