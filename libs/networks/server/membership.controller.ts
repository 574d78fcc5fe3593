import type { InputOf } from '@cohorte/platform/contract';
import { Implements } from '@cohorte/platform/server';
import { Controller } from '@nestjs/common';
import { type Actor, changeRole, endMembership, replaceLead, restoreMembership } from '../contract';
import { MembershipService } from './membership.service';

/** Belonging over HTTP. */
@Controller()
export class MembershipController {
  constructor(private readonly memberships: MembershipService) {}

  @Implements(changeRole)
  changeRole(actor: Actor, input: InputOf<typeof changeRole>) {
    return this.memberships.changeRole(actor, input);
  }

  @Implements(endMembership)
  end(actor: Actor, input: InputOf<typeof endMembership>) {
    return this.memberships.end(actor, input.membershipId);
  }

  @Implements(restoreMembership)
  restore(actor: Actor, input: InputOf<typeof restoreMembership>) {
    return this.memberships.restore(actor, input.membershipId);
  }

  @Implements(replaceLead)
  replaceLead(actor: Actor, input: InputOf<typeof replaceLead>) {
    return this.memberships.replaceLead(actor, input);
  }
}
