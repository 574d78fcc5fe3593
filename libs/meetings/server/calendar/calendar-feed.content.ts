import { People } from '@cohorte/identity/server';
import { ActorService } from '@cohorte/networks/server';
import { AppError, type Language } from '@cohorte/platform/contract';
import { Clock, Config, Database, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { AgendaSources, type AgendaSpan } from './agenda-sources';
import { AgendaQueries, type DatedMeeting } from './agenda.queries';
import { CalendarFactsReader } from './calendar-facts';
import { calendarFile, type CalendarEvent } from './calendar-file';
import { pollTitle } from './calendar-words';
import { MeetingCalendar } from './meeting-calendar';

/** The events of a feed. */
@Injectable()
export class CalendarFeedParts {
  constructor(
    private readonly facts: CalendarFactsReader,
    private readonly calendar: MeetingCalendar,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async meetings(tx: Tx, dated: readonly DatedMeeting[], person: { id: string; language: Language }): Promise<CalendarEvent[]> {
    const standings = new Map(dated.map(({ meeting, standing }) => [meeting.id, standing]));
    const events: CalendarEvent[] = [];
    for (const facts of await this.facts.of(tx, [...standings.keys()])) {
      const mine = await this.facts.registrationOf(tx, facts.meetingId, person.id);
      // The transaction acts as the person: the database itself says whether they are told the link.
      const link = await this.facts.linkSeen(tx, facts.meetingId);
      const event = this.calendar.event(facts, { link, personId: person.id, changedAt: this.clock.now(), language: person.language, ...(mine ? { registration: mine } : {}) });
      events.push(standings.get(facts.meetingId) === 'tentative' && event.status === 'confirmed' ? { ...event, status: 'tentative' } : event);
    }
    return events;
  }

  /** A slot of a poll the person may still be asked to keep free. */
  asked(entry: { id: string; title: string; startsAt: string; minutes: number; allDay: boolean; zone: string; path: string | null; spaceName: string }, language: Language): CalendarEvent {
    const { publicUrl } = this.config.value;
    const url = `${publicUrl}${entry.path ?? '/agenda'}`;
    return {
      uid: `${entry.id}@${new URL(publicUrl).hostname}`, sequence: 0, changedAt: this.clock.now(), zone: entry.zone, parts: [{ startsAt: new Date(entry.startsAt), minutes: entry.minutes }], allDay: entry.allDay,
      title: pollTitle(entry.title, language), place: '', description: [entry.spaceName, url].filter(Boolean).join('\n'), url, status: 'tentative',
    };
  }

  file(events: readonly CalendarEvent[], name = 'Cohorte'): string {
    return calendarFile(events, { method: 'PUBLISH', organizer: this.calendar.organizer(), name });
  }
}

/** Writes what one person's private feed says. */
@Injectable()
export class CalendarFeedContent {
  constructor(
    private readonly database: Database,
    private readonly actors: ActorService,
    private readonly people: People,
    private readonly agenda: AgendaQueries,
    private readonly sources: AgendaSources,
    private readonly parts: CalendarFeedParts,
  ) {}

  async of(personId: string, span: AgendaSpan): Promise<string> {
    const actor = await this.actors.actorOf({ personId });
    return this.database.transaction(actor, async (tx) => {
      const [contact] = await this.people.contactsOf(tx, [personId]);
      if (!contact) throw new AppError('not-found', 'meetings.feed-unknown');
      const dated = (await this.agenda.datedIn(tx, actor, span)).filter(({ standing }) => standing === 'registered' || standing === 'tentative');
      const asked = (await this.sources.collect(tx, actor, span)).filter(({ kind }) => kind === 'poll');
      return this.parts.file([...(await this.parts.meetings(tx, dated, contact)), ...asked.map((entry) => this.parts.asked(entry, contact.language))]);
    });
  }
}
