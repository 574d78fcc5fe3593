import type { PollState, PollVisibility } from './poll';

interface PollFacts {
  readonly visibility: PollVisibility;
  readonly namesHidden: boolean;
  readonly state: PollState;
}

export interface PollSight {
  readonly totals: boolean;
  readonly lines: boolean;
  readonly names: boolean;
}

/**
 * What a reader sees of the others. Those who run the poll see everything; a participant what its visibility says, which «nothing until I
 * answered or it is closed» turns into everything then. Hidden names are hidden for good.
 */
export function pollSight(poll: PollFacts, reader: { seesEverything: boolean; hasAnswered: boolean }): PollSight {
  if (reader.seesEverything) return { totals: true, lines: true, names: true };
  const isOver = poll.state === 'closed' || poll.state === 'decided';
  const totals = poll.visibility !== 'after-answer' || isOver || reader.hasAnswered;
  const lines = totals && poll.visibility !== 'totals';
  return { totals, lines, names: lines && !poll.namesHidden };
}

/** Whether other settings would show participants more of answers given under the former ones: what was promised hidden stays so. */
export const showsMore = (before: Omit<PollFacts, 'state'>, after: Omit<PollFacts, 'state'>): boolean =>
  (before.namesHidden && !after.namesHidden) || (before.visibility === 'totals' && after.visibility !== 'totals');
