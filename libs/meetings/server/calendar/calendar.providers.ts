import type { Provider } from '@nestjs/common';
import { AgendaSources } from './agenda-sources';
import { AgendaQueries } from './agenda.queries';
import { AgendaService } from './agenda.service';
import { CalendarFactsReader } from './calendar-facts';
import { CalendarFeedController } from './calendar-feed.controller';
import { CalendarFeedContent, CalendarFeedParts } from './calendar-feed.content';
import { CalendarFeedService } from './calendar-feed.service';
import { CalendarController } from './calendar.controller';
import { MeetingCalendar } from './meeting-calendar';
import { PublicCalendarService, PublicPlaceNames } from './public-calendar.service';
import { PublicMeetingsQueries } from './public-meetings.queries';

/** What the calendar brings to the module of meetings. */
export const calendarProviders: Provider[] = [
  AgendaQueries, AgendaService, AgendaSources, CalendarFactsReader, CalendarFeedContent, CalendarFeedParts, CalendarFeedService, MeetingCalendar, PublicCalendarService,
  PublicMeetingsQueries, PublicPlaceNames,
];
export const calendarControllers = [CalendarController, CalendarFeedController];
