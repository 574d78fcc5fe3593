import { systemActor } from '@cohorte/platform/contract';
import { Clock, Config, Database, Handles, Mailer, mailTokenHash, mailTokenOf, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { stateOf } from '../contract';
import { InvitationEntity, invitationLink } from './invitation.entity';
import { invitationLetter } from './invitation-letter';
import { sendInvitation } from './networks.jobs';
import { PersonNames } from './person-names';
import { SpaceQueries } from './space.queries';

/** Mails an invitation; the link is computed here, from the row, and is kept nowhere. */
@Injectable()
export class InvitationMailHandler {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly mailer: Mailer,
    private readonly spaces: SpaceQueries,
    private readonly names: PersonNames,
  ) {}

  @Handles(sendInvitation)
  async send({ invitationId, sending }: { invitationId: string; sending: number }): Promise<void> {
    const letter = await this.database.transaction(systemActor('networks'), (tx) => this.compose(tx, invitationId, sending));
    if (!letter) return;
    await this.mailer.send(letter);
    await this.database.transaction(systemActor('networks'), (tx) =>
      tx.getRepository(InvitationEntity).update({ id: invitationId, sendings: sending }, { sentAt: this.clock.now() }),
    );
  }

  /** Nothing, when the invitation was withdrawn, used, sent already or sent anew meanwhile. */
  private async compose(tx: Tx, invitationId: string, sending: number) {
    const invitation = await tx.getRepository(InvitationEntity).findOneBy({ id: invitationId, sendings: sending });
    if (!invitation || invitation.sentAt || stateOf(invitation, this.clock.now()) !== 'pending') return null;
    const space = await this.spaces.find(tx, invitation.spaceId);
    if (!space) return null;
    const { secret, publicUrl } = this.config.value;
    const token = mailTokenOf(secret, invitationLink, invitation);
    if (mailTokenHash(token) !== invitation.tokenHash) throw new Error(`The secret has changed since invitation ${invitationId} was made: it must be sent anew`);
    const { language, role, note, invitedBy, email, expiresAt } = invitation;
    const names = await this.names.of(tx, invitedBy ? [invitedBy] : []);
    const letter = invitationLetter({
      language,
      spaceKind: space.kind,
      spaceName: space.name,
      role,
      invitedBy: (invitedBy && names.get(invitedBy)?.name) || null,
      note,
      link: `${publicUrl}/invitations/${token}`,
      expiresAt: expiresAt.toISOString(),
    });
    return { to: email, letter, messageId: `invitation-${invitationId}-${sending}` };
  }
}
