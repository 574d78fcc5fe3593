import type { Actor } from '@cohorte/networks/contract';
import { ActorService } from '@cohorte/networks/server';
import { Events, type Tx } from '@cohorte/platform/server';
import { Injectable, Logger } from '@nestjs/common';
import { fileArrived } from '../library.events';
import { Duplicates } from './duplicates';

/** Who a file came from, whom to tell that it is there, and what it is compared with. */
@Injectable()
export class ArrivalContext {
  private readonly logger = new Logger('library-files');

  constructor(
    private readonly actors: ActorService,
    private readonly events: Events,
    private readonly duplicates: Duplicates,
  ) {}

  /** With the roles they have now. */
  actorOf(personId: string): Promise<Actor> {
    return this.actors.actorOf({ personId });
  }

  tell(tx: Tx, fileId: string): Promise<void> {
    return this.events.publish(tx, fileArrived, { fileId });
  }

  /** A comparison that fails keeps no file back. */
  async compare(actor: Actor, fileId: string): Promise<void> {
    await this.duplicates.lookFor(actor, fileId).catch((error: unknown) => this.logger.warn({ err: error, file: fileId }, 'a file could not be compared with others'));
  }
}
