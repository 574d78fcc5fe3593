import type { Actor } from '@cohorte/networks/contract';
import type { InputOf, Visitor } from '@cohorte/platform/contract';
import { Implements } from '@cohorte/platform/server';
import { Controller } from '@nestjs/common';
import {
  depositResource, editResource, importResources, listResources, openDesk, openResource, publishResource, removeResource, restoreResource, retireResource, sendBackResource, submitResource,
} from '../contract';
import { ResourceDesk } from './resource-desk';
import { ResourceImport } from './resource-import';
import { ResourceQueries } from './resource.queries';
import { ResourceService } from './resource.service';

/** Resources over HTTP. */
@Controller()
export class ResourceController {
  constructor(
    private readonly resources: ResourceService,
    private readonly queries: ResourceQueries,
    private readonly desk: ResourceDesk,
    private readonly imports: ResourceImport,
  ) {}

  @Implements(listResources)
  list(actor: Actor | Visitor, input: InputOf<typeof listResources>) {
    return this.queries.list(actor, input);
  }

  @Implements(openDesk)
  open(actor: Actor) {
    return this.desk.open(actor);
  }

  @Implements(openResource)
  read(actor: Actor | Visitor, input: InputOf<typeof openResource>) {
    return this.queries.open(actor, input.ref, input.edition);
  }

  @Implements(depositResource)
  deposit(actor: Actor, input: InputOf<typeof depositResource>) {
    return this.resources.deposit(actor, input);
  }

  @Implements(importResources)
  import(actor: Actor, input: InputOf<typeof importResources>) {
    return this.imports.run(actor, input);
  }

  @Implements(editResource)
  edit(actor: Actor, input: InputOf<typeof editResource>) {
    return this.resources.edit(actor, input);
  }

  @Implements(submitResource)
  async submit(actor: Actor, input: InputOf<typeof submitResource>) {
    await this.resources.submit(actor, input);
    return {};
  }

  @Implements(publishResource)
  async publish(actor: Actor, input: InputOf<typeof publishResource>) {
    await this.resources.publish(actor, input);
    return {};
  }

  @Implements(sendBackResource)
  async sendBack(actor: Actor, input: InputOf<typeof sendBackResource>) {
    await this.resources.sendBack(actor, input);
    return {};
  }

  @Implements(retireResource)
  async retire(actor: Actor, input: InputOf<typeof retireResource>) {
    await this.resources.retire(actor, input);
    return {};
  }

  @Implements(restoreResource)
  async restore(actor: Actor, input: InputOf<typeof restoreResource>) {
    await this.resources.restore(actor, input);
    return {};
  }

  @Implements(removeResource)
  async remove(actor: Actor, input: InputOf<typeof removeResource>) {
    await this.resources.remove(actor, input.resourceId);
    return {};
  }
}
