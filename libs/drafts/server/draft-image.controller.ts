import type { ActingRequest } from '@cohorte/platform/server';
import { AppError } from '@cohorte/platform/contract';
import { Controller, Get, HttpCode, type OnModuleInit, Param, Post, Req, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { imageMaxBytes } from '../contract';
import type { UploadedImage } from '../contract';
import { DraftImagesService } from './draft-images.service';
import { existing, signedIn } from './signed-in';

/** Room for a picture slightly too large, so that it is refused by its name. */
const slack = 1_000_000;

/** Pictures in and out, as bytes. */
@Controller('drafts/:draftId/images')
export class DraftImageController implements OnModuleInit {
  constructor(
    private readonly images: DraftImagesService,
    private readonly host: HttpAdapterHost,
  ) {}

  onModuleInit(): void {
    const server = this.host.httpAdapter?.getInstance() as FastifyInstance | undefined;
    if (!server || server.hasContentTypeParser(/^image\//)) return;
    server.addContentTypeParser(/^image\//, { parseAs: 'buffer', bodyLimit: imageMaxBytes + slack }, (_request, body, done) => done(null, body));
  }

  @Post()
  @HttpCode(200)
  add(@Req() request: ActingRequest, @Param('draftId') draftId: string): Promise<UploadedImage> {
    const actor = signedIn(request);
    if (!(request.body instanceof Uint8Array)) throw new AppError('unsupported-type', 'drafts.image-refused');
    return this.images.add(actor, existing(draftId), request.body);
  }

  @Get(':imageId')
  async show(@Req() request: ActingRequest, @Param() params: { draftId: string; imageId: string }, @Res() reply: FastifyReply): Promise<void> {
    const file = await this.images.open(signedIn(request), existing(params.draftId), existing(params.imageId));
    void reply
      .header('content-type', 'image/webp')
      .header('content-length', file.size)
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cache-control', 'private, max-age=3600')
      .send(file.stream);
  }
}
