import { inject, Injectable } from '@angular/core';
import {
  actOnRegistration, actOnRegistrationLink, editRegistration, listAllocations, listParticipants, register, type RegistrationAct, type RegistrationCard, type RegistrationView, viewRegistration,
  viewRegistrationLink,
} from '@cohorte/meetings/contract';
import type { CallOf, OutputOf } from '@cohorte/platform/contract';
import { ApiClient } from '@cohorte/platform/web';

/** What a person wants done with a registration. */
export interface WantedAct {
  readonly act: RegistrationAct;
  readonly name?: string;
  readonly email?: string;
}

/** Registration as the pages call it. */
@Injectable({ providedIn: 'root' })
export class RegistrationStore {
  private readonly api = inject(ApiClient);

  view(meetingId: string): Promise<RegistrationView> {
    return this.api.call(viewRegistration, { meetingId });
  }

  register(input: CallOf<typeof register>): Promise<OutputOf<typeof register>> {
    return this.api.call(register, input);
  }

  act(registrationId: string, wanted: WantedAct): Promise<RegistrationCard> {
    return this.api.call(actOnRegistration, { registrationId, ...wanted });
  }

  edit(input: CallOf<typeof editRegistration>): Promise<RegistrationCard> {
    return this.api.call(editRegistration, input);
  }

  viewLink(token: string): Promise<OutputOf<typeof viewRegistrationLink>> {
    return this.api.call(viewRegistrationLink, { token });
  }

  actByLink(token: string, wanted: WantedAct): Promise<RegistrationCard> {
    return this.api.call(actOnRegistrationLink, { token, ...wanted });
  }

  participants(meetingId: string): Promise<OutputOf<typeof listParticipants>> {
    return this.api.call(listParticipants, { meetingId });
  }

  allocations(meetingId: string): Promise<OutputOf<typeof listAllocations>> {
    return this.api.call(listAllocations, { meetingId });
  }
}
