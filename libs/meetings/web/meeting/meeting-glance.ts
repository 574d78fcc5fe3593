import type { MeetingPage, MeetingPhase } from '../../contract';
import type { ChipShape, ChipTone } from '@cohorte/ui/web/chip';

/** How a phase looks: shape and word carry it, colour follows. */
export const phaseLooks: Record<MeetingPhase, { readonly tone: ChipTone; readonly shape: ChipShape }> = {
  draft: { tone: 'amber', shape: 'dashed' },
  undated: { tone: 'plain', shape: 'dashed' },
  polling: { tone: 'slate', shape: 'dashed' },
  postponed: { tone: 'brick', shape: 'dashed' },
  scheduled: { tone: 'green', shape: 'ring' },
  'registration-open': { tone: 'green', shape: 'ring' },
  live: { tone: 'green', shape: 'half' },
  held: { tone: 'plain', shape: 'full' },
  'minutes-published': { tone: 'plain', shape: 'full' },
  archived: { tone: 'plain', shape: 'full' },
  cancelled: { tone: 'brick', shape: 'full' },
};

export const isOver = (phase: MeetingPhase): boolean => phase === 'held' || phase === 'minutes-published' || phase === 'archived';

/** The one thing an animator is likely to want now; everything else waits behind «Plus». */
export type AnimatorAct = 'publish' | 'date' | 'minutes' | 'edit' | 'restore';

export function animatorAct({ phase, published, minutesPublished, startsAt }: MeetingPage): AnimatorAct {
  if (phase === 'cancelled') return 'restore';
  if (!published) return 'publish';
  if (!startsAt) return 'date';
  return isOver(phase) && !minutesPublished ? 'minutes' : 'edit';
}

/** What a reader is expected to do, as the end of a key below `meetings.page.todo`; in the order of importance. */
export type TodoKey = 'cancelled' | 'postponed' | 'date-to-come' | 'join-now' | 'sign-up' | 'read-before' | 'be-there' | 'minutes' | 'replay' | 'over';

export function todoOf(meeting: MeetingPage): TodoKey {
  const { phase, startsAt } = meeting;
  if (phase === 'cancelled' || phase === 'postponed') return phase;
  if (!startsAt) return 'date-to-come';
  if (phase === 'live') return 'join-now';
  return isOver(phase) ? todoAfter(meeting) : todoBefore(meeting);
}

function todoBefore({ phase, hasLink, linkShown, documents }: MeetingPage): TodoKey {
  if (phase === 'registration-open' && hasLink && !linkShown) return 'sign-up';
  return documents.some((one) => one.moment === 'before') ? 'read-before' : 'be-there';
}

function todoAfter({ minutesPublished, replayUrl }: MeetingPage): TodoKey {
  if (minutesPublished) return 'minutes';
  return replayUrl ? 'replay' : 'over';
}
