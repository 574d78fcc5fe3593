import type { Actor } from '@cohorte/networks/contract';
import type { InputOf } from '@cohorte/platform/contract';
import { Implements } from '@cohorte/platform/server';
import { Controller } from '@nestjs/common';
import { addComment, listComments, removeComment } from '../contract';
import { CommentService } from './comment.service';

/** What people tell of their use of resources, over HTTP. */
@Controller()
export class CommentController {
  constructor(private readonly comments: CommentService) {}

  @Implements(listComments)
  list(actor: Actor, input: InputOf<typeof listComments>) {
    return this.comments.list(actor, input.resourceId);
  }

  @Implements(addComment)
  add(actor: Actor, input: InputOf<typeof addComment>) {
    return this.comments.add(actor, input);
  }

  @Implements(removeComment)
  async remove(actor: Actor, input: InputOf<typeof removeComment>) {
    await this.comments.remove(actor, input);
    return {};
  }
}
