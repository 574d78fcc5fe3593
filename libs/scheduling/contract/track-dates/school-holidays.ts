/** The three zones of metropolitan France; Normandy is in zone B. */
export const schoolZones = ['A', 'B', 'C'] as const;
export type SchoolZone = (typeof schoolZones)[number];

export const schoolHolidayNames = ['all-saints', 'christmas', 'winter', 'spring', 'ascension', 'summer'] as const;
export type SchoolHolidayName = (typeof schoolHolidayNames)[number];

export interface SchoolHoliday {
  readonly name: SchoolHolidayName;
  /** First day without school. */
  readonly from: string;
  /** The day school begins again. */
  readonly back: string;
}

interface SchoolYear {
  readonly label: string;
  readonly from: string;
  readonly to: string;
  readonly all: readonly SchoolHoliday[];
  readonly byZone: Readonly<Record<SchoolZone, readonly SchoolHoliday[]>>;
}

/** Where the days below come from, named on the page that uses them. */
export const schoolCalendarSource = 'education.gouv.fr/calendrier-scolaire';

const held = (name: SchoolHolidayName, from: string, back: string): SchoolHoliday => ({ name, from, back });
const twice = (winter: [string, string], spring: [string, string]): readonly SchoolHoliday[] => [held('winter', ...winter), held('spring', ...spring)];

/**
 * School years as the ministry of education published them (order of 7 December 2022 until 2026, the calendar of 2026-2027 after it). A year that
 * is not in the list is not known, and nothing here guesses it: `schoolHolidayOn` then answers `unpublished`.
 */
export const schoolYears: readonly SchoolYear[] = [
  {
    label: '2023-2024', from: '2023-09-04', to: '2024-09-01',
    all: [held('all-saints', '2023-10-21', '2023-11-06'), held('christmas', '2023-12-23', '2024-01-08'), held('summer', '2024-07-06', '2024-09-02')],
    byZone: {
      A: twice(['2024-02-17', '2024-03-04'], ['2024-04-13', '2024-04-29']),
      B: twice(['2024-02-24', '2024-03-11'], ['2024-04-20', '2024-05-06']),
      C: twice(['2024-02-10', '2024-02-26'], ['2024-04-06', '2024-04-22']),
    },
  },
  {
    label: '2024-2025', from: '2024-09-02', to: '2025-08-31',
    all: [
      held('all-saints', '2024-10-19', '2024-11-04'), held('christmas', '2024-12-21', '2025-01-06'), held('ascension', '2025-05-29', '2025-06-02'),
      held('summer', '2025-07-05', '2025-09-01'),
    ],
    byZone: {
      A: twice(['2025-02-22', '2025-03-10'], ['2025-04-19', '2025-05-05']),
      B: twice(['2025-02-08', '2025-02-24'], ['2025-04-05', '2025-04-22']),
      C: twice(['2025-02-15', '2025-03-03'], ['2025-04-12', '2025-04-28']),
    },
  },
  {
    label: '2025-2026', from: '2025-09-01', to: '2026-08-31',
    all: [
      held('all-saints', '2025-10-18', '2025-11-03'), held('christmas', '2025-12-20', '2026-01-05'), held('ascension', '2026-05-14', '2026-05-18'),
      held('summer', '2026-07-04', '2026-09-01'),
    ],
    byZone: {
      A: twice(['2026-02-07', '2026-02-23'], ['2026-04-04', '2026-04-20']),
      B: twice(['2026-02-14', '2026-03-02'], ['2026-04-11', '2026-04-27']),
      C: twice(['2026-02-21', '2026-03-09'], ['2026-04-18', '2026-05-04']),
    },
  },
  {
    label: '2026-2027', from: '2026-09-01', to: '2027-08-31',
    all: [
      held('all-saints', '2026-10-17', '2026-11-02'), held('christmas', '2026-12-19', '2027-01-04'), held('ascension', '2027-05-06', '2027-05-10'),
      held('summer', '2027-07-03', '2027-09-01'),
    ],
    byZone: {
      A: twice(['2027-02-13', '2027-03-01'], ['2027-04-10', '2027-04-26']),
      B: twice(['2027-02-20', '2027-03-08'], ['2027-04-17', '2027-05-03']),
      C: twice(['2027-02-06', '2027-02-22'], ['2027-04-03', '2027-04-19']),
    },
  },
];

const first = schoolYears[0] as SchoolYear;
const last = schoolYears[schoolYears.length - 1] as SchoolYear;
/** The days about which something is known. */
export const schoolCalendarSpan = { from: first.from, to: last.to } as const;

/** The holidays of a zone that touch a stretch of days, in order. */
export function schoolHolidaysBetween(zone: SchoolZone, from: string, to: string): SchoolHoliday[] {
  return schoolYears
    .flatMap((year) => [...year.all, ...year.byZone[zone]])
    .filter((holiday) => holiday.from <= to && holiday.back > from)
    .sort((a, b) => a.from.localeCompare(b.from));
}

/** The holiday a day falls in, nothing on a day of school, `unpublished` where no calendar is known. */
export function schoolHolidayOn(zone: SchoolZone, day: string): SchoolHolidayName | 'unpublished' | undefined {
  if (day < schoolCalendarSpan.from || day > schoolCalendarSpan.to) return 'unpublished';
  return schoolHolidaysBetween(zone, day, day)[0]?.name;
}
