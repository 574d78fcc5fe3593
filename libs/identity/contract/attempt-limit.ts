/** At most `max` attempts within the last `minutes`. */
export interface AttemptLimit {
  readonly max: number;
  readonly minutes: number;
}

/** Sign-in limits: by account first; by network address only against floods, since a whole town hall stands behind one. */
export const limits = {
  codesPerAddress: { max: 5, minutes: 15 },
  wrongCodesPerAddress: { max: 10, minutes: 15 },
  codesPerNetworkAddress: { max: 400, minutes: 10 },
  wrongCodesPerNetworkAddress: { max: 400, minutes: 10 },
  wrongSecondFactors: { max: 10, minutes: 15 },
  /** One code of the application signs in once; it is valid for at most 90 seconds. */
  sameSecondFactor: { max: 1, minutes: 3 },
  /** A stranger's address hears once an hour how to be invited, so that nobody is flooded in our name. */
  explanationsPerAddress: { max: 1, minutes: 60 },
} as const satisfies Record<string, AttemptLimit>;

/** Minutes to wait before the next attempt fits, or 0 when it fits now. `attempts`: moments of the earlier ones. */
export function minutesToWait(limit: AttemptLimit, attempts: readonly Date[], now: Date): number {
  const windowMs = limit.minutes * 60_000;
  const recent = attempts.map((at) => at.getTime()).filter((at) => at > now.getTime() - windowMs).sort((a, b) => a - b);
  const freeing = recent[recent.length - limit.max];
  if (freeing === undefined) return 0;
  return Math.max(1, Math.ceil((freeing + windowMs - now.getTime()) / 60_000));
}
