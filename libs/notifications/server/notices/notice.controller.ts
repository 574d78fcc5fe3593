import type { Actor } from '@cohorte/networks/contract';
import type { InputOf } from '@cohorte/platform/contract';
import { Implements } from '@cohorte/platform/server';
import { Controller } from '@nestjs/common';
import { countNotices, listNotices, markNotices, readAllNotices } from '../../contract';
import { NoticeService } from './notice.service';

/** The bell over HTTP. */
@Controller()
export class NoticeController {
  constructor(private readonly notices: NoticeService) {}

  @Implements(listNotices)
  list(actor: Actor, input: InputOf<typeof listNotices>) {
    return this.notices.list(actor, input);
  }

  @Implements(countNotices)
  async count(actor: Actor) {
    return { unread: await this.notices.count(actor) };
  }

  @Implements(markNotices)
  async mark(actor: Actor, input: InputOf<typeof markNotices>) {
    return { unread: await this.notices.mark(actor, input) };
  }

  @Implements(readAllNotices)
  readAll(actor: Actor) {
    return this.notices.readAll(actor);
  }
}
