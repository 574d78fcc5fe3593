import { Injectable, Logger, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { DiscoveryService, HttpAdapterHost, MetadataScanner, ModuleRef } from '@nestjs/core';
import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { type Ack, AppError, type Channel, Decoder, type DownPayload, Encoder, wireName } from '../../contract';
import { Config } from '../config';
import { Signals } from '../database/signals';
import { type DecoratedMethod, decoratedMethods } from '../decorated-methods';
import { ActorResolver } from '../http/actor.guard';
import { badInput } from '../http/bad-input';
import { describeError } from '../http/error.filter';
import { headersOf } from '../http/implements';
import { newId } from '../ids';
import { LiveSocket } from './live-socket';
import { ACTOR_CHANGED, type Received, RECEIVES } from './receives';

/** Told to every node: whose rights changed. */
const rightsSignal = 'platform_rights';
/** A signal holds fewer than 8 000 bytes. */
const personsPerSignal = 150;

/** One packet is at most this many bytes: larger than the largest accepted draft update, far below what would hurt. */
const maxPacketBytes = 2_000_000;

/** The live side of the server: authenticated sockets, messages through schemas, rooms. */
@Injectable()
export class Realtime implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('realtime');
  private readonly sockets = new Map<string, LiveSocket>();
  private readonly handlers = new Map<string, DecoratedMethod<Received>>();
  private actorChanged: DecoratedMethod<true>[] = [];
  private readonly node = newId();
  private server: Server | undefined;

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly modules: ModuleRef,
    private readonly config: Config,
    private readonly signals: Signals,
  ) {
    signals.on(rightsSignal, (payload) => {
      const [node, ...personIds] = payload.split(' ');
      if (node !== this.node) void this.resolveThese(personIds);
    });
    // A withdrawal may have been told while nobody listened.
    signals.onReturn(() => void this.resolveThese([...this.sockets.values()].map((socket) => socket.actor.personId)));
  }

  onApplicationBootstrap(): void {
    for (const method of decoratedMethods<Received>(this.discovery, this.scanner, RECEIVES)) {
      this.handlers.set(wireName(method.declared.channel, method.declared.message), method);
    }
    this.actorChanged = decoratedMethods<true>(this.discovery, this.scanner, ACTOR_CHANGED);
    if (this.config.value.roles.includes('realtime') && this.host.httpAdapter) this.open(this.host.httpAdapter.getHttpServer() as HttpServer);
  }

  beforeApplicationShutdown(): Promise<void> {
    const server = this.server;
    this.server = undefined;
    return server ? new Promise((resolve) => void server.close(() => resolve())) : Promise.resolve();
  }

  to(room: string) {
    return {
      emit: <C extends Channel, K extends keyof C['down'] & string>(channel: C, message: K, payload: DownPayload<C, K>, except?: LiveSocket): void => {
        const target = this.server?.to(room);
        (except ? target?.except(except.id) : target)?.emit(wireName(channel, message), payload);
      },
    };
  }

  /** The open connections of a person. */
  socketsOf(personId: string): LiveSocket[] {
    return [...this.sockets.values()].filter((socket) => socket.actor.personId === personId);
  }

  /**
   * Resolves again who is behind each open socket of these people, on every node, and tells the gateways; a session that ended
   * closes its sockets.
   */
  async rightsChanged(personIds: readonly string[]): Promise<void> {
    for (let from = 0; from < personIds.length; from += personsPerSignal) {
      this.signals.tell(rightsSignal, [this.node, ...personIds.slice(from, from + personsPerSignal)].join(' '));
    }
    await this.resolveThese(personIds);
  }

  private async resolveThese(personIds: readonly string[]): Promise<void> {
    const concerned = new Set(personIds);
    const open = [...this.sockets.values()].filter((socket) => concerned.has(socket.actor.personId));
    await Promise.all(open.map((socket) => this.resolveAgain(socket)));
  }

  /** Who cannot be told apart from someone whose session ended has to come in again. */
  private async resolveAgain(socket: LiveSocket): Promise<void> {
    try {
      const headers = socket.data.get('headers') as Headers;
      const actor = await this.modules.get(ActorResolver, { strict: false }).resolve(headers);
      if (!actor) return socket.end();
      socket.actor = actor;
      for (const method of this.actorChanged) await method.call(socket);
    } catch (error) {
      this.logger.error({ err: error }, 'rights could not be asked again');
      socket.end();
    }
  }

  private open(http: HttpServer): void {
    const origins = new Set([new URL(this.config.value.publicUrl).origin]);
    const server = new Server(http, {
      path: '/live',
      serveClient: false,
      parser: { Encoder, Decoder },
      maxHttpBufferSize: maxPacketBytes,
      // A browser says where it comes from; a foreign origin never opens a socket.
      allowRequest: (request, callback) => callback(null, origins.has(request.headers.origin ?? '') || sameHost(request.headers.origin, request.headers.host) || pollsFromOwnPage(request)),
    });
    server.use((socket, next) => {
      this.authenticate(socket).then(() => next(), (error: unknown) => next(Object.assign(new Error(describeError(error).code))));
    });
    server.on('connection', (socket) => this.welcome(socket));
    this.server = server;
  }

  private async authenticate(socket: Socket): Promise<void> {
    const headers = headersOf(socket.handshake.headers as Record<string, string | string[] | undefined>);
    const actor = await this.modules.get(ActorResolver, { strict: false }).resolve(headers);
    if (!actor) throw new AppError('unauthenticated', 'platform.sign-in-needed');
    const live = new LiveSocket(socket, actor);
    live.data.set('headers', headers);
    this.sockets.set(socket.id, live);
  }

  private welcome(socket: Socket): void {
    const live = this.sockets.get(socket.id);
    if (!live) return void socket.disconnect(true);
    socket.on('disconnect', () => this.sockets.delete(socket.id));
    socket.onAny((name: string, ...args: unknown[]) => {
      const acknowledge = args.at(-1);
      const answer = typeof acknowledge === 'function' ? (acknowledge as (ack: Ack) => void) : () => undefined;
      void this.receive(live, name, typeof acknowledge === 'function' ? args.slice(0, -1) : args).then(answer);
    });
  }

  private async receive(socket: LiveSocket, name: string, args: unknown[]): Promise<Ack> {
    try {
      return { ok: true, output: await this.answer(socket, name, args) };
    } catch (error) {
      const { kind, code, details } = describeError(error);
      if (kind === 'internal') this.logger.error({ err: error, message: name }, 'unexpected failure');
      return { ok: false, kind, code, details };
    }
  }

  private async answer(socket: LiveSocket, name: string, args: unknown[]): Promise<unknown> {
    const handler = this.handlers.get(name);
    const declared = handler?.declared.channel.up[handler.declared.message];
    if (!handler || !declared) throw new AppError('not-found', 'platform.no-such-message');
    const parsed = declared.input.safeParse(args[0], { reportInput: true });
    if (!parsed.success) throw badInput(parsed.error.issues);
    if (args.length !== 1) throw new AppError('bad-input', 'platform.malformed-body');
    return declared.output.parse(await handler.call(socket.actor, parsed.data, socket));
  }
}

/** A page's own GET carries no Origin, so long polling would be refused; browsers then say «same-origin», which no page can forge. */
function pollsFromOwnPage({ method, headers }: IncomingMessage): boolean {
  return headers.origin === undefined && method === 'GET' && headers['sec-fetch-site'] === 'same-origin';
}

/** A page served by this very process may always connect back to it, whatever name or port it was reached by. */
function sameHost(origin: string | undefined, host: string | undefined): boolean {
  return origin !== undefined && host !== undefined && URL.canParse(origin) && new URL(origin).host === host;
}
