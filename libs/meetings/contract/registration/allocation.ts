import type { RegistrationCause, RegistrationStatus } from './registration-status';
import { cappedAt, placesOf, reservedFor, type SeatPolicy, type SeatWay } from './seat-policy';

/** Where one person stands, as far as places are concerned. Only `registered`, `offered` and `waiting` matter here. */
export interface Standing {
  readonly id: string;
  readonly status: RegistrationStatus;
  /** Their turn: rises with each request, in the order of the commits; a draw deals new ones. */
  readonly turn: number;
  readonly way: SeatWay | null;
  /** What counts as one structure; null counts for itself. */
  readonly structure: string | null;
  readonly isSmall: boolean;
  readonly offerUntil: Date | null;
  /** Offered to several at once, in the last hours: it holds no place, the first who clicks has it. */
  readonly shared: boolean;
  /** Asks at this very moment: gets a free place at once, never an offer. */
  readonly isNew?: boolean;
}

export interface SeatChange {
  readonly id: string;
  readonly status: RegistrationStatus;
  readonly cause: RegistrationCause;
  readonly offerUntil: Date | null;
  readonly shared: boolean;
}

export interface MeetingTiming {
  readonly startsAt: Date | null;
  /** While a meeting is cancelled nobody moves. */
  readonly cancelled: boolean;
  readonly drawnAt: Date | null;
}

const hour = 3_600_000;
/** From here on nobody can wait for a night to pass: a free place goes to the first who clicks. */
export const clickHours = 12;

export const isFirstToClick = (policy: SeatPolicy, startsAt: Date | null, now: Date): boolean =>
  policy.promotion === 'offer' && startsAt !== null && now.getTime() >= startsAt.getTime() - clickHours * hour;

/** A day by default; near the date a quarter of the time left, an hour at least. */
export function offerDeadline(policy: SeatPolicy, startsAt: Date | null, now: Date): Date {
  const longest = policy.offerHours * hour;
  const left = startsAt ? (startsAt.getTime() - now.getTime()) / 4 : longest;
  return new Date(now.getTime() + Math.min(longest, Math.max(hour, left)));
}

export const awaitsDraw = (policy: SeatPolicy, timing: MeetingTiming): boolean => policy.drawAt !== null && timing.drawnAt === null;

const holdsPlace = (one: Standing): boolean => one.status === 'registered' || (one.status === 'offered' && !one.shared);

/** Places held, counted the three ways the rules look at them. */
class Held {
  private readonly byWay = new Map<SeatWay | null, number>();
  private readonly smallByWay = new Map<SeatWay | null, number>();
  private readonly byStructure = new Map<string, number>();

  constructor(
    private readonly policy: SeatPolicy,
    private readonly now: Date,
    standings: readonly Standing[],
  ) {
    for (const one of standings) if (holdsPlace(one)) this.take(one);
  }

  take(one: Standing): void {
    const way = this.wayOf(one);
    this.byWay.set(way, (this.byWay.get(way) ?? 0) + 1);
    if (one.isSmall) this.smallByWay.set(way, (this.smallByWay.get(way) ?? 0) + 1);
    if (one.structure) this.byStructure.set(one.structure, (this.byStructure.get(one.structure) ?? 0) + 1);
  }

  /** Places this person could take now, by every rule. */
  freeFor(one: Standing): number {
    if (one.structure && (this.byStructure.get(one.structure) ?? 0) >= cappedAt(this.policy, this.now)) return 0;
    const way = this.wayOf(one);
    const places = placesOf(this.policy, way);
    if (places === null) return Infinity;
    return places - (this.byWay.get(way) ?? 0) - (one.isSmall ? 0 : this.keptForSmall(way, places));
  }

  sameWay(one: Standing, other: Standing): boolean {
    return this.wayOf(one) === this.wayOf(other);
  }

  private keptForSmall(way: SeatWay | null, places: number): number {
    if (!this.policy.reserved || !reservedFor(this.policy, this.now)) return 0;
    return Math.max(0, Math.floor((places * this.policy.reserved.share) / 100) - (this.smallByWay.get(way) ?? 0));
  }

  private wayOf(one: Standing): SeatWay | null {
    return this.policy.separate ? (one.way ?? 'room') : null;
  }
}

const change = (id: string, status: RegistrationStatus, cause: RegistrationCause): SeatChange => ({ id, status, cause, offerUntil: null, shared: false });
const offer = (id: string, offerUntil: Date | null, shared: boolean): SeatChange => ({ id, status: 'offered', cause: 'promoted', offerUntil, shared });

/**
 * What the rules make of the standings now: offers that ran out leave the list, free places go to those who wait, in their turn. Whoever a rule
 * holds back (their structure has its number, the place is kept for small structures) is passed over and keeps their turn.
 */
export function allocate(policy: SeatPolicy, timing: MeetingTiming, standings: readonly Standing[], now: Date): SeatChange[] {
  if (timing.cancelled || (timing.startsAt !== null && now >= timing.startsAt)) return [];
  const expired = standings.filter((one) => one.status === 'offered' && one.offerUntil !== null && one.offerUntil <= now);
  const gone = new Set(expired.map(({ id }) => id));
  const left = standings.filter(({ id }) => !gone.has(id));
  const held = new Held(policy, now, left);
  const moved = awaitsDraw(policy, timing) ? [] : isFirstToClick(policy, timing.startsAt, now) ? clicks(left, held, timing.startsAt) : promotions(policy, left, held, offerDeadline(policy, timing.startsAt, now));
  return [...expired.map(({ id }) => change(id, 'cancelled', 'offer-expired')), ...moved];
}

const inTurn = (standings: readonly Standing[]): Standing[] => standings.filter(({ status }) => status === 'waiting').sort((a, b) => a.turn - b.turn);

function promotions(policy: SeatPolicy, standings: readonly Standing[], held: Held, until: Date): SeatChange[] {
  const shared = standings.filter((one) => one.status === 'offered' && one.shared);
  const waiting = standings.map((one) => (shared.includes(one) ? { ...one, status: 'waiting' as const } : one));
  const moved = inTurn(waiting).flatMap((one) => {
    if (held.freeFor(one) <= 0) return [];
    held.take(one);
    if (one.isNew) return [change(one.id, 'registered', 'own')];
    return [policy.promotion === 'immediate' ? change(one.id, 'registered', 'promoted') : offer(one.id, until, false)];
  });
  const served = new Set(moved.map(({ id }) => id));
  return [...moved, ...shared.filter(({ id }) => !served.has(id)).map((one) => change(one.id, 'waiting', 'place-taken'))];
}

/**
 * The last hours: everyone who waits is told of the free places and the first who click have them. Whoever asks later takes what is left once
 * those told before have a place each, so that no newcomer goes before them.
 */
function clicks(standings: readonly Standing[], held: Held, until: Date | null): SeatChange[] {
  const told = standings.filter((one) => one.status === 'offered' && one.shared);
  const tooLate = new Set(told.filter((one) => held.freeFor(one) <= 0));
  const asked = told.filter((one) => !tooLate.has(one));
  const toldBefore = (one: Standing): number => asked.filter((other) => held.sameWay(one, other)).length;
  const waiting = inTurn(standings).filter((one) => held.freeFor(one) > toldBefore(one));
  const newlyTold = waiting.filter((one) => !one.isNew);
  asked.push(...newlyTold);
  const taken = waiting.filter((one) => {
    const mayTake = one.isNew === true && held.freeFor(one) > toldBefore(one);
    if (mayTake) held.take(one);
    return mayTake;
  });
  return [
    ...[...tooLate].map((one) => change(one.id, 'waiting', 'place-taken')),
    ...newlyTold.map((one) => offer(one.id, until, true)),
    ...taken.map((one) => change(one.id, 'registered', 'own')),
  ];
}

/** Whether this person could take a place now, by every rule: asked when an offer is accepted. */
export const hasFreePlace = (policy: SeatPolicy, standings: readonly Standing[], one: Standing, now: Date): boolean => new Held(policy, now, standings).freeFor(one) > 0;

/** When the rules must be asked again though nobody acts; null when nothing is to come. */
export function nextLook(policy: SeatPolicy, timing: MeetingTiming, standings: readonly Pick<Standing, 'status' | 'offerUntil'>[], now: Date): Date | null {
  const instants = [
    ...standings.filter(({ status }) => status === 'offered').map(({ offerUntil }) => offerUntil),
    ...[timing.drawnAt ? null : policy.drawAt, policy.perStructure?.until, policy.reserved?.until].map((iso) => (iso ? new Date(iso) : null)),
    policy.promotion === 'offer' && timing.startsAt ? new Date(timing.startsAt.getTime() - clickHours * hour) : null,
  ];
  const coming = instants.flatMap((at) => (at && (at > now) ? [at.getTime()] : []));
  return coming.length === 0 || timing.cancelled ? null : new Date(Math.min(...coming));
}
