import type { RegistrationCause, RegistrationStatus } from '@cohorte/meetings/contract';
import {
  certificateIssued, meetingCancelled, meetingDated, meetingDetailsChanged, MeetingReader, meetingPublished, meetingRestored, MeetingSeats, minutesPublished, registrationChanged, replayPublished
} from '@cohorte/meetings/server';
import { systemActor } from '@cohorte/platform/contract';
import { Database, type Delivery, On, type PayloadOf, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import type { NoticeKind } from '../../contract';
import { Notices, type Telling } from '../notices/notices';
import { LetterAudience } from './letter-audience';

type Told = Pick<Telling, 'kind' | 'facts'>;

const everyoneStanding: readonly RegistrationStatus[] = ['registered', 'to-confirm', 'informed', 'waiting', 'offered', 'pending'];
const whoCame: readonly RegistrationStatus[] = ['registered', 'to-confirm', 'informed'];

/** Which notice a new standing makes; nothing for what its own domain does not tell. */
function kindOf(status: RegistrationStatus, cause: RegistrationCause): NoticeKind {
  if (status === 'offered') return 'place-offered';
  if (status === 'cancelled') return 'withdrawn';
  if (status === 'pending') return 'exception-asked';
  if (status === 'refused' || cause === 'exception') return 'exception-answered';
  if (status === 'registered' && (cause === 'promoted' || cause === 'handed-over')) return cause;
  return status;
}

/** Turns what meetings tell into notices: in bulk, once for each delivery, rights being asked when the letters leave. */
@Injectable()
export class MeetingsListener {
  constructor(
    private readonly database: Database,
    private readonly notices: Notices,
    private readonly meetings: MeetingReader,
    private readonly seats: MeetingSeats,
    private readonly audience: LetterAudience,
  ) {}

  @On(registrationChanged)
  async standing({ registrationId, meetingId, status, cause }: PayloadOf<typeof registrationChanged>, { eventId }: Delivery): Promise<void> {
    await this.asNotifications(async (tx) => {
      const place = await this.seats.recipient(tx, registrationId);
      if (!place) return;
      const about = { about: 'meeting', aboutId: meetingId } as const;
      await this.notices.write(tx, { ...about, kind: kindOf(status, cause), occasion: `event:${eventId}`, to: [{ ...place.attendee, standingId: registrationId }] });
      if (status === 'pending') await this.notices.write(tx, { ...about, kind: 'exception-to-answer', occasion: `asked:${eventId}`, to: await this.audience.keepers(tx, meetingId) });
    });
  }

  /** The first date is a decision, any other a move. */
  @On(meetingDated)
  async dated({ meetingId, startsAt, previousStartsAt }: PayloadOf<typeof meetingDated>, { eventId }: Delivery): Promise<void> {
    const facts = { startsAt: startsAt ?? '', ...(previousStartsAt ? { previous: previousStartsAt } : {}) };
    await this.toEveryone(meetingId, eventId, everyoneStanding, () => ({ kind: startsAt && !previousStartsAt ? 'date-decided' : 'moved', facts }));
  }

  @On(meetingPublished)
  async published({ meetingId }: PayloadOf<typeof meetingPublished>, { eventId }: Delivery): Promise<void> {
    await this.toEveryone(meetingId, eventId, [], () => ({ kind: 'meeting-invitation' }));
  }

  @On(meetingCancelled)
  async cancelled({ meetingId }: PayloadOf<typeof meetingCancelled>, { eventId }: Delivery): Promise<void> {
    await this.toEveryone(meetingId, eventId, everyoneStanding, () => ({ kind: 'cancelled' }));
  }

  @On(meetingRestored)
  async restored({ meetingId }: PayloadOf<typeof meetingRestored>, { eventId }: Delivery): Promise<void> {
    await this.toEveryone(meetingId, eventId, everyoneStanding, () => ({ kind: 'restored' }));
  }

  @On(meetingDetailsChanged)
  async detailsChanged({ meetingId, what }: PayloadOf<typeof meetingDetailsChanged>, { eventId }: Delivery): Promise<void> {
    await this.asNotifications(async (tx) => {
      const to = await this.audience.standing(tx, meetingId, ['registered', 'to-confirm']);
      await this.notices.write(tx, { kind: 'details-changed', about: 'meeting', aboutId: meetingId, occasion: `event:${eventId}`, facts: { what: what.join(' ') }, to });
    });
  }

  @On(replayPublished)
  async replay({ meetingId }: PayloadOf<typeof replayPublished>, { eventId }: Delivery): Promise<void> {
    await this.toEveryone(meetingId, eventId, whoCame, () => ({ kind: 'replay' }));
  }

  @On(minutesPublished)
  async minutes({ meetingId }: PayloadOf<typeof minutesPublished>, { eventId }: Delivery): Promise<void> {
    await this.toEveryone(meetingId, eventId, whoCame, () => ({ kind: 'minutes' }));
  }

  @On(certificateIssued)
  async certificate({ registrationId, meetingId }: PayloadOf<typeof certificateIssued>, { eventId }: Delivery): Promise<void> {
    await this.asNotifications(async (tx) => {
      const place = await this.seats.recipient(tx, registrationId);
      if (place) await this.notices.write(tx, { kind: 'certificate', about: 'meeting', aboutId: meetingId, occasion: `event:${eventId}`, to: [{ ...place.attendee, standingId: registrationId }] });
    });
  }

  private async toEveryone(meetingId: string, eventId: string, statuses: readonly RegistrationStatus[], what: () => Told): Promise<void> {
    await this.asNotifications(async (tx) => {
      const meeting = await this.meetings.find(tx, meetingId);
      if (!meeting?.published) return;
      const to = await this.audience.of(tx, meeting, statuses);
      await this.notices.write(tx, { ...what(), about: 'meeting', aboutId: meetingId, occasion: `event:${eventId}`, to });
    });
  }

  private asNotifications<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.transaction(systemActor('notifications'), work);
  }
}
