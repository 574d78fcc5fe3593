import { AppError, type Language } from '@cohorte/platform/contract';
import { Clock, Config, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { type CalendarFacts, CalendarFactsReader, type CalendarRegistration } from './calendar-facts';
import { calendarFile, type CalendarContact, type CalendarEvent, type CalendarMethod } from './calendar-file';
import { organizerOf, uidOf } from './calendar-identity';
import { calendarDescription, calendarPlace, cancelledTitle } from './calendar-words';

type Attendee = CalendarContact & { readonly answer?: 'accepted' | 'tentative' | 'needs-action' };

export interface EventRequest {
  readonly method: CalendarMethod;
  /** Whose calendar it is; nobody else is ever named. */
  readonly attendee?: Attendee;
  /** Their registration, if there is one: the event's identity and number follow it, even when a guest gets an account later. */
  readonly registrationId?: string;
  /** The member whose calendar it is: their registration is looked for, and the event is theirs before they have one. */
  readonly personId?: string;
  /** Whether this reader may join: the caller has decided it. Invitations carry the link by default, files for anyone do not. */
  readonly withLink?: boolean;
  readonly language?: Language;
}

interface Shown {
  readonly method?: CalendarMethod;
  readonly attendee?: Attendee;
  readonly personId?: string;
  readonly registration?: CalendarRegistration;
  readonly link: string | null;
  readonly changedAt: Date;
  readonly language?: Language;
}

/** The calendar door of meetings: an event as one person, or anyone, may have it. */
@Injectable()
export class MeetingCalendar {
  constructor(
    private readonly facts: CalendarFactsReader,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** One meeting as an iCalendar file, for a letter or a download; a meeting without a date has none. */
  async eventFor(tx: Tx, meetingId: string, request: EventRequest): Promise<string> {
    const { method } = request;
    const facts = await this.datedFacts(tx, meetingId, method);
    if (method === 'REQUEST') await this.facts.keepTold(tx, facts);
    return calendarFile([this.event(facts, { ...request, ...(await this.toldTo(tx, meetingId, request)), changedAt: this.clock.now() })], { method, organizer: this.organizer() });
  }

  private async datedFacts(tx: Tx, meetingId: string, method: CalendarMethod): Promise<CalendarFacts> {
    const facts = (await this.facts.of(tx, [meetingId]))[0] ?? (method === 'CANCEL' ? await this.facts.lastTold(tx, meetingId) : null);
    if (!facts) throw new AppError('not-found', 'meetings.not-dated');
    return facts;
  }

  private async toldTo(tx: Tx, meetingId: string, { method, attendee, registrationId, personId, withLink }: EventRequest): Promise<Pick<Shown, 'link' | 'registration'>> {
    const isTold = withLink ?? (method === 'REQUEST' && attendee !== undefined);
    const registration = await (registrationId ? this.facts.registration(tx, registrationId) : personId ? this.facts.registrationOf(tx, meetingId, personId) : null);
    return { link: isTold ? await this.facts.linkFor(tx, meetingId) : null, ...(registration ? { registration } : {}) };
  }

  organizer(): CalendarContact {
    return organizerOf(this.config.value.mailFrom);
  }

  /** A meeting as one event of a file. */
  event(facts: CalendarFacts, { method, attendee, personId, registration, link, changedAt, language = 'fr' }: Shown): CalendarEvent {
    const { publicUrl } = this.config.value;
    const cancelled = facts.cancelled || method === 'CANCEL';
    const text = { objective: facts.objective, agenda: facts.agenda, place: facts.place, link, page: `${publicUrl}/rencontres/${facts.meetingId}` };
    return {
      uid: uidOf(facts.meetingId, new URL(publicUrl).hostname, whose(registration, personId, attendee)),
      // Both only rise, so their sum does: a change of the meeting, or someone who comes back.
      sequence: facts.version - 1 + (registration ? registration.changes - 1 : 0),
      changedAt, zone: facts.zone, parts: facts.parts,
      title: cancelled ? cancelledTitle(facts.title, language) : facts.title,
      place: calendarPlace(text), description: calendarDescription(text, language), url: text.page,
      status: cancelled ? 'cancelled' : 'confirmed',
      ...(attendee ? { attendee: { ...attendee, answer: attendee.answer ?? 'accepted' } } : {}),
    };
  }
}

/** What an event is named after: the place as it was asked for, the account before there is one, else an address and a name. */
const whose = (registration: CalendarRegistration | undefined, personId: string | undefined, attendee: Attendee | undefined): string | Attendee | undefined => registration?.key ?? personId ?? attendee;
