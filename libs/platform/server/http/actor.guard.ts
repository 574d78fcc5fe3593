import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { AppError, type Principal, visitor } from '../../contract';
import { RateLimit } from './rate-limit';
import { type ActingRequest, endpointOf, headersOf } from './implements';

/** Who is behind a request or a socket; the application provides it (sessions from identity, roles from networks). */
export abstract class ActorResolver {
  abstract resolve(headers: Headers): Promise<Principal | null>;
}

/** Resolves the actor once per request and keeps visitors out of what is not public. */
@Injectable()
export class ActorGuard implements CanActivate {
  constructor(
    private readonly modules: ModuleRef,
    private readonly limit: RateLimit,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ActingRequest>();
    const resolver = this.modules.get(ActorResolver, { strict: false });
    request.actor = (await resolver.resolve(headersOf(request.headers))) ?? visitor;
    const declared = endpointOf(context.getHandler());
    if (declared?.access === 'member' && request.actor.personId === null) throw new AppError('unauthenticated', 'platform.sign-in-needed');
    if (declared && request.actor.personId === null) this.limit.take(declared, request.ip);
    return true;
  }
}
