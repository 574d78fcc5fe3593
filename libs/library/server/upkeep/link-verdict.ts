/** What one try of a link came to. */
export type LinkTry =
  | { readonly kind: 'answers' }
  /** It answers for good at another address. */
  | { readonly kind: 'moved'; readonly to: string }
  /** Its server answers, and does not let programs look: it says nothing of what people see. */
  | { readonly kind: 'closed-to-us'; readonly reason: string; readonly retryAfterSeconds?: number }
  | { readonly kind: 'fails'; readonly reason: string };

export const linkStates = ['alive', 'moved', 'unknown', 'failing', 'dead'] as const;
export type LinkState = (typeof linkStates)[number];

/** What is known of a link after its last try. */
export interface LinkStanding {
  readonly state: LinkState;
  readonly reason: string;
  readonly movedTo: string | null;
  /** One after the other, without an answer in between. */
  readonly failures: number;
  readonly failingSince: Date | null;
  readonly checkedAt: Date;
  readonly nextAt: Date;
}

const dayMs = 86_400_000;
const weekMs = 7 * dayMs;
/** A link is dead after this many failures, over this long at least. */
const failuresOfTheDead = 3;

const later = (now: Date, ms: number): Date => new Date(now.getTime() + ms);

/** What a try changes in what was known: a link dies slowly, and comes back at once. */
export function verdict(former: LinkStanding | null, tried: LinkTry, now: Date): LinkStanding {
  const well = { reason: '', movedTo: null, failures: 0, failingSince: null, checkedAt: now, nextAt: later(now, weekMs) };
  if (tried.kind === 'answers') return { ...well, state: 'alive' };
  if (tried.kind === 'moved') return { ...well, state: 'moved', movedTo: tried.to };
  if (tried.kind === 'closed-to-us') return closed(former, tried, now);
  return failed(former, tried.reason, now);
}

/** Neither proof of life nor of death: what was counted is kept. */
function closed(former: LinkStanding | null, { reason, retryAfterSeconds = 0 }: Extract<LinkTry, { kind: 'closed-to-us' }>, now: Date): LinkStanding {
  const { failures = 0, failingSince = null } = former ?? {};
  return { state: 'unknown', reason, movedTo: null, failures, failingSince, checkedAt: now, nextAt: later(now, Math.max(weekMs, retryAfterSeconds * 1_000)) };
}

function failed(former: LinkStanding | null, reason: string, now: Date): LinkStanding {
  const failures = (former?.failures ?? 0) + 1;
  const failingSince = former?.failingSince ?? now;
  const isDead = failures >= failuresOfTheDead && now.getTime() - failingSince.getTime() >= weekMs;
  return { state: isDead ? 'dead' : 'failing', reason, movedTo: null, failures, failingSince, checkedAt: now, nextAt: nextTry({ failures, failingSince, isDead }, now) };
}

/** Again after two days, then a week after the first failure; weekly once it is dead. */
function nextTry({ failures, failingSince, isDead }: { failures: number; failingSince: Date; isDead: boolean }, now: Date): Date {
  if (isDead) return later(now, weekMs);
  if (failures === 1) return later(now, 2 * dayMs);
  return new Date(Math.max(failingSince.getTime() + weekMs, now.getTime() + dayMs));
}
