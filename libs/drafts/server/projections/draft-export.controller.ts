import type { ActingRequest } from '@cohorte/platform/server';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DraftExportService } from './draft-export.service';
import type { ExportedDraft } from './draft-export.service';
import { pagePolicy } from './draft-page';
import { existing, signedIn } from '../signed-in';

/** Drafts as files to keep. */
@Controller('drafts/:draftId')
export class DraftExportController {
  constructor(private readonly exports: DraftExportService) {}

  @Get('export.html')
  async html(@Req() request: ActingRequest, @Param('draftId') draftId: string, @Res() reply: FastifyReply): Promise<void> {
    send(reply, 'text/html; charset=utf-8', await this.exports.html(signedIn(request), existing(draftId)));
  }

  @Get('export.txt')
  async text(@Req() request: ActingRequest, @Param('draftId') draftId: string, @Res() reply: FastifyReply): Promise<void> {
    send(reply, 'text/plain; charset=utf-8', await this.exports.text(signedIn(request), existing(draftId)));
  }
}

function send(reply: FastifyReply, type: string, { fileName, content }: ExportedDraft): void {
  void reply
    .header('content-type', type)
    .header('content-disposition', `attachment; filename="${fileName}"`)
    .header('content-security-policy', pagePolicy)
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .send(content);
}
