import type { AgendaEntry } from '../../contract';
import { dayAfter } from '../../contract/meeting/meeting-zone';

export const agendaViews = ['month', 'week', 'list'] as const;
export type AgendaView = (typeof agendaViews)[number];

/** `2026-03-26`, the civil day of an instant on the clocks of a zone. */
export const dayIn = (iso: string | Date, zone: string): string => new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date(iso));

/** A day no reader means, or a slip in the address, becomes today. */
export const knownDay = (text: string | null, today: string): string => (text !== null && /^20\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && dayAfter(text, 0) === text ? text : today);

/** Monday is 0. */
const weekday = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

/** The seven days of the week of a day, from Monday. */
export const weekOf = (day: string): string[] => Array.from({ length: 7 }, (_, n) => dayAfter(day, n - weekday(day)));

/** Whole weeks that hold a month. */
export function monthOf(day: string): string[][] {
  const first = `${day.slice(0, 7)}-01`;
  const weeks: string[][] = [];
  for (let monday = weekOf(first)[0] as string; monday.slice(0, 7) <= day.slice(0, 7); monday = dayAfter(monday, 7)) weeks.push(weekOf(monday));
  return weeks;
}

/** The same day of another month, or its last one. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** How many days a list shows from its first. */
export const listDays = 92;

export function daysShown(view: AgendaView, day: string): string[] {
  if (view === 'month') return monthOf(day).flat();
  if (view === 'week') return weekOf(day);
  return Array.from({ length: listDays }, (_, n) => dayAfter(day, n));
}

export function turned(view: AgendaView, day: string, by: 1 | -1): string {
  if (view === 'month') return monthsLater(day, by);
  return view === 'week' ? dayAfter(day, 7 * by) : monthsLater(day, 3 * by);
}

/** Instants that hold these days in any zone of the world. */
export const spanOf = (days: readonly string[]): { from: string; to: string } => ({ from: `${dayAfter(days[0] as string, -1)}T00:00:00Z`, to: `${dayAfter(days.at(-1) as string, 2)}T00:00:00Z` });

/** Longer than any holiday of schools: what is longer still is cut. */
const daysMost = 100;

/** Every day an entry is on: a night that ends past midnight is on two. An all-day entry is on its own days wherever it is read. */
export function daysOf({ startsAt, minutes, allDay, zone }: Pick<AgendaEntry, 'startsAt' | 'minutes' | 'allDay' | 'zone'>, readerZone: string): string[] {
  const clocks = allDay ? zone : readerZone;
  const first = dayIn(startsAt, clocks);
  const last = dayIn(new Date(Date.parse(startsAt) + Math.max(0, minutes * 60_000 - 1)), clocks);
  const days = [first];
  while ((days.at(-1) as string) < last && days.length < daysMost) days.push(dayAfter(days.at(-1) as string, 1));
  return days;
}

export function byDay(entries: readonly AgendaEntry[], readerZone: string): Map<string, AgendaEntry[]> {
  const found = new Map<string, AgendaEntry[]>();
  for (const entry of entries) for (const day of daysOf(entry, readerZone)) found.set(day, [...(found.get(day) ?? []), entry]);
  return found;
}

const moves: Record<string, (day: string) => string> = {
  ArrowLeft: (day) => dayAfter(day, -1), ArrowRight: (day) => dayAfter(day, 1), ArrowUp: (day) => dayAfter(day, -7), ArrowDown: (day) => dayAfter(day, 7),
  Home: (day) => weekOf(day)[0] as string, End: (day) => weekOf(day)[6] as string, PageUp: (day) => monthsLater(day, -1), PageDown: (day) => monthsLater(day, 1),
};

/** Where a key leads from a day of the grid; nothing for any other key. */
export const dayByKey = (key: string, day: string): string | undefined => moves[key]?.(day);
