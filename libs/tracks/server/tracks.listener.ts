import { ActorService, Invitations } from '@cohorte/networks/server';
import { AppError } from '@cohorte/platform/contract';
import { On, type PayloadOf } from '@cohorte/platform/server';
import { Injectable, Logger } from '@nestjs/common';
import { leadWanted } from './tracks.events';

/** Carries out what a cohort's opening asked for, after its commit. */
@Injectable()
export class TracksListener {
  private readonly logger = new Logger('tracks');

  constructor(
    private readonly actors: ActorService,
    private readonly invitations: Invitations,
  ) {}

  /** Invites as the animator who asked. Being invited already, or leading already, is what was wanted: no failure. */
  @On(leadWanted)
  async inviteLead({ structureId, email, invitedBy }: PayloadOf<typeof leadWanted>): Promise<void> {
    const actor = await this.actors.actorOf({ personId: invitedBy });
    try {
      await this.invitations.invite(actor, { spaceId: structureId, email, role: 'lead' });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      this.logger.warn({ code: error.code, structureId }, 'the lead was not invited');
    }
  }
}
