import type { NewMeeting } from '@cohorte/meetings/server';
import type { MeetingHalf, TrackMeetingPart, TrackTemplate } from '../contract';

/** What a template becomes when a cohort is opened: its meetings in order, their places, their homework. */
export interface PlannedStep {
  readonly meeting: NewMeeting;
  readonly number: number | null;
  readonly afterNumber: number | null;
  readonly shortTitle: string;
  readonly halves: MeetingHalf[];
  /** To be done before this step. */
  readonly homework: readonly { title: string; body: string; daysBefore: number }[];
}

const half = (part: TrackMeetingPart): MeetingHalf => ({ title: part.title, points: [part.summary, ...part.points], minutes: part.minutes });

const format = (code: 'visio' | 'présentiel'): NewMeeting['format'] => (code === 'visio' ? 'video' : 'in-person');

/**
 * Pure: the steps of a template, webinars outside the count after their station, homework before the meeting that follows it.
 * `dates` gives the instants already known, by number of the meeting.
 */
export function planOf(template: TrackTemplate, dates: ReadonlyMap<number, Date> = new Map()): PlannedStep[] {
  const main = template.meetings.map((meeting, place): PlannedStep => ({
    meeting: { title: meeting.title, objective: meeting.objective, format: format(meeting.format), minutes: meeting.durationMinutes, startsAt: dates.get(meeting.number) ?? null, dateByPoll: meeting.dateByPoll },
    number: meeting.number,
    afterNumber: null,
    shortTitle: meeting.shortTitle,
    halves: [half(meeting.temps1), half(meeting.temps2)],
    homework: (template.meetings[place - 1]?.homework ?? []).map((item) => ({ title: item.title, body: item.text, daysBefore: Math.abs(item.dueOffsetDays) })),
  }));
  const side = template.sideMeetings.map((webinar): PlannedStep => ({
    meeting: { title: webinar.title, objective: webinar.objective, format: format(webinar.format), minutes: webinar.durationMinutes, startsAt: null, dateByPoll: false },
    number: null,
    afterNumber: webinar.afterMeeting,
    shortTitle: webinar.shortTitle,
    halves: [{ title: webinar.title, points: [...webinar.points], minutes: webinar.durationMinutes }],
    homework: [],
  }));
  return [...main, ...side].sort((a, b) => (a.number ?? (a.afterNumber ?? 0) + 0.5) - (b.number ?? (b.afterNumber ?? 0) + 0.5));
}
