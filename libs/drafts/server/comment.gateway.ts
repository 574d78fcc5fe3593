import { Injectable } from '@nestjs/common';
import { draftsChannel, mayComment } from '../contract';
import { DraftSeats } from './draft-seats';
import { DraftSignals } from './draft-signals';

/** Tells open editors that a thread changed, here or on another node; to those who may read comments only. */
@Injectable()
export class CommentGateway {
  constructor(private readonly seats: DraftSeats, signals: DraftSignals) {
    signals.hearAlso('drafts_comments', (payload) => {
      const [draftId = '', threadId = ''] = payload.split(' ');
      this.announce(draftId, threadId);
    });
  }

  private announce(draftId: string, threadId: string): void {
    for (const { socket, personId, right } of this.seats.in(draftId)) {
      if (mayComment({ personId, right }, 'read')) socket.emit(draftsChannel, 'threadsChanged', { draftId, threadId });
    }
  }
}
