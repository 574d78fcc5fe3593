import type { Actor } from '@cohorte/networks/contract';
import type { InputOf } from '@cohorte/platform/contract';
import { Implements } from '@cohorte/platform/server';
import { Controller } from '@nestjs/common';
import { addPeople, decideRequest, exportPlaces, setPlaces, viewPlaces } from '../../contract';
import { PlacesService } from './places.service';

/** The animator's page of places over HTTP. */
@Controller()
export class PlacesController {
  constructor(private readonly places: PlacesService) {}

  @Implements(viewPlaces)
  view(actor: Actor, input: InputOf<typeof viewPlaces>) {
    return this.places.view(actor, input.meetingId);
  }

  @Implements(setPlaces)
  set(actor: Actor, input: InputOf<typeof setPlaces>) {
    return this.places.set(actor, input);
  }

  @Implements(addPeople)
  add(actor: Actor, input: InputOf<typeof addPeople>) {
    return this.places.add(actor, input);
  }

  @Implements(decideRequest)
  decide(actor: Actor, input: InputOf<typeof decideRequest>) {
    return this.places.decide(actor, input);
  }

  @Implements(exportPlaces)
  export(actor: Actor, input: InputOf<typeof exportPlaces>) {
    return this.places.export(actor, input.meetingId);
  }
}
