import type { Actor } from '@cohorte/networks/contract';
import { AppError } from '@cohorte/platform/contract';
import { type ActingRequest, describeError } from '@cohorte/platform/server';
import { All, Controller, type OnModuleInit, Req, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Server as TusServer } from '@tus/server';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { AsyncLocalStorage } from 'node:async_hooks';
import { uploadPath } from '../../contract';
import { FileArrival } from './file-arrival';
import { UploadService } from './upload.service';
import { UploadStore } from './upload.store';

/** How tus names its bytes: they must reach its handlers as a stream. */
const bytes = 'application/offset+octet-stream';

/** Files on their way in, by the tus protocol: what is cut goes on where it stopped. */
@Controller(uploadPath)
export class UploadController implements OnModuleInit {
  private readonly acting = new AsyncLocalStorage<Actor>();
  private readonly tus: TusServer;

  constructor(
    private readonly uploads: UploadService,
    private readonly arrival: FileArrival,
    private readonly host: HttpAdapterHost,
    store: UploadStore,
  ) {
    this.tus = new TusServer({
      path: `/api/${uploadPath}`,
      datastore: store,
      relativeLocation: true,
      allowedOrigins: [],
      disableTerminationForFinishedUploads: true,
      namingFunction: (request, metadata) => this.uploads.begin(this.actor(), metadata, Number(request.headers.get('upload-length') ?? 0)),
      onIncomingRequest: (_request, id) => this.uploads.assertMine(this.actor(), id),
      onUploadFinish: async (_request, { id }) => {
        await this.arrival.complete(id);
        return {};
      },
      onResponseError: (_request, error) => refusalOf(error),
    });
  }

  onModuleInit(): void {
    const server = this.host.httpAdapter?.getInstance() as FastifyInstance | undefined;
    if (server && !server.hasContentTypeParser(bytes)) server.addContentTypeParser(bytes, (_request, _payload, done) => done(null));
  }

  @All()
  begin(@Req() request: ActingRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.handle(request, reply);
  }

  @All(':id')
  carryOn(@Req() request: ActingRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.handle(request, reply);
  }

  /** tus answers on the bare connection: the headers every answer has are put there first. */
  private async handle(request: ActingRequest, reply: FastifyReply): Promise<void> {
    const { actor } = request;
    if (!actor || actor.personId === null) throw new AppError('unauthenticated', 'platform.sign-in-needed');
    if (request.method === 'GET') throw new AppError('not-found', 'platform.not-found');
    for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) reply.raw.setHeader(name, value);
    reply.hijack();
    await this.acting.run(actor as Actor, () => this.tus.handle(request.raw, reply.raw));
  }

  private actor(): Actor {
    const actor = this.acting.getStore();
    if (!actor) throw new AppError('unauthenticated', 'platform.sign-in-needed');
    return actor;
  }
}

type Refused = Error | { readonly status_code: number; readonly body: string };

/** The same shape as everywhere, for what our rules refuse and for what the protocol does. */
function refusalOf(error: Refused): { status_code: number; body: string } {
  const known = 'status_code' in error ? Object.assign(new Error(error.body), { statusCode: error.status_code }) : error;
  const { status, ...body } = describeError(known);
  const answered = 'status_code' in error ? error.status_code : status;
  return { status_code: answered, body: JSON.stringify(body) };
}
