import type { Actor } from '@cohorte/networks/contract';
import type { InputOf } from '@cohorte/platform/contract';
import { Implements } from '@cohorte/platform/server';
import { Controller } from '@nestjs/common';
import {
  changeCommentNotices, deleteComment, editComment, listMentionable, listThreads, readCommentNotices, readThread, readThreads, reopenThread, replyToThread, resolveThread, restoreComment, startThread,
} from '../../contract';
import { CommentPreferences } from './comment-preferences.service';
import { CommentReadings } from './comment-readings.service';
import { CommentService } from './comment.service';

/** The endpoints of comments. */
@Controller()
export class CommentController {
  constructor(
    private readonly comments: CommentService,
    private readonly preferences: CommentPreferences,
    private readonly readings: CommentReadings,
  ) {}

  @Implements(listThreads) async list(actor: Actor, input: InputOf<typeof listThreads>) {
    return { threads: await this.comments.list(actor, input) };
  }

  @Implements(readThread) read(actor: Actor, input: InputOf<typeof readThread>) {
    return this.comments.read(actor, input);
  }

  @Implements(startThread) start(actor: Actor, input: InputOf<typeof startThread>) {
    return this.comments.start(actor, input);
  }

  @Implements(replyToThread) reply(actor: Actor, input: InputOf<typeof replyToThread>) {
    return this.comments.reply(actor, input);
  }

  @Implements(editComment) edit(actor: Actor, input: InputOf<typeof editComment>) {
    return this.comments.edit(actor, input);
  }

  @Implements(deleteComment) async delete(actor: Actor, input: InputOf<typeof deleteComment>) {
    await this.comments.delete(actor, input);
    return {};
  }

  @Implements(restoreComment) restore(actor: Actor, input: InputOf<typeof restoreComment>) {
    return this.comments.restore(actor, input);
  }

  @Implements(resolveThread) resolve(actor: Actor, input: InputOf<typeof resolveThread>) {
    return this.comments.resolve(actor, input);
  }

  @Implements(reopenThread) reopen(actor: Actor, input: InputOf<typeof reopenThread>) {
    return this.comments.reopen(actor, input);
  }

  @Implements(readThreads) async markRead(actor: Actor, input: InputOf<typeof readThreads>) {
    await this.readings.mark(actor, input);
    return {};
  }

  @Implements(listMentionable) async mentionable(actor: Actor, { draftId }: InputOf<typeof listMentionable>) {
    return { people: await this.comments.mentionable(actor, draftId) };
  }

  @Implements(readCommentNotices) notices(actor: Actor) {
    return this.preferences.of(actor);
  }

  @Implements(changeCommentNotices) changeNotices(actor: Actor, { repliesByMail }: InputOf<typeof changeCommentNotices>) {
    return this.preferences.change(actor, repliesByMail);
  }
}
