import { dayFacts, instantOf, isDay, type LocalCalendar } from '@cohorte/scheduling/contract';
import { type CohortCopy, type DayOff, dayOff, type MovedFor, type ShiftedDate, shiftedDates } from '@cohorte/tracks/contract';
import type { NewCohortForm } from './new-cohort.form';

type CopiedStep = CohortCopy['steps'][number];
type ChosenDates = Pick<NewCohortForm, 'firstDay' | 'walls'>;

/** A meeting of the track to hold again, with the date it would have. */
export interface CopiedLine {
  readonly step: CopiedStep;
  /** `2027-03-16` and `14:00` on the clocks of its zone; empty while it has no date. */
  readonly day: string;
  readonly time: string;
  /** Why the date proposed is not where its gap would put it. */
  readonly movedFor: MovedFor | null;
  /** What speaks against a day the animator chose. */
  readonly off: DayOff | null;
  /** Another date than the one proposed. */
  readonly written: boolean;
  /** It says neither a date nor «no date». */
  readonly wrong: boolean;
}

/** The usual hour of these groups, for a meeting that had no date. */
const usualTime = '14:00';

const startsAt = (line: Pick<CopiedLine, 'day' | 'time' | 'step'>): string | null => (isDay(line.day) && line.day >= '2015' && line.day < '2100' ? instantOf(`${line.day}T${line.time}`, line.step.zone) : null);

/** The date proposed, or the one written by hand, which an empty text takes away. */
function lineOf(step: CopiedStep, given: ShiftedDate | null, own: string | undefined): Omit<CopiedLine, 'off'> {
  const proposed = given?.wall ?? '';
  const wall = own ?? proposed;
  const [day = '', time = usualTime] = wall.split('T');
  const written = wall !== proposed;
  return { step, day, time, movedFor: written || !given ? null : given.movedFor, written, wrong: day !== '' && startsAt({ step, day, time }) === null };
}

/** Each meeting with its date, from the first day or by hand. */
export function copiedLines(copy: CohortCopy, { firstDay, walls }: ChosenDates, calendar: LocalCalendar): CopiedLine[] {
  const proposed = isDay(firstDay) ? shiftedDates(copy.steps, firstDay, calendar) : [];
  return copy.steps.map((step, place) => {
    const line = lineOf(step, proposed[place] ?? null, walls[step.id]);
    return { ...line, off: isDay(line.day) && !line.movedFor ? dayOff(calendar, line.day) : null };
  });
}

/** What is sent: meetings without a date wait for theirs. */
export const datesOfLines = (lines: readonly CopiedLine[]): { stepId: string; startsAt: string }[] =>
  lines.flatMap((line) => {
    const at = startsAt(line);
    return at === null ? [] : [{ stepId: line.step.id, startsAt: at }];
  });

/** Some date lies where no school calendar is published yet. */
export const beyondSchoolCalendar = (lines: readonly CopiedLine[], calendar: LocalCalendar): boolean => lines.some(({ day }) => isDay(day) && dayFacts(calendar, day).schoolUnknown === true);

export const copiedDayId = (stepId: string): string => `copied-day-${stepId}`;
