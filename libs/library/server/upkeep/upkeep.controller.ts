import type { Actor } from '@cohorte/networks/contract';
import type { InputOf, Visitor } from '@cohorte/platform/contract';
import { Implements } from '@cohorte/platform/server';
import { Controller } from '@nestjs/common';
import { confirmResource, followMovedLink, openUpkeep, readLinkCopy, reportLegalChange, withdrawLegalChange } from '../../contract';
import { LinkCopies } from './link-copies';
import { UpkeepQueries } from './upkeep.queries';
import { UpkeepService } from './upkeep.service';

/** Keeping the library true, over HTTP. */
@Controller()
export class UpkeepController {
  constructor(
    private readonly upkeep: UpkeepService,
    private readonly queries: UpkeepQueries,
    private readonly copies: LinkCopies,
  ) {}

  @Implements(openUpkeep)
  open(actor: Actor) {
    return this.queries.open(actor);
  }

  @Implements(readLinkCopy)
  readCopy(actor: Actor | Visitor, input: InputOf<typeof readLinkCopy>) {
    return this.copies.read(actor, input.ref);
  }

  @Implements(confirmResource)
  async confirm(actor: Actor, input: InputOf<typeof confirmResource>) {
    await this.upkeep.confirm(actor, input);
    return {};
  }

  @Implements(followMovedLink)
  async followLink(actor: Actor, input: InputOf<typeof followMovedLink>) {
    await this.upkeep.followLink(actor, input);
    return {};
  }

  @Implements(reportLegalChange)
  report(actor: Actor, input: InputOf<typeof reportLegalChange>) {
    return this.upkeep.report(actor, input);
  }

  @Implements(withdrawLegalChange)
  async withdraw(actor: Actor, input: InputOf<typeof withdrawLegalChange>) {
    await this.upkeep.withdraw(actor, input.changeId);
    return {};
  }
}
