import type { readerFr } from './reader.fr';

/** What the reader of documents says, to visitors and members alike. */
export const readerEn: typeof readerFr = {
  title: 'Reading', crumb: 'Reading', pages: 'Pages of the document', page: 'Page', of: 'of {{ total }}', previous: 'Previous page', next: 'Next page', goTo: 'Go to page', now: 'Page {{ page }} of {{ total }}',
  pictureOf: 'Picture of page {{ page }}, whose text follows', textOf: 'Text of page {{ page }}', noText: 'This page has no text.', noPicture: 'This page has no picture: here is its text.',
  asText: 'Text only', asPicture: 'Picture and text', found: { zero: 'None of the words looked for is on this page.', one: '# word found on this page', other: '# words found on this page' }, back: 'Back to the resource',
  none: 'This document has no page to show', noneText: 'Download it to read it.', noFile: 'This resource has no document', transcript: 'What is said', zoom: 'Enlarge the page', subtitles: 'French', playerOf: 'Player of {{ title }}',
  findSaid: 'Search what is said', foundSaid: { zero: 'None of these words is said.', one: '# word found', other: '# words found' }, playFrom: 'Play from {{ time }}',
  slideOf: 'Slide {{ page }}', sheetOf: 'Sheet {{ page }}', table: 'Table',
  printText: 'Print the text', printFrom: 'From page', printTo: 'to page', printClose: 'Close', printReading: 'The text is being prepared…',
};
