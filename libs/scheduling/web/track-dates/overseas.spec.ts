import { TestBed } from '@angular/core/testing';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { schedulingFr } from '../i18n/fr';
import { PollWords } from '../polls/poll-words';
import { READER_ZONE } from '../reader-clock';
import { TrackWords } from './track-words';

/** The words as a reader of this zone has them. */
function wordsIn(zone: string): { track: TrackWords; polls: PollWords } {
  TestBed.configureTestingModule({
    imports: [TranslocoTestingModule.forRoot({ langs: { fr: { scheduling: schedulingFr } }, translocoConfig: { availableLangs: ['fr'], defaultLang: 'fr' }, preloadLangs: true })],
    providers: [{ provide: READER_ZONE, useValue: zone }],
  });
  return { track: TestBed.inject(TrackWords), polls: TestBed.inject(PollWords) };
}

const plain = (words: string): string => words.replaceAll('\u00a0', ' ');
const slot = (startsAt: string) => ({ startsAt, minutes: 90, allDay: false, day: startsAt.slice(0, 10) });

/** The eve and the day of each change of hour, at 14 h in Paris. */
const table: [string, string, string][] = [
  ['Europe/Paris', '2026-03-28T13:00:00Z', ''],
  ['Indian/Reunion', '2026-03-28T13:00:00Z', '17 h chez vous'],
  ['Indian/Reunion', '2026-03-29T12:00:00Z', '16 h chez vous'],
  ['Indian/Reunion', '2026-10-25T13:00:00Z', '17 h chez vous'],
  ['America/Martinique', '2026-03-28T13:00:00Z', '9 h chez vous'],
  ['America/Martinique', '2026-03-29T12:00:00Z', '8 h chez vous'],
  ['America/Martinique', '2026-10-25T13:00:00Z', '9 h chez vous'],
  ['Pacific/Noumea', '2026-03-28T13:00:00Z', 'dimanche 29 mars à 0 h chez vous'],
  ['Pacific/Noumea', '2026-03-29T12:00:00Z', '23 h chez vous'],
  ['Pacific/Noumea', '2026-10-25T13:00:00Z', 'lundi 26 octobre à 0 h chez vous'],
];

describe('the dates of a whole track, read overseas', () => {
  it.each(table)('in %s at %s say «%s» beside the hour of Paris, as polls do', (zone, instant, expected) => {
    const { track, polls } = wordsIn(zone);
    expect(plain(track.theirs(instant, 'Europe/Paris'))).toBe(expected);
    expect(plain(polls.theirs(slot(instant), 'Europe/Paris'))).toBe(expected);
    expect(plain(track.time(instant, 'Europe/Paris'))).toBe('14 h');
    expect(plain(track.momentBoth(instant, 'Europe/Paris'))).toMatch(expected ? new RegExp(`à 14 h \\(${expected}\\)$`) : /à 14 h$/);
  });
});
