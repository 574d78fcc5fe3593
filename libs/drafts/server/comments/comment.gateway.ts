import { Injectable } from '@nestjs/common';
import { draftsChannel, mayComment } from '../../contract';
import { DraftRooms } from '../rooms/draft-rooms';
import { DraftSeats } from '../rooms/draft-seats';
import { DraftSignals } from '../rooms/draft-signals';

/** Tells open editors that a thread changed, here or on another node; to those who may read comments only. */
@Injectable()
export class CommentGateway {
  constructor(private readonly seats: DraftSeats, rooms: DraftRooms, signals: DraftSignals) {
    const hear = (payload: string): void => {
      const [draftId = '', threadId = ''] = payload.split(' ');
      this.announce(draftId, threadId);
    };
    // After signals may have been missed, nobody knows which threads changed.
    signals.hearAlso('drafts_comments', hear, () => rooms.watched().forEach((draftId) => this.announce(draftId, null)));
  }

  private announce(draftId: string, threadId: string | null): void {
    for (const { socket, personId, right } of this.seats.in(draftId)) {
      if (mayComment({ personId, right }, 'read')) socket.emit(draftsChannel, 'threadsChanged', { draftId, threadId });
    }
  }
}
