import { Controller, HttpCode, type OnModuleInit, Param, Post, Query } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { noticeTopic } from '../../contract';
import { PreferencesService } from './preferences.service';

/** Mail programs send a form (RFC 8058, 3.1); nothing in it is read. */
const form = /^multipart\/form-data/;
const formLimit = 10_000;

/**
 * One press in a mail program (RFC 8058): it POSTs to the very address of the page, without a page, a session or a body we read. To GET,
 * the same address is the page, and changes nothing.
 */
@Controller('desinscription')
export class OnePressController implements OnModuleInit {
  constructor(
    private readonly preferences: PreferencesService,
    private readonly host: HttpAdapterHost,
  ) {}

  onModuleInit(): void {
    const server = this.host.httpAdapter?.getInstance() as FastifyInstance | undefined;
    if (!server || server.hasContentTypeParser(form)) return;
    server.addContentTypeParser(form, { parseAs: 'buffer', bodyLimit: formLimit }, (_request, _body, done) => done(null));
  }

  @Post(':token')
  @HttpCode(200)
  async stop(@Param('token') token: string, @Query('genre') topic: unknown): Promise<string> {
    const known = noticeTopic.safeParse(topic);
    if (known.success) await this.preferences.stop(token, known.data, false);
    return '';
  }
}
