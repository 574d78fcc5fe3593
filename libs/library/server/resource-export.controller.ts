import type { Actor } from '@cohorte/networks/contract';
import { AppError, type Visitor, visitor } from '@cohorte/platform/contract';
import type { ActingRequest } from '@cohorte/platform/server';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import * as z from 'zod';
import { ResourceArchive } from './resource-archive';
import { ResourceExport } from './resource-export';

const identified = z.uuid();

/** The library as files: tables, a feed, the map of public pages. */
@Controller()
export class ResourceExportController {
  constructor(
    private readonly exports: ResourceExport,
    private readonly archive: ResourceArchive,
  ) {}

  @Get('ressources.csv')
  async csv(@Query('networkId') networkId: unknown, @Req() request: ActingRequest, @Res() reply: FastifyReply): Promise<void> {
    const content = await this.exports.csv(readerOf(request), chosen(networkId));
    await reply.header('content-disposition', 'attachment; filename="ressources.csv"').type('text/csv; charset=utf-8').send(content);
  }

  @Get('ressources.json')
  async json(@Query('networkId') networkId: unknown, @Req() request: ActingRequest, @Res() reply: FastifyReply): Promise<void> {
    const content = await this.exports.json(readerOf(request), chosen(networkId));
    await reply.header('content-disposition', 'attachment; filename="ressources.json"').type('application/json; charset=utf-8').send(content);
  }

  @Get('ressources.zip')
  async zip(@Query('networkId') networkId: unknown, @Req() request: ActingRequest, @Res() reply: FastifyReply): Promise<void> {
    const stream = await this.archive.of(readerOf(request), chosen(networkId));
    // Its parts are compressed already, and a stream that stops half-way must not look whole.
    request.headers['x-no-compression'] = '1';
    void reply.header('content-disposition', 'attachment; filename="ressources.zip"').header('cache-control', 'private, no-store').type('application/zip').send(stream);
  }

  @Get('ressources.atom')
  async atom(@Res() reply: FastifyReply): Promise<void> {
    void reply.header('cache-control', 'public, max-age=900').type('application/atom+xml; charset=utf-8').send(await this.exports.atom());
  }

  @Get('sitemap.xml')
  async sitemap(@Res() reply: FastifyReply): Promise<void> {
    void reply.header('cache-control', 'public, max-age=3600').type('application/xml; charset=utf-8').send(await this.exports.sitemap());
  }
}

const readerOf = (request: ActingRequest): Actor | Visitor => (request.actor as Actor | Visitor | undefined) ?? visitor;

/** Absent, everything; malformed, nothing of that name. */
function chosen(networkId: unknown): string | undefined {
  if (networkId === undefined) return undefined;
  const read = identified.safeParse(networkId);
  if (!read.success) throw new AppError('not-found', 'library.place-unknown');
  return read.data;
}
