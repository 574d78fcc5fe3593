import type { trackErrorsFr } from './track-errors.fr';

export const trackErrorsEn: typeof trackErrorsFr = {
  'cohort-unknown': 'This track does not exist, or you do not take part in it.',
  'track-poll-unknown': 'This request for dates no longer exists, or it is not addressed to you.',
  'track-poll-running': 'A request for dates is already open for this track: decide it or give it up first.',
  'track-poll-over': 'This request for dates is over: its dates are kept, or it was given up.',
  'meeting-not-in-track': 'This meeting is not part of the request for dates.',
  'meeting-has-date': 'One of these meetings already has a date, or it is cancelled. Reload the page.',
  'meeting-polled': 'A poll is already open for one of these meetings.',
  'meeting-twice': 'The same meeting is asked for twice.',
  'nobody-asked': 'Nobody would receive the request: add leads or addresses.',
};
