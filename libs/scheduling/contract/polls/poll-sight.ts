import type { PollState, PollVisibility } from './poll';

export interface PollSight {
  readonly totals: boolean;
  readonly lines: boolean;
  readonly names: boolean;
}

/**
 * What a reader sees of the others. Those who run the poll see everything; a participant what its visibility says, which «nothing until I
 * answered or it is closed» turns into everything then. Hidden names are hidden for good.
 */
export function pollSight(poll: { visibility: PollVisibility; namesHidden: boolean; state: PollState }, reader: { seesEverything: boolean; hasAnswered: boolean }): PollSight {
  if (reader.seesEverything) return { totals: true, lines: true, names: true };
  const isOver = poll.state === 'closed' || poll.state === 'decided';
  const totals = poll.visibility !== 'after-answer' || isOver || reader.hasAnswered;
  const lines = totals && poll.visibility !== 'totals';
  return { totals, lines, names: lines && !poll.namesHidden };
}
