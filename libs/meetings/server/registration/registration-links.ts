import { type OutputOf, visitor } from '@cohorte/platform/contract';
import { Database } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { actsFor, type viewRegistrationLink } from '../../contract';
import { GuestMeetings } from './guest-meetings';
import { RegistrationActs } from './registration-acts.service';
import { cardOf, RegistrationCards } from './registration-cards';
import { RegistrationReading } from './registration-reading';
import { standingStatuses } from './seat-row';
import { SeatsPlaces } from './seats-place';

/** What a personal link shows; reading changes nothing. */
@Injectable()
export class RegistrationLinks {
  constructor(
    private readonly database: Database,
    private readonly acts: RegistrationActs,
    private readonly places: SeatsPlaces,
    private readonly cards: RegistrationCards,
    private readonly reading: RegistrationReading,
    private readonly guests: GuestMeetings,
  ) {}

  read(token: string): Promise<OutputOf<typeof viewRegistrationLink>> {
    return this.database.transaction(visitor, async (tx) => {
      const owned = await this.acts.ofToken(tx, token);
      const place = await this.places.find(tx, owned.meetingId);
      const [row] = await this.cards.read(tx, 'r.id = $1', [owned.id]);
      const registration = cardOf(row as NonNullable<typeof row>, owned.personId);
      const { title, startsAt, minutes, cancelledAt, meetingId } = place;
      const { status } = registration;
      const isOver = cancelledAt !== null || this.reading.isPast(place);
      return {
        registration, meeting: { meetingId, title, startsAt: startsAt?.toISOString() ?? null, minutes, isCancelled: cancelledAt !== null }, mayAct: isOver ? [] : [...actsFor(status)],
        mayEdit: !isOver && standingStatuses.includes(status), questions: place.policy.questions, participants: status === 'registered' ? await this.cards.seen(tx, meetingId) : [],
        details: await this.guests.read(tx, { meetingId, status, token }),
      };
    });
  }
}
