import type { InputOf } from '@cohorte/platform/contract';
import { Implements } from '@cohorte/platform/server';
import { Controller } from '@nestjs/common';
import { type Actor, editNetwork, getNetwork, listNetworks, listPeople } from '../contract';
import { NetworkService } from './network.service';

/** Networks over HTTP. */
@Controller()
export class NetworkController {
  constructor(private readonly networks: NetworkService) {}

  @Implements(listNetworks)
  list(actor: Actor) {
    return this.networks.list(actor);
  }

  @Implements(getNetwork)
  get(actor: Actor, input: InputOf<typeof getNetwork>) {
    return this.networks.get(actor, input.networkId);
  }

  @Implements(editNetwork)
  edit(actor: Actor, input: InputOf<typeof editNetwork>) {
    return this.networks.edit(actor, input);
  }

  @Implements(listPeople)
  people(actor: Actor, input: InputOf<typeof listPeople>) {
    return this.networks.people(actor, input);
  }
}
