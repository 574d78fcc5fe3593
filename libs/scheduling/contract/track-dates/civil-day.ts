/** Arithmetic on civil days written `2027-03-16`: no hour, no zone, hence no change of clocks. */
const dayMs = 86_400_000;
const midnight = (day: string): number => Date.parse(`${day}T00:00:00Z`);

export const addDays = (day: string, days: number): string => new Date(midnight(day) + days * dayMs).toISOString().slice(0, 10);

export const daysBetween = (from: string, to: string): number => Math.round((midnight(to) - midnight(from)) / dayMs);

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: string): number => new Date(midnight(day)).getUTCDay() || 7;

/** Every day from one to another, both included; nothing when they are the wrong way round. */
export const daysFrom = (from: string, to: string): string[] => Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, place) => addDays(from, place));

/** The first and the last day of a month, `months` after the one `day` stands in. */
export function monthAround(day: string, months = 0): { from: string; to: string } {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + months];
  const first = new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
  const last = new Date(Date.UTC(year, month + 1, 0)).toISOString().slice(0, 10);
  return { from: first, to: last };
}
