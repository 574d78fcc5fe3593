import { signal } from '@angular/core';
import type { Workshop, WorkshopTimer } from '../../contract/workshop/workshop';
import { newsOf } from './workshop-clock';

type Say = (key: string, params?: Record<string, string | number>) => string;

/** Says what changes in a workshop to those who do not see it, once and without haste. */
export class WorkshopAnnouncer {
  /** For a polite live region. */
  readonly words = signal('');
  private before: Workshop | null | undefined;
  private timers: ReturnType<typeof setTimeout>[] = [];

  constructor(private readonly say: Say, private readonly now: () => number) {}

  stop(): void {
    for (const timer of this.timers.splice(0)) clearTimeout(timer);
  }

  /** The workshop as it is now; undefined as long as it is not known. */
  hear(workshop: Workshop | null | undefined, leads: boolean, titleOf: (sectionId: string) => string): void {
    const { before } = this;
    this.before = workshop;
    if (workshop === undefined) return;
    const said = [...this.ofTimer(before, workshop), ...(before === undefined ? [] : this.ofChange(before, workshop, leads, titleOf))];
    if (said.length > 0) this.words.set(said.join(' '));
  }

  private ofTimer(before: Workshop | null | undefined, workshop: Workshop | null): string[] {
    const timer = timerOf(workshop);
    const former = before === undefined ? undefined : timerOf(before);
    if (former !== undefined && former?.endsAt === timer?.endsAt) return [];
    this.stop();
    const { say, later } = newsOf(former, timer, this.now());
    this.timers = later.map((one) => setTimeout(() => this.words.set(this.say(`timer-${one.say}`)), one.in));
    return say ? [this.say(`timer-${say}`, { minutes: minutesUntil(timer, this.now()) })] : [];
  }

  private ofChange(before: Workshop | null, workshop: Workshop | null, leads: boolean, titleOf: (sectionId: string) => string): string[] {
    if (!workshop) return before ? [this.say('ended')] : [];
    if (!before) return [this.say('started', { name: workshop.facilitator.name })];
    const held = new Set(before.locks.map((lock) => lock.sectionId));
    const locked = workshop.locks.filter((lock) => !held.has(lock.sectionId)).map((lock) => this.say('locked', { title: titleOf(lock.sectionId) }));
    const still = new Set(workshop.locks.map((lock) => lock.sectionId));
    const unlocked = before.locks.filter((lock) => !still.has(lock.sectionId)).map((lock) => this.say('unlocked', { title: titleOf(lock.sectionId) }));
    const finished = new Set(before.groups.filter((group) => group.done).map((group) => group.id));
    const done = leads ? workshop.groups.filter((group) => group.done && !finished.has(group.id)).map((group) => this.say('finished', { name: group.name })) : [];
    return [...locked, ...unlocked, ...done];
  }
}

const timerOf = (workshop: Workshop | null): WorkshopTimer | null => workshop?.timer ?? null;
const minutesUntil = (timer: WorkshopTimer | null, now: number): number => Math.round((Date.parse(timer?.endsAt ?? '') - now) / 60_000);
