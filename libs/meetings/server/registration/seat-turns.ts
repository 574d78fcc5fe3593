import { Injectable } from '@nestjs/common';

/**
 * One act at a time on the places of one meeting, in this process. Under a burst those who wait for the meeting's lock wait here, where they
 * hold no connection: the pool stays free for everybody else, and nobody is turned away for having waited. Between processes the lock decides.
 */
@Injectable()
export class SeatTurns {
  private readonly last = new Map<string, Promise<unknown>>();

  take<T>(meetingId: string, work: () => Promise<T>): Promise<T> {
    const mine = (this.last.get(meetingId) ?? Promise.resolve()).then(work);
    const over = mine.catch(() => undefined).finally(() => {
      if (this.last.get(meetingId) === over) this.last.delete(meetingId);
    });
    this.last.set(meetingId, over);
    return mine;
  }
}
