/** One request that takes part in a draw, by the number published in the log. */
export interface DrawTicket {
  readonly number: number;
}

/**
 * The order a draw gives: requests sorted by the fingerprint of «seed:number». Anyone can do it again with the published seed and any SHA-256
 * tool (`printf 'seed:17' | sha256sum`); the seed is made when the rule is set and its own fingerprint shown from then on, so nobody chooses it afterwards.
 */
export function drawOrder<T extends DrawTicket>(seed: string, tickets: readonly T[], sha256: (text: string) => string): T[] {
  return tickets
    .map((ticket) => ({ ticket, lot: sha256(`${seed}:${ticket.number}`) }))
    .sort((a, b) => (a.lot < b.lot ? -1 : a.lot > b.lot ? 1 : a.ticket.number - b.ticket.number))
    .map(({ ticket }) => ticket);
}
