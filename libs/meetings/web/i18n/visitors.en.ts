import { platformEn } from '@cohorte/platform/words.en';
import { meetingPageEn } from './meeting-page.en';
import { registrationErrorsEn } from './registration-errors.en';
import { registrationEn } from './registration.en';

/** The words a visitor needs to read a meeting and register. */
export const visitorsEn = {
  meetings: { ...meetingPageEn, registration: registrationEn, errors: registrationErrorsEn },
  platform: { errors: platformEn.errors, fields: platformEn.fields },
};
