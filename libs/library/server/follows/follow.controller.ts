import type { Actor } from '@cohorte/networks/contract';
import type { InputOf } from '@cohorte/platform/contract';
import { Implements } from '@cohorte/platform/server';
import { Controller } from '@nestjs/common';
import { listFollows, openFollow, setFollow } from '../../contract';
import { FollowService } from './follow.service';

/** Being told of new versions, over HTTP. */
@Controller()
export class FollowController {
  constructor(private readonly follows: FollowService) {}

  @Implements(openFollow)
  open(actor: Actor, { resourceId }: InputOf<typeof openFollow>) {
    return this.follows.open(actor, resourceId);
  }

  @Implements(setFollow)
  async set(actor: Actor, input: InputOf<typeof setFollow>) {
    await this.follows.set(actor, input);
    return {};
  }

  @Implements(listFollows)
  list(actor: Actor) {
    return this.follows.list(actor);
  }
}
