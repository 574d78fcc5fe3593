import type { Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';

/** Numbers of the meetings of a space, by meeting; null for one that does not count on its track. */
export type TrackNumbers = (tx: Tx, spaceId: string) => Promise<ReadonlyMap<string, number | null>>;

/** Where meetings stand on a track: told by the domain of tracks, which this one does not know. */
@Injectable()
export class TrackStops {
  private source: TrackNumbers | null = null;

  readFrom(source: TrackNumbers): void {
    this.source = source;
  }

  /** The meetings that count, in their order; without a track, all of them in the order given. */
  async numbered<M extends { readonly id: string }>(tx: Tx, spaceId: string, meetings: readonly M[]): Promise<{ meeting: M; number: number }[]> {
    const numbers = (await this.source?.(tx, spaceId)) ?? new Map<string, number | null>();
    if (numbers.size === 0) return meetings.map((meeting, place) => ({ meeting, number: place + 1 }));
    return meetings
      .flatMap((meeting) => {
        const number = numbers.get(meeting.id) ?? null;
        return number === null ? [] : [{ meeting, number }];
      })
      .sort((a, b) => a.number - b.number);
  }
}
