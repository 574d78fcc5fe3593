import { setTimeout as wait } from 'node:timers/promises';
import { Chance } from '../chance';
import type { Person } from '../place';
import { request } from '../place';
import type { Stage } from '../stage';
import { Device } from '../tab';
import { Seat } from './seat';
import { WordLedger } from './word-ledger';

/** Lots of each deed; the seed draws. */
const deeds = {
  insert: 26, remove: 10, format: 7, type: 14, paste: 4, 'paste much': 1, split: 5, 'remove block': 3, point: 6,
  cut: 6, 'cut in a frame': 5, 'lose answers': 4, slow: 2, back: 12, 'close tab': 3, 'second tab': 2, 'send again': 4, keep: 3, lower: 2, raise: 4, compact: 2, 'lose the device': 1,
} as const;
type Deed = keyof typeof deeds;

export interface Cast {
  readonly draftId: string;
  readonly lead: Person;
  readonly people: readonly Person[];
}

/** One seeded history on one draft: who did what, in which order. Times are the machine's own. */
export class History {
  readonly log: string[] = [];
  readonly ledger: WordLedger;
  readonly seats: Seat[] = [];
  private readonly chance: Chance;
  /** What each person writes on now. */
  private readonly devices: Device[] = [];
  private readonly begun = performance.now();

  constructor(
    readonly seed: number,
    private readonly stage: Stage,
    readonly cast: Cast,
  ) {
    this.chance = new Chance(seed);
    this.ledger = new WordLedger(seed.toString(36).slice(-6));
  }

  async play(): Promise<void> {
    this.stage.beforeFall.add(this.blackout);
    for (const index of this.cast.people.keys()) await this.sit(this.newDevice(index), index);
    const steps = this.chance.between(25, 60);
    for (let step = 0; step < steps; step += 1) {
      await wait(this.chance.between(0, 120));
      await this.step();
    }
  }

  /** Everybody comes back: networks mended, rights given back, closed tabs opened again. */
  async comeBack(): Promise<void> {
    for (let index = 0; index < this.cast.people.length; index += 1) await this.grant(index, 'editor', 800);
    this.stage.beforeFall.delete(this.blackout);
    for (const seat of this.open) this.mend(seat);
    for (const [index, device] of this.devices.entries()) {
      if (!this.open.some((seat) => seat.options.device === device)) await this.sit(device, index, this.allTabsOf(device));
    }
    this.say('everybody comes back');
  }

  /** When processes fall, everybody's computer may be gone with them: then only what was «Enregistré» is left. */
  private readonly blackout = (chance: Chance): void => {
    if (!chance.happens(0.3)) return;
    this.say('BLACKOUT: every device is lost, and processes are killed');
    for (const seat of this.open) seat.vanish();
    for (const index of this.cast.people.keys()) void this.sit(this.newDevice(index), index).catch(() => undefined);
  };

  look(): void {
    for (const seat of this.open) seat.look();
  }

  get open(): Seat[] {
    return this.seats.filter((seat) => seat.isOpen);
  }

  leave(): void {
    for (const seat of this.open) {
      seat.tab.kill();
      seat.wire.close();
    }
  }

  say(what: string): void {
    this.log.push(`${((performance.now() - this.begun) / 1_000).toFixed(2)} s  ${what}`);
  }

  private async step(): Promise<void> {
    const [seat] = this.open.length > 0 ? [this.chance.of(this.open)] : [];
    if (!seat) return;
    const deed = this.chance.lot(deeds);
    const dice = new Chance(this.chance.between(0, 2 ** 32 - 1));
    const done = await this.perform(deed, seat, dice);
    if (done) this.say(`tab ${seat.tabId}: ${done}`);
    this.look();
  }

  private async perform(deed: Deed, seat: Seat, chance: Chance): Promise<string | null> {
    const writing = this.writing(deed, seat, chance);
    if (writing) return seat.mayWrite ? writing() : null;
    return this.happening(deed, seat, chance);
  }

  private writing(deed: Deed, seat: Seat, chance: Chance): (() => string | null) | null {
    switch (deed) {
      case 'insert': return () => seat.insert(chance);
      case 'remove': return () => seat.remove(chance);
      case 'format': return () => seat.format(chance);
      case 'type': return () => seat.type(chance);
      case 'paste': return () => seat.paste(chance, chance.between(2, 6));
      case 'paste much': return () => seat.paste(chance, chance.between(100, 400));
      case 'split': return () => seat.split(chance);
      case 'remove block': return () => seat.removeBlock();
      default: return null;
    }
  }

  private async happening(deed: Deed, seat: Seat, chance: Chance): Promise<string | null> {
    const acts: Partial<Record<Deed, () => unknown>> = {
      point: () => seat.tab.point(chance.bytes(12)),
      cut: () => seat.wire.cut(),
      'cut in a frame': () => seat.wire.cutAfter(chance.between(1, 400)),
      'lose answers': () => this.loseAnswers(seat, chance),
      slow: () => seat.wire.slow(1_000),
      back: () => this.mend(seat),
      'close tab': () => this.closeTab(seat),
      'second tab': () => this.secondTab(seat, chance),
      'send again': () => seat.sendAgain(),
      keep: () => seat.tab.keep().catch(() => undefined),
      lower: () => this.grant(this.personOf(seat), 'reader', 0),
      raise: () => this.grant(this.personOf(seat), 'editor', 0),
      compact: () => this.stage.compact(this.cast.draftId),
      'lose the device': () => this.loseDevice(seat),
    };
    await acts[deed]?.();
    return deed;
  }

  private mend(seat: Seat): void {
    seat.wire.restore();
    seat.wire.leadTo(this.stage.node(this.chance.between(0, 1)).port);
    seat.tab.socket.connect();
  }

  private loseAnswers(seat: Seat, chance: Chance): void {
    seat.wire.swallow();
    setTimeout(() => {
      seat.wire.cut();
      seat.wire.restore();
    }, chance.between(50, 900));
  }

  /** Gone between two instructions; somebody opens the draft again on the same device. */
  private async closeTab(seat: Seat): Promise<void> {
    const { device } = seat.options;
    seat.close();
    await this.sit(device, this.chance.between(0, 1), this.allTabsOf(device));
  }

  private async loseDevice(seat: Seat): Promise<void> {
    const { device } = seat.options;
    for (const one of this.open.filter(({ options }) => options.device === device)) one.vanish();
    const index = this.devices.indexOf(device);
    await this.sit(this.newDevice(index), this.chance.between(0, 1));
  }

  private async secondTab(seat: Seat, chance: Chance): Promise<void> {
    const { device } = seat.options;
    if (this.open.filter((one) => one.options.device === device).length > 1) return;
    await this.sit(device, chance.between(0, 1));
  }

  private newDevice(index: number): Device {
    const person = this.cast.people[index] as Person;
    return (this.devices[index] = new Device(person.actor.personId, person.cookie));
  }

  private allTabsOf(device: Device): Set<number> {
    return new Set(this.seats.filter((one) => one.options.device === device && !one.isOpen).map((one) => one.tabId));
  }

  private async sit(device: Device, node: number, heirOf?: ReadonlySet<number>): Promise<void> {
    const transports = this.chance.of([['websocket'], ['websocket'], ['polling'], ['polling', 'websocket']] as ('polling' | 'websocket')[][]);
    const seat = await Seat.open({ device, draftId: this.cast.draftId, port: this.stage.node(node).port, ledger: this.ledger, transports }, heirOf);
    this.seats.push(seat);
    // Lost before it had quite opened.
    if (!this.devices.includes(device)) seat.vanish();
  }

  private personOf(seat: Seat): number {
    return this.devices.indexOf(seat.options.device);
  }

  private async grant(person: number, right: 'editor' | 'reader', tries: number): Promise<void> {
    const body = { personId: this.cast.people[person]?.actor.personId, right };
    for (let left = tries; left >= 0; left -= 1) {
      const { status } = await request(this.stage.node(left), this.cast.lead, { method: 'POST', path: `/api/drafts/${this.cast.draftId}/grants`, body });
      if (status === 200) return;
      if (left > 0) await wait(300);
    }
    if (tries > 0) throw new Error('Nobody could give the right back');
  }
}
