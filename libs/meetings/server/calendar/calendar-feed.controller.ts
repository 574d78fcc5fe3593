import type { Actor } from '@cohorte/networks/contract';
import { AppError, systemActor, type Visitor, visitor } from '@cohorte/platform/contract';
import { type ActingRequest, Database } from '@cohorte/platform/server';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import * as z from 'zod';
import { canMeeting } from '../../contract';
import { MeetingReader } from '../meeting/meeting.reader';
import { isMember } from '../registration/registrants';
import { RegistrationActs } from '../registration/registration-acts.service';
import { CalendarFeedService } from './calendar-feed.service';
import { MeetingCalendar } from './meeting-calendar';
import { PublicCalendarService } from './public-calendar.service';
import { tagOf } from './public-feed';

const identified = z.uuid();

interface Sent {
  readonly type: string;
  readonly content: string;
  /** `private`: asked again each time, since an address may have been closed a second ago. */
  readonly cache: 'private' | 'public';
}

/** Calendars and feeds, for programs: files whose address alone may open them, so nothing of it is ever handed on. */
@Controller()
export class CalendarFeedController {
  constructor(
    private readonly feeds: CalendarFeedService,
    private readonly open: PublicCalendarService,
    private readonly calendar: MeetingCalendar,
    private readonly meetings: MeetingReader,
    private readonly registrations: RegistrationActs,
    private readonly database: Database,
  ) {}

  @Get('calendriers/:file')
  async mine(@Param('file') file: string, @Req() request: ActingRequest, @Res() reply: FastifyReply): Promise<void> {
    const token = /^([A-Za-z0-9_-]{43})\.ics$/.exec(file)?.[1];
    if (!token) throw new AppError('not-found', 'meetings.feed-unknown');
    send(request, reply, { type: calendarType, content: await this.feeds.read(token), cache: 'private' });
  }

  @Get('calendriers/:place/:file')
  async ofPlace(@Param() params: { place: string; file: string }, @Req() request: ActingRequest, @Res() reply: FastifyReply): Promise<void> {
    const [, name, kind] = /^(.+)\.(ics|atom|json)$/.exec(params.file) ?? [];
    const id = existing(name);
    if (params.place !== 'reseaux' && params.place !== 'parcours') throw new AppError('not-found', 'meetings.feed-unknown');
    const place = params.place === 'reseaux' ? { networkId: id } : { spaceId: id };
    const self = `calendriers/${params.place}/${params.file}`;
    if (kind === 'atom') send(request, reply, { type: atomType, content: await this.open.atom(place, self), cache: 'public' });
    else if (kind === 'json') send(request, reply, { type: jsonType, content: await this.open.json(place, self), cache: 'public' });
    else send(request, reply, { type: calendarType, content: await this.open.file(place), cache: 'public' });
  }

  @Get('rencontres.ics')
  async ofAll(@Req() request: ActingRequest, @Res() reply: FastifyReply): Promise<void> {
    send(request, reply, { type: calendarType, content: await this.open.file({}), cache: 'public' });
  }

  @Get('rencontres.atom')
  async atom(@Query('networkId') networkId: unknown, @Req() request: ActingRequest, @Res() reply: FastifyReply): Promise<void> {
    send(request, reply, { type: atomType, content: await this.open.atom(chosen(networkId), `rencontres.atom${asked(networkId)}`), cache: 'public' });
  }

  @Get('rencontres.json')
  async json(@Query('networkId') networkId: unknown, @Req() request: ActingRequest, @Res() reply: FastifyReply): Promise<void> {
    send(request, reply, { type: jsonType, content: await this.open.json(chosen(networkId), `rencontres.json${asked(networkId)}`), cache: 'public' });
  }

  /** One meeting for one's own calendar; it says no more than the meeting's page says to this reader. */
  @Get('meetings/:meetingId/calendar.ics')
  async one(@Param('meetingId') meetingId: string, @Req() request: ActingRequest, @Res() reply: FastifyReply): Promise<void> {
    const id = existing(meetingId);
    const actor = (request.actor ?? visitor) as Actor | Visitor;
    const content = await this.database.transaction(actor, async (tx) => {
      const meeting = await this.meetings.find(tx, id);
      if (!meeting || !canMeeting(actor, 'read', meeting.policy)) throw new AppError('not-found', 'meetings.not-found');
      const link = await this.meetings.linkSeen(tx, id);
      return this.calendar.eventFor(tx, id, { method: 'PUBLISH', withLink: link !== null, ...(isMember(actor) ? { personId: actor.personId } : {}) });
    });
    download(request, reply, content);
  }

  /** The same for whoever holds the personal link of a registration: the event their letters speak of. */
  @Get('registrations/:token/calendar.ics')
  async ofRegistration(@Param('token') token: string, @Req() request: ActingRequest, @Res() reply: FastifyReply): Promise<void> {
    const content = await this.database.transaction(systemActor('meetings'), async (tx) => {
      const { id, meetingId, status } = await this.registrations.ofToken(tx, token);
      return this.calendar.eventFor(tx, meetingId, { method: 'PUBLISH', registrationId: id, withLink: status === 'registered' });
    });
    download(request, reply, content);
  }
}

const calendarType = 'text/calendar; charset=utf-8';
const atomType = 'application/atom+xml; charset=utf-8';
const jsonType = 'application/feed+json; charset=utf-8';

function download(request: ActingRequest, reply: FastifyReply, content: string): void {
  void reply.header('content-disposition', 'attachment; filename="rencontre.ics"');
  send(request, reply, { type: calendarType, content, cache: 'private' });
}

function existing(id: unknown): string {
  const parsed = identified.safeParse(id);
  if (!parsed.success) throw new AppError('not-found', 'meetings.feed-unknown');
  return parsed.data;
}

const chosen = (id: unknown): { networkId?: string } => (id === undefined ? {} : { networkId: existing(id) });
const asked = (id: unknown): string => (id === undefined ? '' : `?networkId=${existing(id)}`);

function send(request: ActingRequest, reply: FastifyReply, { type, content, cache }: Sent): void {
  const tag = tagOf(content);
  void reply
    .header('content-type', type)
    .header('etag', tag)
    .header('cache-control', cache === 'private' ? 'private, no-cache' : 'public, max-age=300')
    .header('referrer-policy', 'no-referrer')
    .header('x-robots-tag', 'noindex');
  const known = String(request.headers['if-none-match'] ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  if (known.includes(tag)) void reply.status(304).send();
  else void reply.send(content);
}
