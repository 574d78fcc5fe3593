import { MeetingSeats } from './meeting-seats';
import { SeatsLedger } from './seats-ledger';

/** Places of meetings. */
export const registrationProviders = [SeatsLedger, MeetingSeats];
