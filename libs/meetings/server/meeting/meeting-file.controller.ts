import type { Actor } from '@cohorte/networks/contract';
import { AppError, identifier, visitor } from '@cohorte/platform/contract';
import type { ActingRequest } from '@cohorte/platform/server';
import { Controller, Get, HttpCode, type OnModuleInit, Param, Post, Query, Req, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply } from 'fastify';
import * as z from 'zod';
import { documentMoments, lineText, type MeetingDocument, meetingFileMaxBytes, type MeetingReaderActor } from '../../contract';
import { MeetingDocuments, type OpenedFile } from './meeting-documents.service';

const bytesType = 'application/octet-stream';
/** Room for a file slightly too large, so that it is refused by its name. */
const slack = 1_000_000;
const described = z.object({ name: lineText(160, 1), moment: z.enum(documentMoments) });

/** Files of meetings in and out, as bytes; never shown inside our pages, always downloaded. */
@Controller('meetings/:meetingId/files')
export class MeetingFileController implements OnModuleInit {
  constructor(
    private readonly documents: MeetingDocuments,
    private readonly host: HttpAdapterHost,
  ) {}

  onModuleInit(): void {
    const server = this.host.httpAdapter?.getInstance() as FastifyInstance | undefined;
    if (!server || server.hasContentTypeParser(bytesType)) return;
    server.addContentTypeParser(bytesType, { parseAs: 'buffer', bodyLimit: meetingFileMaxBytes + slack }, (_request, body, done) => done(null, body));
  }

  @Post()
  @HttpCode(200)
  add(@Req() request: ActingRequest, @Param('meetingId') meetingId: string, @Query() query: object): Promise<MeetingDocument> {
    const actor = readerOf(request);
    if (actor.personId === null) throw new AppError('unauthenticated', 'platform.sign-in-needed');
    const said = described.safeParse(query);
    if (!said.success) throw new AppError('bad-input', 'meetings.file-unnamed');
    if (!(request.body instanceof Uint8Array)) throw new AppError('unsupported-type', 'meetings.file-refused');
    return this.documents.addFile(actor, { meetingId: existing(meetingId), ...said.data, bytes: request.body });
  }

  @Get(':documentId')
  async open(@Req() request: ActingRequest, @Param() params: { meetingId: string; documentId: string }, @Res() reply: FastifyReply): Promise<void> {
    sendMeetingFile(reply, await this.documents.open(readerOf(request), existing(params.meetingId), existing(params.documentId)));
  }
}

/** Always a download, never a page of ours. */
export function sendMeetingFile(reply: FastifyReply, { file, name, type }: OpenedFile): void {
  void reply
    .header('content-type', type)
    .header('content-length', file.size)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cache-control', 'private, no-cache')
    .send(file.stream);
}

const readerOf = (request: ActingRequest): MeetingReaderActor => (request.actor ?? visitor) as Actor | typeof visitor;

function existing(id: string): string {
  if (!identifier.safeParse(id).success) throw new AppError('not-found', 'platform.not-found');
  return id;
}
