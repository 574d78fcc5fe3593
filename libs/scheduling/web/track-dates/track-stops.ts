import type { ThreadStop } from '@cohorte/ui/web/thread-stop';
import type { TrackDates } from './track-plan';
import type { TrackWords } from './track-words';

interface Drawing {
  readonly zone: string;
  /** Dates a combination would give, by meeting. */
  readonly proposed?: ReadonlyMap<string, string>;
}

type Meeting = TrackDates['meetings'][number];

const isHeld = ({ startsAt, minutes }: Meeting): boolean => startsAt !== null && Date.parse(startsAt) + minutes * 60_000 <= Date.now();

function stateOf(meeting: Meeting, proposed: string | undefined): ThreadStop['state'] {
  if (proposed) return 'next';
  if (isHeld(meeting)) return 'held';
  if (meeting.startsAt) return 'dated';
  return meeting.isPolled ? 'poll' : 'undated';
}

/** The track as a thread: what is dated, what is asked, and what a combination would give. */
export function trackStops(meetings: readonly Meeting[], words: TrackWords, { zone, proposed }: Drawing): ThreadStop[] {
  return meetings.map((meeting) => {
    const when = proposed?.get(meeting.id) ?? meeting.startsAt;
    const sublabel = when ? words.shortDay(when, zone) : words.say(meeting.isPolled ? 'asked' : 'undated');
    return { label: words.say('meeting', { number: meeting.number }), state: stateOf(meeting, proposed?.get(meeting.id)), sublabel };
  });
}
