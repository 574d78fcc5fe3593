import type { Provider, Type } from '@nestjs/common';
import { ComingPlaces } from './coming-places';
import { GuestMeetingController } from './guest-meeting.controller';
import { GuestMeetings } from './guest-meetings';
import { MeetingSeats } from './meeting-seats';
import { PlacesController } from './places.controller';
import { PlacesReading } from './places-reading';
import { PlacesService } from './places.service';
import { Registrants } from './registrants';
import { RegistrationActs } from './registration-acts.service';
import { RegistrationEditing } from './registration-editing.service';
import { RegistrationCards } from './registration-cards';
import { RegistrationLinks } from './registration-links';
import { RegistrationPersonalData } from './registration-personal-data';
import { RegistrationPrefill } from './registration-prefill';
import { RegistrationReading } from './registration-reading';
import { RegistrationController } from './registration.controller';
import { RegistrationListener } from './registration.listener';
import { RegistrationQueries } from './registration.queries';
import { RegistrationService } from './registration.service';
import { RegistrationSweep } from './registration.sweep';
import { SeatTurns } from './seat-turns';
import { SeatsLedger } from './seats-ledger';
import { SeatsPlaces } from './seats-place';

/** Places of meetings. */
export const registrationProviders: Provider[] = [
  SeatsLedger, SeatTurns, ComingPlaces, MeetingSeats, SeatsPlaces, Registrants, RegistrationCards, RegistrationReading, RegistrationQueries, RegistrationService, RegistrationActs, RegistrationEditing, PlacesReading, PlacesService,
  RegistrationSweep, RegistrationListener, RegistrationPersonalData, RegistrationPrefill, RegistrationLinks, GuestMeetings,
];
export const registrationControllers: Type[] = [RegistrationController, PlacesController, GuestMeetingController];
