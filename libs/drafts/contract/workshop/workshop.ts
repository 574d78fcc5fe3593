import { identifier, shortText } from '@cohorte/platform/contract';
import * as z from 'zod';
import { draftPerson } from '../draft';

/** Far above a webinar of sixty people, far below what would make the state heavy to send. */
export const workshopLimits = { groups: 30, sectionsPerGroup: 20, locks: 50, minutes: 180, signals: 100, placeBytes: 256 } as const;

/** A section is named after its heading (`nodeRules.heading.id`). */
export const sectionId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
export const groupName = shortText(60);
export const timerMinutes = z.int().min(1).max(workshopLimits.minutes);

/** Whose cursors people see: everyone's, or only the facilitator's. */
export const shownCursors = z.enum(['everyone', 'facilitator']);
export type ShownCursors = z.output<typeof shownCursors>;

/** Running until an instant of the server's clock, or held with so many seconds left. */
export const workshopTimer = z.object({ endsAt: z.iso.datetime().nullable(), leftSeconds: z.int().min(0).nullable() });
export type WorkshopTimer = z.output<typeof workshopTimer>;

export const workshopGroup = z.object({
  id: identifier,
  name: z.string(),
  sectionIds: z.array(z.string()),
  people: z.array(draftPerson),
  /** «Terminé», and who said so. */
  done: z.object({ at: z.iso.datetime(), by: draftPerson }).nullable(),
});
export type WorkshopGroup = z.output<typeof workshopGroup>;

/** A section kept still while it is read aloud: a signal the interface follows, not a right. */
export const sectionLock = z.object({ sectionId: z.string(), by: draftPerson, at: z.iso.datetime() });
export type SectionLock = z.output<typeof sectionLock>;

export const workshop = z.object({
  facilitator: draftPerson,
  startedAt: z.iso.datetime(),
  /** The facilitator's page leads the others'. */
  following: z.boolean(),
  cursors: shownCursors,
  timer: workshopTimer.nullable(),
  /** The section everyone was last brought to. */
  call: z.object({ sectionId: z.string(), at: z.iso.datetime() }).nullable(),
  groups: z.array(workshopGroup),
  locks: z.array(sectionLock),
});
export type Workshop = z.output<typeof workshop>;

/** The latest state of a draft's workshop; a lower version than the one known is old news. */
export const workshopState = z.object({
  version: z.int().min(0),
  /** The server's clock when this was said, so that every screen counts the same seconds. */
  now: z.iso.datetime(),
  /** Null when none is going on. */
  workshop: workshop.nullable(),
});
export type WorkshopState = z.output<typeof workshopState>;

export const signalKinds = [
  'started', 'ended', 'handed-over', 'following', 'alone', 'cursors', 'group-added', 'group-changed', 'group-removed',
  'joined', 'left', 'spread', 'done', 'undone', 'locked', 'unlocked', 'called', 'timer',
] as const;
export const signalKind = z.enum(signalKinds);
export type SignalKind = z.output<typeof signalKind>;

/** One line of the workshop's log: who signalled what, about which section or group. */
export const workshopSignal = z.object({ id: identifier, at: z.iso.datetime(), by: draftPerson, kind: signalKind, about: z.string() });
export type WorkshopSignal = z.output<typeof workshopSignal>;

export const timerAct = z.enum(['start', 'pause', 'resume', 'add', 'stop']);
export type TimerAct = z.output<typeof timerAct>;

const minute = 60_000;
const longest = workshopLimits.minutes * minute;

const until = (now: number, milliseconds: number): WorkshopTimer => ({ endsAt: new Date(now + Math.min(milliseconds, longest)).toISOString(), leftSeconds: null });

/** Milliseconds left at an instant; zero once the time is up. */
export function timeLeft(timer: WorkshopTimer, now: number): number {
  if (timer.endsAt === null) return (timer.leftSeconds ?? 0) * 1_000;
  return Math.max(0, Date.parse(timer.endsAt) - now);
}

type TimerRule = (timer: WorkshopTimer, now: number, minutes: number) => WorkshopTimer;

const lengthen: TimerRule = (timer, now, minutes) => {
  const more = Math.min(timeLeft(timer, now) + minutes * minute, longest);
  return timer.endsAt === null ? { endsAt: null, leftSeconds: Math.ceil(more / 1_000) } : until(now, more);
};

const hold: TimerRule = (timer, now) => {
  const left = timeLeft(timer, now);
  return timer.endsAt === null || left === 0 ? timer : { endsAt: null, leftSeconds: Math.ceil(left / 1_000) };
};

const resume: TimerRule = (timer, now) => (timer.endsAt === null ? until(now, timeLeft(timer, now)) : timer);

/** What the timer becomes; an act that makes no sense now leaves it as it is. */
export function timerAfter(timer: WorkshopTimer | null, act: TimerAct, now: number, minutes: number): WorkshopTimer | null {
  if (act === 'stop') return null;
  if (act === 'start' || (act === 'add' && timer === null)) return until(now, minutes * minute);
  if (timer === null) return null;
  return { add: lengthen, pause: hold, resume }[act](timer, now, minutes);
}

export const groupOf = (groups: readonly WorkshopGroup[], personId: string): WorkshopGroup | null =>
  groups.find((group) => group.people.some((person) => person.personId === personId)) ?? null;

/** Groups that have something to write and are done with it, of how many. */
export const progressOf = (groups: readonly WorkshopGroup[]): { done: number; all: number } => ({ done: groups.filter((group) => group.done).length, all: groups.length });

/** Shares people out, each to the group that has the fewest by then; groups keep their order when equal. */
export function sharedOut(groups: readonly { readonly id: string; readonly size: number }[], personIds: readonly string[]): Map<string, string> {
  const sizes = new Map(groups.map(({ id, size }) => [id, size]));
  const places = new Map<string, string>();
  for (const personId of new Set(personIds)) {
    const [smallest] = [...sizes].reduce<[string, number]>((best, one) => (one[1] < best[1] ? one : best), ['', Infinity]);
    if (smallest === '') return places;
    places.set(personId, smallest);
    sizes.set(smallest, (sizes.get(smallest) ?? 0) + 1);
  }
  return places;
}
