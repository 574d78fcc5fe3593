import type { HeldMeeting } from '../../contract';
import type { ToldMeeting } from '../meeting/meeting.reader';

const dateOf = (iso: string | null): Date | null => (iso === null ? null : new Date(iso));

/** A meeting as the rules of presence ask for it. */
export const heldMeeting = ({ startsAt, endsAt, state }: Pick<ToldMeeting, 'startsAt' | 'endsAt' | 'state'>): HeldMeeting & { startsAt: Date | null; endsAt: Date | null } => ({
  startsAt: dateOf(startsAt), endsAt: dateOf(endsAt), cancelledAt: state === 'cancelled' ? new Date(0) : null,
});
