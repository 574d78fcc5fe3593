/** What a stop of a track can be. Only meetings are dated; a side stop hangs on the stop before it. */
export type StopState = 'held' | 'next' | 'poll' | 'dated' | 'undated' | 'cancelled';

/** One stop of the thread, with its words already in the reader's language. */
export interface ThreadStop {
  label: string;
  state: StopState;
  /** The date or the state as the page wants it read; without it the thread says the state itself. */
  sublabel?: string;
  /** Where the stop leads: a path of the app. */
  href?: string;
  /** The part of that page the stop leads to. */
  fragment?: string;
  side?: boolean;
}

/** A numbered stop with the side stops that branch off it. */
export interface MainStop extends ThreadStop {
  number: number;
  sides: ThreadStop[];
  /** The way from this stop to the following one has been travelled. */
  travelled: boolean;
}

/** Gathers side stops under the stop they follow and numbers the others from 1. */
export function gatherStops(stops: readonly ThreadStop[]): MainStop[] {
  const main: MainStop[] = [];
  for (const stop of stops) {
    const last = main.at(-1);
    if (stop.side && last) last.sides.push(stop);
    else main.push({ ...stop, number: main.length + 1, sides: [], travelled: false });
  }
  return main.map((stop, index) => ({ ...stop, travelled: stop.state === 'held' && index < main.length - 1 }));
}
