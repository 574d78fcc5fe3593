import { createParamDecorator, type ExecutionContext, HttpCode, RequestMapping, RequestMethod } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type * as z from 'zod';
import { AppError, type Endpoint, type InputOf, pathParameters, type Principal, type Visitor, visitor } from '../../contract';
import { badInput } from './bad-input';
import type { HttpExchange } from './exchange';

const ENDPOINT = Symbol('endpoint');
const implemented = new Set<Endpoint>();

export interface ActingRequest extends FastifyRequest {
  actor?: Principal | Visitor;
}

export const endpointOf = (handler: object): Endpoint | undefined => Reflect.getMetadata(ENDPOINT, handler) as Endpoint | undefined;

/** Every endpoint that a controller answers: the OpenAPI page and the specs on bad input walk this list. */
export const implementedEndpoints = (): readonly Endpoint[] => [...implemented];

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Path, query and body as one flat value, checked by the endpoint's schema. A malformed path parameter names nothing: `not-found`. */
export function readInput(declared: Endpoint, request: Pick<FastifyRequest, 'params' | 'query' | 'body'>): unknown {
  const body = request.body ?? {};
  if (!isRecord(body)) throw new AppError('bad-input', 'platform.malformed-body');
  const parsed = declared.input.safeParse({ ...(request.query as object), ...body, ...(request.params as object) }, { reportInput: true });
  if (parsed.success) return parsed.data;
  const inPath = new Set(pathParameters(declared.path));
  if (parsed.error.issues.some((issue) => inPath.has(String(issue.path[0])))) throw new AppError('not-found', 'platform.not-found');
  throw badInput(parsed.error.issues);
}

const Input = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const declared = endpointOf(context.getHandler());
  if (!declared) throw new Error('Input is injected by @Implements only');
  return readInput(declared, context.switchToHttp().getRequest<FastifyRequest>());
});

const ActorParam = createParamDecorator((_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<ActingRequest>().actor ?? visitor);

export function headersOf(raw: Record<string, string | string[] | undefined>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(raw)) if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  return headers;
}

const Exchange = createParamDecorator((_: unknown, context: ExecutionContext): HttpExchange => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const reply = context.switchToHttp().getResponse<FastifyReply>();
  return {
    // Hardly anybody looks.
    get headers() {
      return headersOf(request.headers);
    },
    ip: request.ip,
    setHeader: (name, value) => void reply.header(name, value),
  };
});

type Answering<E extends Endpoint> = (actor: never, input: InputOf<E>, http: HttpExchange) => Promise<z.input<E['output']>>;

/**
 * Makes a method answer an endpoint: route, access, checked input `(actor, input, http)`, checked and stripped output.
 * A method whose input or answer does not fit the declaration does not compile.
 */
export function Implements<E extends Endpoint>(declared: E) {
  return <M extends Answering<E>>(target: object, key: string, descriptor: TypedPropertyDescriptor<M>): void => {
    const handler = descriptor.value as object;
    Reflect.defineMetadata(ENDPOINT, declared, handler);
    RequestMapping({ path: declared.path, method: RequestMethod[declared.method] })(target, key, descriptor);
    HttpCode(200)(target, key, descriptor);
    ActorParam()(target, key, 0);
    Input()(target, key, 1);
    Exchange()(target, key, 2);
    implemented.add(declared);
  };
}
