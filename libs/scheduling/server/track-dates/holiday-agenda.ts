import { People } from '@cohorte/identity/server';
import type { AgendaEntry } from '@cohorte/meetings/contract';
import { type AgendaSource, type AgendaSpan, FillsAgenda } from '@cohorte/meetings/server';
import type { Actor } from '@cohorte/networks/contract';
import { asSystem, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { addDays, calendarOfRegion, dayAt, type HolidayPlace, instantOf, publicHolidays, schoolHolidaysBetween, type SchoolZone } from '../../contract';
import { publicHolidayWord, schoolHolidayWord } from './holiday-words';

const paris = 'Europe/Paris';

/** Days without work and weeks without school, in the agenda of those whose networks live by that calendar. */
@FillsAgenda()
@Injectable()
export class HolidayAgenda implements AgendaSource {
  constructor(private readonly people: People) {}

  async agendaOf(tx: Tx, actor: Actor, { from, to }: AgendaSpan): Promise<AgendaEntry[]> {
    const calendars = (await this.regionsOf(tx, actor)).map(calendarOfRegion);
    const [contact] = await this.people.contactsOf(tx, [actor.personId]);
    const language = contact?.language ?? 'fr';
    const [first, last] = [dayAt(from, paris), dayAt(to, paris)];
    const places = [...new Set(calendars.flatMap((calendar) => calendar.places))];
    const zones = [...new Set(calendars.flatMap(({ schoolZone }) => schoolZone ?? []))].sort();
    return [
      ...publicBetween(places, first, last).map(({ day, name }) => entry(`public-${day}-${name}`, publicHolidayWord(name, language), day, addDays(day, 1))),
      ...zones.flatMap((zone) => schoolEntries(zone, { first, last }, (name) => schoolHolidayWord(name, zone, language))),
    ];
  }

  private async regionsOf(tx: Tx, actor: Actor): Promise<string[]> {
    const networkIds = [...new Set(actor.roles.flatMap(({ networkIds }) => networkIds ?? []))];
    const rows = await asSystem(tx, 'scheduling', () => tx.query<{ region: string }[]>('SELECT DISTINCT region FROM networks_network WHERE id = ANY ($1)', [networkIds]));
    return rows.map(({ region }) => region);
  }
}

function publicBetween(places: readonly HolidayPlace[], first: string, last: string) {
  const years = Array.from({ length: Number(last.slice(0, 4)) - Number(first.slice(0, 4)) + 1 }, (_, n) => Number(first.slice(0, 4)) + n);
  return years.flatMap((year) => publicHolidays(year, places)).filter(({ day }) => day >= first && day <= last);
}

const schoolEntries = (zone: SchoolZone, { first, last }: { first: string; last: string }, word: (name: ReturnType<typeof schoolHolidaysBetween>[number]['name']) => string): AgendaEntry[] =>
  schoolHolidaysBetween(zone, first, last).map(({ name, from, back }) => entry(`school-${zone}-${from}`, word(name), from, back));

/** All day long, from a civil day to the one before `until`: a change of hour in between adds or takes one. */
function entry(id: string, title: string, day: string, until: string): AgendaEntry {
  const [startsAt, end] = [instantOf(`${day}T00:00`, paris) ?? '', instantOf(`${until}T00:00`, paris) ?? ''];
  const minutes = (Date.parse(end) - Date.parse(startsAt)) / 60_000;
  return { id: `holiday-${id}`, kind: 'holiday', title, spaceId: null, spaceName: '', startsAt, minutes, allDay: true, zone: paris, standing: 'other', cancelled: false, path: null };
}
