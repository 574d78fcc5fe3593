import { PollCards, PollReader, TrackCards } from '@cohorte/scheduling/server';
import { Injectable } from '@nestjs/common';

/** The doors of whoever looks for dates: polls of a cohort, those that wait for a person, a whole track asked at once. */
@Injectable()
export class DatesSought {
  constructor(
    readonly polls: PollCards,
    readonly reader: PollReader,
    readonly tracks: TrackCards,
  ) {}
}
