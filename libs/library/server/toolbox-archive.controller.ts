import type { Actor } from '@cohorte/networks/contract';
import { AppError, type Visitor, visitor } from '@cohorte/platform/contract';
import type { ActingRequest } from '@cohorte/platform/server';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { openToolbox } from '../contract';
import { disposition } from './files/byte-range';
import { ToolboxArchive } from './toolbox-archive';

/** A toolbox as one file to take away. */
@Controller()
export class ToolboxArchiveController {
  constructor(private readonly archive: ToolboxArchive) {}

  @Get('boites-a-outils/:ref/archive.zip')
  async zip(@Req() request: ActingRequest, @Res() reply: FastifyReply, @Param('ref') ref: string, @Query('instantane') snapshot?: string): Promise<void> {
    const asked = openToolbox.input.safeParse({ ref, ...(snapshot === undefined ? {} : { snapshot }) });
    if (!asked.success) throw new AppError('not-found', 'library.toolbox-not-found');
    const { name, stream } = await this.archive.of((request.actor as Actor | Visitor | undefined) ?? visitor, asked.data);
    // Its parts are compressed already, and a stream that stops half-way must not look whole.
    request.headers['x-no-compression'] = '1';
    void reply.header('content-disposition', disposition('attachment', name)).header('cache-control', 'private, no-store').type('application/zip').send(stream);
  }
}
