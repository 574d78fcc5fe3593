import type { copyFr } from './copy.fr';

/** The same in English. */
export const copyEn: typeof copyFr = {
  short: 'Copy of the page', title: 'Copy of {{ day }}', text: 'The original page no longer answers. Here is its text as it was read that day, without its pictures or layout.', source: 'Source:', licence: 'Licence:',
  none: 'There is no copy to read', noneText: 'The original page may answer again, or its licence does not allow a copy to be kept.', back: 'See the resource',
};
