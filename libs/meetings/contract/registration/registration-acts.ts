import type { RegistrationStatus } from './registration-status';

export const registrationActs = ['cancel', 'accept', 'decline', 'confirm', 'hand-over'] as const;
export type RegistrationAct = (typeof registrationActs)[number];

const acts: Readonly<Record<RegistrationStatus, readonly RegistrationAct[]>> = {
  registered: ['cancel', 'hand-over'], offered: ['accept', 'decline'], 'to-confirm': ['confirm', 'cancel'], informed: ['confirm'], waiting: ['cancel'], pending: ['cancel'], cancelled: [], refused: [],
};

/** What may be done with a registration, by where the person stands. */
export const actsFor = (status: RegistrationStatus): readonly RegistrationAct[] => acts[status];
