import { platformFr } from '@cohorte/platform/words.fr';
import { meetingPageFr } from './meeting-page.fr';
import { registrationErrorsFr } from './registration-errors.fr';
import { registrationFr } from './registration.fr';

/** The words a visitor needs to read a meeting and register. */
export const visitorsFr = {
  meetings: { ...meetingPageFr, registration: registrationFr, errors: registrationErrorsFr },
  platform: { errors: platformFr.errors, fields: platformFr.fields },
};
