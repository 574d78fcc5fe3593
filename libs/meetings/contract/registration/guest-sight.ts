import type { RegistrationStatus } from './registration-status';

/** What a personal link shows of the meeting itself, which its holder may not read otherwise. */
export type GuestSight = 'all' | 'programme-and-replay' | 'programme' | 'nothing';

const sights: Record<RegistrationStatus, GuestSight> = {
  registered: 'all',
  /** They cannot come, and were promised the replay. */
  informed: 'programme-and-replay',
  'to-confirm': 'programme', offered: 'programme', waiting: 'programme', pending: 'programme',
  cancelled: 'nothing', refused: 'nothing',
};

/** Whoever holds a place reads documents and how to come; whoever hopes for one reads what it will be about; whoever left reads nothing more. */
export const guestSight = (status: RegistrationStatus): GuestSight => sights[status];
