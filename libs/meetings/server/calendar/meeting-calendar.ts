import { AppError, type Language } from '@cohorte/platform/contract';
import { Clock, Config, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { type CalendarFacts, CalendarFactsReader } from './calendar-facts';
import { calendarFile, type CalendarContact, type CalendarEvent, type CalendarMethod } from './calendar-file';
import { organizerOf, uidOf } from './calendar-identity';
import { calendarDescription, calendarPlace, cancelledTitle } from './calendar-words';

export interface EventRequest {
  readonly method: CalendarMethod;
  /** Whose calendar it is, written as their registration says; nobody else is ever named. */
  readonly attendee?: CalendarContact & { readonly answer?: 'accepted' | 'tentative' | 'needs-action' };
  /** How often this person's standing changed, so that an invitation after a withdrawal is the newer one. */
  readonly changes?: number;
  /** Whether this reader may join: the caller has decided it. Invitations carry the link by default, files for anyone do not. */
  readonly withLink?: boolean;
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
    const facts = (await this.facts.of(tx, [meetingId]))[0] ?? (request.method === 'CANCEL' ? await this.facts.lastTold(tx, meetingId) : null);
    if (!facts) throw new AppError('not-found', 'meetings.not-dated');
    if (request.method === 'REQUEST') await this.facts.keepTold(tx, facts);
    const withLink = request.withLink ?? (request.method === 'REQUEST' && request.attendee !== undefined);
    const link = withLink ? await this.facts.linkOf(tx, meetingId) : null;
    return calendarFile([this.event(facts, { ...request, link, changedAt: this.clock.now() })], { method: request.method, organizer: this.organizer() });
  }

  organizer(): CalendarContact {
    return organizerOf(this.config.value.mailFrom);
  }

  /** A meeting as one event of a file. */
  event(facts: CalendarFacts, given: Pick<EventRequest, 'attendee' | 'changes' | 'language'> & { method?: CalendarMethod; link: string | null; changedAt: Date }): CalendarEvent {
    const { publicUrl } = this.config.value;
    const language = given.language ?? 'fr';
    const cancelled = facts.cancelled || given.method === 'CANCEL';
    const text = { objective: facts.objective, agenda: facts.agenda, place: facts.place, link: given.link, page: `${publicUrl}/rencontres/${facts.meetingId}` };
    return {
      uid: uidOf(facts.meetingId, new URL(publicUrl).hostname, given.attendee),
      sequence: facts.version - 1 + (given.changes ?? 0),
      changedAt: given.changedAt, zone: facts.zone, parts: facts.parts,
      title: cancelled ? cancelledTitle(facts.title, language) : facts.title,
      place: calendarPlace(text), description: calendarDescription(text, language), url: text.page,
      status: cancelled ? 'cancelled' : 'confirmed',
      ...(given.attendee ? { attendee: { ...given.attendee, answer: given.attendee.answer ?? 'accepted' } } : {}),
    };
  }
}
