import { inject, Injectable } from '@angular/core';
import type {
  actOnRegistration, actOnRegistrationLink, editRegistration, editRegistrationLink, listAllocations, listParticipants, prefillRegistration, register, RegistrationAct, RegistrationCard, RegistrationView, viewRegistration,
  viewRegistrationLink,
} from '@cohorte/meetings/contract';
import type { CallOf, OutputOf } from '@cohorte/platform/contract';
import { ApiClient } from '@cohorte/platform/web/api-client';
import { registrationAddresses } from '../../contract/registration/registration-addresses';

/** What a person wants done with a registration. */
export interface WantedAct {
  readonly act: RegistrationAct;
  readonly name?: string;
  readonly email?: string;
}

/** What one says of oneself beside the place. */
export type SaidDetails = Omit<CallOf<typeof editRegistration>, 'registrationId'>;

/** Registration as the pages call it, without schemas: visitors’ pages do too. */
@Injectable({ providedIn: 'root' })
export class RegistrationStore {
  private readonly api = inject(ApiClient);

  view(meetingId: string): Promise<RegistrationView> {
    return this.api.at<typeof viewRegistration>(registrationAddresses.view, { meetingId });
  }

  register(input: CallOf<typeof register>): Promise<OutputOf<typeof register>> {
    return this.api.at<typeof register>(registrationAddresses.register, input);
  }

  prefill(meetingId: string): Promise<OutputOf<typeof prefillRegistration>> {
    return this.api.at<typeof prefillRegistration>(registrationAddresses.prefill, { meetingId });
  }

  act(registrationId: string, wanted: WantedAct): Promise<RegistrationCard> {
    return this.api.at<typeof actOnRegistration>(registrationAddresses.act, { registrationId, ...wanted });
  }

  edit(registrationId: string, said: SaidDetails): Promise<RegistrationCard> {
    return this.api.at<typeof editRegistration>(registrationAddresses.edit, { registrationId, ...said });
  }

  viewLink(token: string): Promise<OutputOf<typeof viewRegistrationLink>> {
    return this.api.at<typeof viewRegistrationLink>(registrationAddresses.viewLink, { token });
  }

  actByLink(token: string, wanted: WantedAct): Promise<RegistrationCard> {
    return this.api.at<typeof actOnRegistrationLink>(registrationAddresses.actByLink, { token, ...wanted });
  }

  editByLink(token: string, said: SaidDetails): Promise<RegistrationCard> {
    return this.api.at<typeof editRegistrationLink>(registrationAddresses.editByLink, { token, ...said });
  }

  participants(meetingId: string): Promise<OutputOf<typeof listParticipants>> {
    return this.api.at<typeof listParticipants>(registrationAddresses.participants, { meetingId });
  }

  allocations(meetingId: string): Promise<OutputOf<typeof listAllocations>> {
    return this.api.at<typeof listAllocations>(registrationAddresses.allocations, { meetingId });
  }
}
