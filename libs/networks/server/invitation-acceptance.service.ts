import { People, SignInService } from '@cohorte/identity/server';
import { AppError, type InputOf, type OutputOf, systemActor, type Visitor } from '@cohorte/platform/contract';
import { Clock, Database, type HttpExchange, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import type { acceptInvitation, Actor, InvitationView } from '../contract';
import { AcceptanceRite } from './acceptance-rite';
import { InvitationEntity } from './invitation.entity';
import { PersonNames } from './person-names';
import type { NamedSpace } from './space.queries';

interface Accepted {
  readonly space: NamedSpace;
  readonly personId: string;
}

/** Use cases of invitations on the side of the one who received the letter: holding the link proves the mailbox. */
@Injectable()
export class InvitationAcceptanceService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly people: People,
    private readonly signIn: SignInService,
    private readonly names: PersonNames,
    private readonly rite: AcceptanceRite,
  ) {}

  view(token: string): Promise<InvitationView> {
    return this.database.transaction(systemActor('networks'), async (tx) => {
      const invitation = await this.rite.find(tx, token);
      this.rite.assertOpen(invitation);
      const space = await this.rite.spaceOf(tx, invitation);
      const { invitedBy, email, role, expiresAt } = invitation;
      const names = await this.names.of(tx, invitedBy ? [invitedBy] : []);
      return {
        spaceKind: space.kind,
        spaceName: space.name,
        role,
        invitedBy: (invitedBy && names.get(invitedBy)?.name) || null,
        email,
        expiresAt: expiresAt.toISOString(),
        needsName: (await this.people.findByEmail(tx, email)) === null,
      };
    });
  }

  async accept(actor: Actor | Visitor, input: InputOf<typeof acceptInvitation>, http: HttpExchange): Promise<OutputOf<typeof acceptInvitation>> {
    const { space, personId } = await this.database.transaction(systemActor('networks'), async (tx): Promise<Accepted> => {
      const invitation = await this.rite.find(tx, input.token);
      const space = await this.rite.spaceOf(tx, invitation);
      if (actor.personId && invitation.acceptedBy === actor.personId) return { space, personId: actor.personId };
      this.rite.assertOpen(invitation);
      const personId = await this.personFor(tx, actor, invitation, input.name);
      await this.rite.enter(tx, space, invitation, personId);
      await tx.getRepository(InvitationEntity).update({ id: invitation.id }, { acceptedAt: this.clock.now(), acceptedBy: personId });
      return { space, personId };
    });
    const signedIn = actor.personId !== null || (await this.signIn.afterProof(personId, http)) === 'signed-in';
    return { spaceId: space.id, spaceKind: space.kind, signedIn };
  }

  /** The account of the invited address, made now if there is none; someone signed in under another address is stopped. */
  private async personFor(tx: Tx, actor: Actor | Visitor, invitation: InvitationEntity, name: string | undefined): Promise<string> {
    const known = await this.people.findByEmail(tx, invitation.email);
    if (actor.personId && known?.id !== actor.personId) throw new AppError('forbidden', 'networks.invitation-other-address', { email: invitation.email });
    if (known) return known.id;
    if (!name) throw new AppError('bad-input', 'networks.name-needed', {}, { name: 'required' });
    return this.people.createPerson(tx, { name, email: invitation.email, language: invitation.language });
  }
}
