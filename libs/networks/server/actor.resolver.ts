import { SessionReader } from '@cohorte/identity/server';
import { ActorResolver } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../contract';
import { ActorService } from './actor.service';

/** Who is behind a request or a socket: the session from identity, the roles from here. */
@Injectable()
export class NetworksActorResolver extends ActorResolver {
  constructor(
    private readonly sessions: SessionReader,
    private readonly actors: ActorService,
  ) {
    super();
  }

  override async resolve(headers: Headers): Promise<Actor | null> {
    const principal = await this.sessions.read(headers);
    return principal ? this.actors.actorOf(principal) : null;
  }
}
