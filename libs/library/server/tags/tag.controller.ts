import type { Actor } from '@cohorte/networks/contract';
import type { InputOf } from '@cohorte/platform/contract';
import { Implements } from '@cohorte/platform/server';
import { Controller } from '@nestjs/common';
import { changeTags, completeTags, listTags, undoTagChange } from '../../contract';
import { TagQueries } from './tag.queries';
import { TagService } from './tag.service';

/** Tags of a network, over HTTP. */
@Controller()
export class TagController {
  constructor(
    private readonly queries: TagQueries,
    private readonly tags: TagService,
  ) {}

  @Implements(completeTags)
  complete(actor: Actor, input: InputOf<typeof completeTags>) {
    return this.queries.complete(actor, input);
  }

  @Implements(listTags)
  list(actor: Actor, { networkId }: InputOf<typeof listTags>) {
    return this.queries.list(actor, networkId);
  }

  @Implements(changeTags)
  change(actor: Actor, input: InputOf<typeof changeTags>) {
    return this.tags.change(actor, input);
  }

  @Implements(undoTagChange)
  async undo(actor: Actor, input: InputOf<typeof undoTagChange>) {
    await this.tags.undo(actor, input);
    return {};
  }
}
