import type { Actor } from '@cohorte/networks/contract';
import type { InputOf } from '@cohorte/platform/contract';
import { type HttpExchange, Implements } from '@cohorte/platform/server';
import { Controller } from '@nestjs/common';
import { getAgenda, getCalendarFeed, listPublicMeetings, renewCalendarFeed, revokeCalendarFeed } from '../../contract';
import { AgendaService } from './agenda.service';
import { CalendarFeedService } from './calendar-feed.service';
import { PublicCalendarService } from './public-calendar.service';

/** Agendas over HTTP. */
@Controller()
export class CalendarController {
  constructor(
    private readonly agenda: AgendaService,
    private readonly feeds: CalendarFeedService,
    private readonly open: PublicCalendarService,
  ) {}

  @Implements(getAgenda)
  read(actor: Actor, input: InputOf<typeof getAgenda>) {
    return this.agenda.read(actor, input);
  }

  @Implements(getCalendarFeed)
  feed(actor: Actor) {
    return this.feeds.mine(actor);
  }

  @Implements(renewCalendarFeed)
  renew(actor: Actor) {
    return this.feeds.renew(actor);
  }

  @Implements(revokeCalendarFeed)
  revoke(actor: Actor) {
    return this.feeds.revoke(actor);
  }

  @Implements(listPublicMeetings)
  coming(_actor: Actor, input: InputOf<typeof listPublicMeetings>, http: HttpExchange) {
    http.setHeader('cache-control', 'public, max-age=60');
    return this.open.list(input.networkId);
  }
}
