import * as z from 'zod';

/** Days after its end during which a meeting can be spoken of. */
export const surveyDays = 30;
/** Below this number of answers nothing is shown: totals of four people are four people. */
export const surveyLeast = 5;

/** «Cette rencontre vous a-t-elle été utile ?», from not at all (1) to very (4): no middle to hide in. */
export const usefulnesses = [1, 2, 3, 4] as const;
export const paces = ['too-slow', 'right', 'too-fast'] as const;
export type Pace = (typeof paces)[number];

/** What people write: several lines, no invisible signs. */
const words = z.string().trim().max(1_000).regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u);

export const surveyAnswer = {
  useful: z.literal(usefulnesses),
  pace: z.enum(paces),
  words: words.default(''),
  /** Only when the person ticks it. */
  signed: z.boolean().default(false),
} as const;

export const surveyClosesAt = (endsAt: Date): Date => new Date(endsAt.getTime() + surveyDays * 86_400_000);

/** From the end of the meeting until thirty days later. */
export function isSurveyOpen({ endsAt, cancelledAt }: { endsAt: Date | null; cancelledAt: Date | null }, now: Date): boolean {
  return endsAt !== null && cancelledAt === null && now >= endsAt && now < surveyClosesAt(endsAt);
}

export interface SurveyRow {
  readonly useful: number;
  readonly pace: Pace;
  readonly words: string;
  /** Null unless the person signed. */
  readonly name: string | null;
}

export interface SurveyTotals {
  readonly useful: Readonly<Record<(typeof usefulnesses)[number], number>>;
  readonly pace: Readonly<Record<Pace, number>>;
  readonly words: readonly { words: string; name: string | null }[];
}

/** Totals only, and only when they are no longer a handful of people; words come in the order of the alphabet, which tells nothing of who came when. */
export function surveyTotals(rows: readonly SurveyRow[]): SurveyTotals | null {
  if (rows.length < surveyLeast) return null;
  const useful = { 1: 0, 2: 0, 3: 0, 4: 0 };
  const pace = { 'too-slow': 0, right: 0, 'too-fast': 0 };
  for (const row of rows) {
    if (row.useful in useful) useful[row.useful as 1] += 1;
    pace[row.pace] += 1;
  }
  const said = rows.filter((row) => row.words).map(({ words: written, name }) => ({ words: written, name }));
  return { useful, pace, words: said.toSorted((a, b) => a.words.localeCompare(b.words, 'fr')) };
}
