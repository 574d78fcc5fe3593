import type { Actor } from '@cohorte/networks/contract';
import type { InputOf, Visitor } from '@cohorte/platform/contract';
import { Implements } from '@cohorte/platform/server';
import { Controller } from '@nestjs/common';
import { editToolbox, keepSnapshot, listToolboxes, makeToolbox, nominateResource, openToolbox, publishToolbox, selectResources, stateUse, withdrawNomination, withdrawToolbox } from '../contract';
import { ToolboxQueries } from './toolbox.queries';
import { ToolboxService } from './toolbox.service';

/** Toolboxes over HTTP. */
@Controller()
export class ToolboxController {
  constructor(
    private readonly toolboxes: ToolboxService,
    private readonly queries: ToolboxQueries,
  ) {}

  @Implements(listToolboxes)
  list(actor: Actor | Visitor) {
    return this.queries.list(actor);
  }

  @Implements(openToolbox)
  open(actor: Actor | Visitor, input: InputOf<typeof openToolbox>) {
    return this.queries.open(actor, input);
  }

  @Implements(makeToolbox)
  make(actor: Actor, input: InputOf<typeof makeToolbox>) {
    return this.toolboxes.make(actor, input);
  }

  @Implements(keepSnapshot)
  keep(actor: Actor, input: InputOf<typeof keepSnapshot>) {
    return this.toolboxes.keep(actor, input);
  }

  @Implements(editToolbox)
  async edit(actor: Actor, input: InputOf<typeof editToolbox>) {
    await this.toolboxes.edit(actor, input);
    return {};
  }

  @Implements(nominateResource)
  async nominate(actor: Actor, input: InputOf<typeof nominateResource>) {
    await this.toolboxes.nominate(actor, input);
    return {};
  }

  @Implements(withdrawNomination)
  async withdrawNomination(actor: Actor, input: InputOf<typeof withdrawNomination>) {
    await this.toolboxes.withdrawNomination(actor, input);
    return {};
  }

  @Implements(stateUse)
  async state(actor: Actor, input: InputOf<typeof stateUse>) {
    await this.toolboxes.state(actor, input);
    return {};
  }

  @Implements(selectResources)
  async select(actor: Actor, input: InputOf<typeof selectResources>) {
    await this.toolboxes.select(actor, input);
    return {};
  }

  @Implements(publishToolbox)
  async publish(actor: Actor, input: InputOf<typeof publishToolbox>) {
    await this.toolboxes.publish(actor, input);
    return {};
  }

  @Implements(withdrawToolbox)
  async withdraw(actor: Actor, input: InputOf<typeof withdrawToolbox>) {
    await this.toolboxes.withdraw(actor, input);
    return {};
  }
}
