import { inject, Injectable } from '@angular/core';
import { addPeople, decideRequest, exportPlaces, type PlacesPage, type SeatPolicy, setPlaces, viewPlaces } from '@cohorte/meetings/contract';
import type { OutputOf } from '@cohorte/platform/contract';
import { ApiClient } from '@cohorte/platform/web';

/** The places of a meeting as its animators handle them. */
@Injectable({ providedIn: 'root' })
export class PlacesStore {
  private readonly api = inject(ApiClient);

  view(meetingId: string): Promise<PlacesPage> {
    return this.api.call(viewPlaces, { meetingId });
  }

  set(meetingId: string, version: number, policy: SeatPolicy): Promise<PlacesPage> {
    return this.api.call(setPlaces, { meetingId, version, policy });
  }

  add(meetingId: string, people: { name: string; email: string }[]): Promise<PlacesPage> {
    return this.api.call(addPeople, { meetingId, people });
  }

  decide(meetingId: string, registrationId: string, decision: 'accept' | 'refuse', message: string): Promise<PlacesPage> {
    return this.api.call(decideRequest, { meetingId, registrationId, decision, message });
  }

  export(meetingId: string): Promise<OutputOf<typeof exportPlaces>> {
    return this.api.call(exportPlaces, { meetingId });
  }
}
