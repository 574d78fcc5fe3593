/**
 * Where someone stands with a meeting. Only `registered` takes a place; `offered` holds one until its deadline. `to-confirm`: said «si besoin» to
 * the poll; `informed`: cannot come, receives the replay; `pending`: asked for an exception or awaits approval.
 */
export const registrationStatuses = ['registered', 'to-confirm', 'informed', 'pending', 'waiting', 'offered', 'cancelled', 'refused'] as const;
export type RegistrationStatus = (typeof registrationStatuses)[number];

/** What brought someone there: tells the letter which words to use. `place-taken`: someone clicked first, back to the waiting list. */
export const registrationCauses = [
  'own', 'colleague', 'poll', 'promoted', 'offer-accepted', 'offer-expired', 'offer-declined', 'place-taken', 'handed-over', 'exception', 'draw', 'organiser',
] as const;
export type RegistrationCause = (typeof registrationCauses)[number];
