import { AppError, identifier } from '@cohorte/platform/contract';
import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { sendMeetingFile } from '../meeting/meeting-file.controller';
import { GuestMeetings } from './guest-meetings';

/** Files of a meeting for the holder of a personal link. */
@Controller('registrations/:token/files')
export class GuestMeetingController {
  constructor(private readonly guests: GuestMeetings) {}

  @Get(':documentId')
  async open(@Param() { token, documentId }: { token: string; documentId: string }, @Res() reply: FastifyReply): Promise<void> {
    if (!identifier.safeParse(documentId).success) throw new AppError('not-found', 'meetings.document-not-found');
    sendMeetingFile(reply.header('referrer-policy', 'no-referrer'), await this.guests.openFile(token, documentId));
  }
}
