/** One half of a meeting: input first, exchange between peers second. */
export interface TrackMeetingPart {
  readonly title: string;
  readonly summary: string;
  readonly points: readonly string[];
  readonly minutes: number;
}

/** Personal work between two meetings; due before the next one, so it moves with it. */
export interface TrackHomework {
  readonly code: string;
  readonly title: string;
  readonly text: string;
  readonly forWho: string;
  /** Days from the next meeting: −2 is two days before it. */
  readonly dueOffsetDays: number;
}

export type TrackMeetingFormat = 'visio' | 'présentiel';

export interface TrackMeeting {
  readonly number: number;
  readonly title: string;
  /** Under the station of the thread, where the whole title has no room. */
  readonly shortTitle: string;
  /** Its date is meant to come from a poll. */
  readonly dateByPoll: boolean;
  readonly objective: string;
  readonly temps1: TrackMeetingPart;
  readonly temps2: TrackMeetingPart;
  readonly homework: readonly TrackHomework[];
  readonly durationMinutes: number;
  readonly format: TrackMeetingFormat;
  /** When it is usually held, before any date is known. */
  readonly periodHint: string;
  /** What an animator had better have ready. */
  readonly hints: readonly string[];
}

/** A webinar of the cohort that does not count among its meetings. */
export interface TrackSideMeeting {
  readonly code: string;
  readonly title: string;
  readonly shortTitle: string;
  readonly objective: string;
  readonly points: readonly string[];
  readonly afterMeeting: number;
  readonly durationMinutes: number;
  readonly format: TrackMeetingFormat;
  readonly periodHint: string;
}

export type CohortScopeCode = 'obliged' | 'mixed';

export interface TrackScopeChoice {
  readonly code: CohortScopeCode;
  readonly title: string;
  readonly text: string;
}

/** An ordered journey that a cohort copies when it is created. */
export interface TrackTemplate {
  readonly code: string;
  readonly name: string;
  readonly version: number;
  readonly summary: string;
  readonly meetings: readonly TrackMeeting[];
  readonly sideMeetings: readonly TrackSideMeeting[];
  readonly scopeChoices: readonly TrackScopeChoice[];
}
