import type { Actor } from '@cohorte/networks/contract';
import type { InputOf } from '@cohorte/platform/contract';
import { Implements } from '@cohorte/platform/server';
import { Controller } from '@nestjs/common';
import { importFeed, readFeed } from '../../contract';
import { FeedService } from './feed.service';

/** Feeds of others over HTTP. */
@Controller()
export class FeedController {
  constructor(private readonly feeds: FeedService) {}

  @Implements(readFeed)
  read(actor: Actor, input: InputOf<typeof readFeed>) {
    return this.feeds.read(actor, input);
  }

  @Implements(importFeed)
  take(actor: Actor, input: InputOf<typeof importFeed>) {
    return this.feeds.take(actor, input);
  }
}
