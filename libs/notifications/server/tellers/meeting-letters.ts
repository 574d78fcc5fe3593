import type { RegistrationStatus } from '@cohorte/meetings/contract';
import { documentsOf, MeetingCalendar, MeetingReader, type Recipient, type ToldMeeting } from '@cohorte/meetings/server';
import { dayWords, type Language, moment, shortMoment, spanWords, zoneWords } from '@cohorte/platform/contract';
import { Config, facts, heading, type LetterBlock, list, button, link, type MailedCalendar, paragraph, smallPrint, type Tx } from '@cohorte/platform/server';
import { PreparationReader, type ToPrepare } from '@cohorte/tracks/server';
import { Injectable } from '@nestjs/common';
import type { NoticeRow } from '../notices/notice-row';
import { meetingEn } from '../words/meeting.en';
import { meetingFr } from '../words/meeting.fr';
import type { MeetingKind, MeetingSaid, MeetingWords } from '../words/meeting-words';
import { calendarAnswer, calendarMethod } from './mailed-calendar';
import type { ComposedLetter, Reader } from './teller';

interface Told {
  readonly reader: Reader;
  readonly meeting: ToldMeeting;
  readonly place: Recipient | null;
  readonly notices: readonly NoticeRow[];
}

const catalogues: Record<Language, MeetingWords> = { fr: meetingFr, en: meetingEn };

/** Which of several notices opens the letter and gives it its subject: what asks for an answer, then what changed, then the rest. */
const order: readonly MeetingKind[] = [
  'place-offered', 'cancelled', 'moved', 'restored', 'withdrawn', 'to-confirm', 'promoted', 'handed-over', 'exception-answered', 'registered', 'waiting', 'informed', 'exception-asked',
  'exception-to-answer', 'date-decided', 'details-changed', 'meeting-invitation', 'hour-before', 'day-before', 'week-before', 'minutes', 'replay', 'certificate',
];
/** Said already by what the person's own place says. */
const saidBy: Partial<Record<MeetingKind, readonly MeetingKind[]>> = { 'date-decided': ['registered', 'to-confirm', 'informed', 'waiting', 'promoted'], registered: ['promoted', 'handed-over', 'exception-answered'] };

/** Where each kind leads: to the person’s own link, or to the page of the meeting. */
const pressed: Partial<Record<MeetingKind, readonly ['own' | 'page', keyof MeetingWords['press']]>> = {
  'place-offered': ['own', 'offer'],
  'to-confirm': ['own', 'confirm'],
  'meeting-invitation': ['page', 'answer'],
  replay: ['page', 'replay'],
  minutes: ['page', 'minutes'],
  certificate: ['page', 'certificate'],
  'exception-to-answer': ['page', 'request'],
};
const ways: Partial<Record<RegistrationStatus, keyof MeetingWords['leave']>> = { registered: 'registered', 'to-confirm': 'registered', waiting: 'waiting', offered: 'offered' };

const comes = ({ place }: Told): boolean => place?.status === 'registered' || place?.status === 'to-confirm';

/** Writes letters about a meeting: several notices at once are one letter, its facts and its calendar said once. */
@Injectable()
export class MeetingLetters {
  constructor(
    private readonly meetings: MeetingReader,
    private readonly calendar: MeetingCalendar,
    private readonly preparation: PreparationReader,
    private readonly config: Config,
  ) {}

  async compose(tx: Tx, told: Told): Promise<ComposedLetter> {
    const words = catalogues[told.reader.language];
    const kinds = order.filter((kind) => told.notices.some((notice) => notice.kind === kind)).filter((kind, _at, all) => !saidBy[kind]?.some((other) => all.includes(other)));
    const [first = 'date-decided'] = kinds;
    const said = saidOf(told);
    const calendar = await this.calendarFor(tx, told, first);
    return {
      subject: words.kinds[first].subject(said),
      blocks: [
        heading(told.meeting.title),
        ...kinds.flatMap((kind) => words.kinds[kind].lines(said).map(paragraph)),
        ...(await this.practical(tx, told, first)),
        ...this.presses(told, first),
        ...(calendar?.method === 'REQUEST' ? [smallPrint(words.ics)] : []),
      ],
      ...(calendar ? { calendar } : {}),
    };
  }

  /** When, where, what for: not for what is cancelled or over. */
  private async practical(tx: Tx, told: Told, first: MeetingKind): Promise<LetterBlock[]> {
    const { meeting, reader } = told;
    const words = catalogues[reader.language];
    if (first === 'cancelled' || first === 'withdrawn') return [facts([[words.when, whenWords(told)]])];
    if (first === 'replay' || first === 'minutes' || first === 'certificate') return [];
    const documents = (await documentsOf(tx, meeting.id)).filter((document) => document.moment === 'before');
    const agenda = meeting.agenda.filter((part) => part.kind !== 'break');
    return [
      facts([[words.when, whenWords(told)], ...(await this.whereabouts(tx, told))]),
      ...(agenda.length > 0 ? [list(words.agenda, agenda.map(({ title }) => ({ text: title })))] : []),
      ...(documents.length > 0 ? [list(words.documents, documents.map(({ title, href }) => ({ text: title, href: this.address(href) })))] : []),
      ...(await this.toPrepare(tx, told, first)),
    ];
  }

  /** While there is time to do it. */
  private async toPrepare(tx: Tx, { meeting, reader: { personId, language } }: Told, first: MeetingKind): Promise<LetterBlock[]> {
    if (!personId || (first !== 'week-before' && first !== 'day-before')) return [];
    const words = catalogues[language];
    const items = await this.preparation.before(tx, meeting, personId);
    const said = ({ title, dueOn }: ToPrepare): string => (dueOn ? words.prepareBy(title, dayWords(new Date(`${dueOn}T12:00:00Z`), 'UTC', language)) : title);
    return items.length > 0 ? [list(words.prepare, items.map((item) => ({ text: said(item), href: this.address(item.path) })))] : [];
  }

  /** The link of a meeting online is for those who hold a place. */
  private async whereabouts(tx: Tx, told: Told): Promise<(readonly [string, string])[]> {
    const { meeting, reader } = told;
    const words = catalogues[reader.language];
    const online = meeting.format === 'in-person' ? [] : [words.online];
    const address = meeting.place ? [[meeting.place.name, meeting.place.address, meeting.place.access].filter(Boolean).join('\n')] : [];
    const access = comes(told) && meeting.format !== 'in-person' ? await this.meetings.linkFor(tx, meeting.id) : null;
    return [
      [words.where, [...address, ...online].join('\n')] as const,
      ...(access?.url ? [[words.join, access.url] as const] : []),
      ...(access?.dialIn ? [[words.dialIn, access.dialIn] as const] : []),
    ].filter(([, value]) => value !== '');
  }

  private presses(told: Told, first: MeetingKind): LetterBlock[] {
    const { press, leave } = catalogues[told.reader.language];
    const { own, page } = this.addresses(told);
    const [where, said] = pressed[first] ?? ['page', told.place || !told.meeting.startsAt ? 'see' : 'answer'];
    const way = told.place && ways[told.place.status];
    return [button(where === 'own' ? own ?? page : page, press[said]), ...(own && way && first !== 'cancelled' ? [link(own, leave[way])] : [])];
  }

  /** A guest reads the meeting through their own link; a person has the page. */
  private addresses({ reader, meeting, place }: Told): { own: string | undefined; page: string } {
    const own = place ? this.address(`/inscription/${place.token}`) : undefined;
    return { own, page: reader.personId || !own ? this.address(meeting.path) : own };
  }

  private async calendarFor(tx: Tx, told: Told, first: MeetingKind): Promise<MailedCalendar | null> {
    const { meeting, reader, place } = told;
    const method = calendarMethod(first, { isDated: meeting.startsAt !== null, comes: comes(told) });
    if (!method) return null;
    const attendee = { name: reader.name, email: reader.email, answer: calendarAnswer(place?.status) };
    try {
      const whose = { ...(place ? { registrationId: place.registrationId } : {}), ...(reader.personId ? { personId: reader.personId } : {}) };
      return { method, ics: await this.calendar.eventFor(tx, meeting.id, { method, attendee, withLink: comes(told), language: reader.language, ...whose }) };
    } catch (error) {
      // What never had a date has nothing to be taken out of a calendar.
      if (method === 'CANCEL') return null;
      throw error;
    }
  }

  private address(path: string): string {
    return path.startsWith('/') ? `${this.config.value.publicUrl}${path}` : path;
  }
}

function whenWords({ meeting, reader: { language } }: Told): string {
  const words = catalogues[language];
  if (meeting.sittings.length === 0) return words.undated;
  const spans = meeting.sittings.map(({ startsAt, minutes }) => spanWords({ startsAt: new Date(startsAt), minutes }, meeting.zone, language));
  return `${spans.join('\n')} (${zoneWords(meeting.zone, language)})`;
}

function saidOf({ meeting, place, reader: { language }, notices }: Told): MeetingSaid {
  const told = (fact: string): string => notices.map((notice) => notice.facts[fact]).find((value) => value !== undefined) ?? '';
  const inWords = (at: Date | string | null | undefined): string => (at ? moment(new Date(at), meeting.zone, language) : '');
  return {
    ...placeSaid(place),
    title: meeting.title,
    short: meeting.startsAt ? shortMoment(new Date(meeting.startsAt), meeting.zone, language) : '',
    when: inWords(meeting.startsAt),
    until: inWords(place?.offerUntil),
    message: place?.message || meeting.notice,
    previous: inWords(told('previous')),
    what: told('what').split(' ').filter(Boolean),
  };
}

const placeSaid = (place: Recipient | null): Pick<MeetingSaid, 'status' | 'cause' | 'position' | 'shared'> =>
  place ? { status: place.status, cause: place.cause, position: place.position, shared: place.shared } : { status: null, cause: null, position: null, shared: false };
