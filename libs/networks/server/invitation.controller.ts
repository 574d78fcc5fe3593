import type { InputOf, Visitor } from '@cohorte/platform/contract';
import { type HttpExchange, Implements } from '@cohorte/platform/server';
import { Controller } from '@nestjs/common';
import { acceptInvitation, type Actor, invite, listInvitations, resendInvitation, restoreInvitation, revokeInvitation, viewInvitation } from '../contract';
import { InvitationAcceptanceService } from './invitation-acceptance.service';
import { InvitationService } from './invitation.service';

/** Invitations over HTTP. */
@Controller()
export class InvitationController {
  constructor(
    private readonly invitations: InvitationService,
    private readonly acceptances: InvitationAcceptanceService,
  ) {}

  @Implements(invite)
  invite(actor: Actor, input: InputOf<typeof invite>) {
    return this.invitations.invite(actor, input);
  }

  @Implements(listInvitations)
  list(actor: Actor, input: InputOf<typeof listInvitations>) {
    return this.invitations.list(actor, input.spaceId);
  }

  @Implements(resendInvitation)
  resend(actor: Actor, input: InputOf<typeof resendInvitation>) {
    return this.invitations.resend(actor, input.invitationId);
  }

  @Implements(revokeInvitation)
  revoke(actor: Actor, input: InputOf<typeof revokeInvitation>) {
    return this.invitations.revoke(actor, input.invitationId);
  }

  @Implements(restoreInvitation)
  restore(actor: Actor, input: InputOf<typeof restoreInvitation>) {
    return this.invitations.restore(actor, input.invitationId);
  }

  @Implements(viewInvitation)
  view(_actor: Actor | Visitor, input: InputOf<typeof viewInvitation>) {
    return this.acceptances.view(input.token);
  }

  @Implements(acceptInvitation)
  accept(actor: Actor | Visitor, input: InputOf<typeof acceptInvitation>, http: HttpExchange) {
    return this.acceptances.accept(actor, input, http);
  }
}
