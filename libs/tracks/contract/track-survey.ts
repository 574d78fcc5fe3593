import { identifier } from '@cohorte/platform/contract';
import { surveyTotalsShown } from '@cohorte/meetings/contract';
import * as z from 'zod';

/** What was said of one meeting of the track, once it was held. */
export const surveyedMeeting = z.object({
  meetingId: identifier,
  number: z.int().nullable(),
  title: z.string(),
  startsAt: z.iso.datetime(),
  answers: z.int(),
  /** Who came, hence may answer. */
  asked: z.int(),
  /** Null while answers are so few that people could be recognised. */
  totals: surveyTotalsShown.nullable(),
});
export type SurveyedMeeting = z.output<typeof surveyedMeeting>;

export interface TrackOpinion {
  /** Meetings whose totals are shown; the others count in nothing, or a subtraction would tell them. */
  readonly meetings: number;
  readonly answers: number;
  readonly useful: number;
  readonly rightPace: number;
}

type Totals = NonNullable<SurveyedMeeting['totals']>;

/** How many found it rather or very useful. */
export const usefulOf = ({ useful }: Pick<Totals, 'useful'>): number => useful[3] + useful[4];

/** The whole track: sums over the meetings that are shown, nothing while none is. */
export function trackOpinion(meetings: readonly Pick<SurveyedMeeting, 'answers' | 'totals'>[]): TrackOpinion | null {
  const shown = meetings.flatMap(({ answers, totals }) => (totals ? [{ answers, totals }] : []));
  if (shown.length === 0) return null;
  const sum = (of: (one: (typeof shown)[number]) => number): number => shown.reduce((total, one) => total + of(one), 0);
  return { meetings: shown.length, answers: sum(({ answers }) => answers), useful: sum(({ totals }) => usefulOf(totals)), rightPace: sum(({ totals }) => totals.pace.right) };
}
