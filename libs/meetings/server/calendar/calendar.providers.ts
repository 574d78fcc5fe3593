import type { Provider } from '@nestjs/common';
import { AgendaSources } from './agenda-sources';
import { CalendarFactsReader } from './calendar-facts';
import { MeetingCalendar } from './meeting-calendar';

/** What the calendar brings to the module of meetings. */
export const calendarProviders: Provider[] = [AgendaSources, CalendarFactsReader, MeetingCalendar];
