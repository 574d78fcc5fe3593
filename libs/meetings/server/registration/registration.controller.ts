import type { Actor } from '@cohorte/networks/contract';
import type { InputOf, Visitor } from '@cohorte/platform/contract';
import { Implements } from '@cohorte/platform/server';
import { Controller } from '@nestjs/common';
import {
  actOnRegistration, actOnRegistrationLink, editRegistration, editRegistrationLink, listAllocations, listMyRegistrations, listParticipants, prefillRegistration, register, viewRegistration, viewRegistrationLink,
} from '../../contract';
import { RegistrationActs } from './registration-acts.service';
import { RegistrationEditing } from './registration-editing.service';
import { RegistrationLinks } from './registration-links';
import { RegistrationPrefill } from './registration-prefill';
import { RegistrationQueries } from './registration.queries';
import { RegistrationService } from './registration.service';

/** Registration over HTTP. */
@Controller()
export class RegistrationController {
  constructor(
    private readonly registrations: RegistrationService,
    private readonly acts: RegistrationActs,
    private readonly editing: RegistrationEditing,
    private readonly queries: RegistrationQueries,
    private readonly prefilled: RegistrationPrefill,
    private readonly links: RegistrationLinks,
  ) {}

  @Implements(viewRegistration)
  view(actor: Actor | Visitor, input: InputOf<typeof viewRegistration>) {
    return this.queries.view(actor, input.meetingId);
  }

  @Implements(register)
  register(actor: Actor | Visitor, input: InputOf<typeof register>) {
    return this.registrations.register(actor, input);
  }

  @Implements(prefillRegistration)
  prefill(actor: Actor, input: InputOf<typeof prefillRegistration>) {
    return this.prefilled.read(actor, input.meetingId);
  }

  @Implements(actOnRegistration)
  act(actor: Actor, input: InputOf<typeof actOnRegistration>) {
    return this.acts.act(actor, input);
  }

  @Implements(editRegistration)
  edit(actor: Actor, input: InputOf<typeof editRegistration>) {
    return this.editing.edit(actor, input);
  }

  @Implements(editRegistrationLink)
  editByLink(_actor: Actor | Visitor, input: InputOf<typeof editRegistrationLink>) {
    return this.editing.editByLink(input);
  }

  @Implements(viewRegistrationLink)
  viewLink(_actor: Actor | Visitor, input: InputOf<typeof viewRegistrationLink>) {
    return this.links.read(input.token);
  }

  @Implements(actOnRegistrationLink)
  actByLink(_actor: Actor | Visitor, { token, ...wanted }: InputOf<typeof actOnRegistrationLink>) {
    return this.acts.actByLink(token, wanted);
  }

  @Implements(listParticipants)
  participants(actor: Actor, input: InputOf<typeof listParticipants>) {
    return this.queries.participants(actor, input.meetingId);
  }

  @Implements(listAllocations)
  allocations(actor: Actor | Visitor, input: InputOf<typeof listAllocations>) {
    return this.queries.allocations(actor, input.meetingId);
  }

  @Implements(listMyRegistrations)
  mine(actor: Actor, _input: InputOf<typeof listMyRegistrations>) {
    return this.queries.mineEverywhere(actor);
  }
}
