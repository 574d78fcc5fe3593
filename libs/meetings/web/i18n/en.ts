import type { meetingsFr } from './fr';
import { registrationErrorsEn } from './registration-errors.en';
import { meetingFormEn } from './meeting-form.en';
import { meetingPageEn } from './meeting-page.en';

import { attendanceErrorsEn } from './attendance.en';
import { placesEn } from './places.en';
import { registrationEn } from './registration.en';
import { calendarEn } from './calendar.en';
import { comingEn } from './coming.en';
import { presenceEn } from './presence.en';

export const meetingsEn: typeof meetingsFr = {
  registration: registrationEn,
  places: placesEn,
  titles: { registration: 'Your registration', places: 'Registrations' },
  states: { undated: 'No date yet', 'to-poll': 'Date by poll', dated: 'Date set', held: 'Held', cancelled: 'Cancelled' },
  ...meetingPageEn,
  ...calendarEn,
  ...comingEn,
  ...presenceEn,
  ...meetingFormEn,
  schedule: {
    title: 'Set the date',
    move: 'Move the meeting',
    day: 'Day',
    time: 'Start time',
    timeHelp: 'Paris time.',
    minutes: 'Length in minutes',
    minutesHelp: 'From 15 to 720 minutes.',
    chosen: '{{ when }}, until {{ end }}',
    past: 'This date has passed: the meeting will show as held.',
    save: 'Save the date',
    remove: 'Remove the date',
    cancel: 'Change nothing',
    needDay: 'Choose a day.',
    badDay: 'This day is too far away: check the year.',
    needTime: 'Give the start time.',
    noSuchTime: 'This time does not exist that day: clocks go forward one hour.',
    badMinutes: 'The length goes from 15 to 720 minutes.',
    saved: '“{{ title }}”: {{ when }}.',
    removed: '“{{ title }}” has no date any more.',
  },
  cancelled: {
    title: 'Cancel this meeting?',
    text: '“{{ title }}” stays on the track, struck out. You can bring it back.',
    confirm: 'Cancel the meeting',
    keep: 'Keep it',
    done: '“{{ title }}” is cancelled.',
    restored: '“{{ title }}” is back.',
  },
  acts: { fix: 'Set the date', correct: 'Correct the date', move: 'Move', cancel: 'Cancel', restore: 'Bring back' },
  changed: 'This meeting was changed meanwhile. Here is where it stands; nothing was overwritten.',
  errors: {
    ...attendanceErrorsEn,
    ...registrationErrorsEn,
    'space-unknown': 'This track or network was not found.',
    'changed-meanwhile': 'This meeting was changed meanwhile. Nothing was overwritten: see where it stands, then start again.',
    'is-cancelled': 'This meeting is cancelled. Bring it back before changing its date.',
    'already-held': 'This meeting has been held: it can no longer be cancelled.',
    'held-stays': 'This meeting has been held: its page stays for those who were there.',
    'is-awaited': 'This meeting has a date and its group counts on it. Cancel or postpone it: everyone will be told.',
    'date-is-sought': 'The date of this meeting is being looked for with its participants. Give up the poll first, or cancel the meeting: everyone will be told.',
    'has-registrations': 'People are registered for this meeting ({{ count }}). Cancel or postpone it: they will be told.',
    'not-yours-to-plan': 'Only animators set dates.',
    'not-found': 'This meeting cannot be found.',
    'not-dated': 'This meeting has no date yet, so it cannot go into a calendar.',
    'has-no-date': 'This meeting has no date: there is nothing to put off.',
    'request-used': 'This meeting was already created elsewhere. Reload the page.',
    'file-too-large': 'This file is larger than 20 MB. Put it elsewhere and add its link.',
    'file-refused': 'This kind of file is not accepted: PDF, Word, Excel, PowerPoint, OpenDocument, PNG or JPEG.',
    'file-unnamed': 'This file has no readable name. Rename it, then try again.',
    'too-many-documents': 'A meeting carries fifty documents at most. Remove one first.',
    'document-not-found': 'This document is no longer there.',
    'minutes-not-begun': 'The minutes are not begun.',
    'minutes-empty': 'The minutes are still empty: write them before you publish them.',
    'minutes-published-meanwhile': 'Someone else has just published these minutes. Reload the page to see their version.',
  },
};
