import { TestBed } from '@angular/core/testing';
import type { Reason } from '@cohorte/scheduling/contract';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { schedulingFr } from '../i18n/fr';
import { gapLength, type Named, reasonWords, relaxationWords } from './combination-words';
import { TrackWords } from './track-words';

const named: Named = {
  units: [{ id: 'caen', name: 'CHU de Caen' }, { id: 'rouen', name: 'CHU de Rouen' }],
  page: {
    meetings: [3, 4, 5].map((number) => ({ id: `m${number}`, number, title: '', minutes: 90, startsAt: null, canSeek: true, isPolled: false })),
    people: [{ personId: 'p', name: 'Sophie Delaunay', structureId: null, roles: ['sponsor'] }],
    structures: [{ id: 'caen', name: 'CHU de Caen' }],
  },
};

function wordsOfTracks(): TrackWords {
  TestBed.configureTestingModule({
    imports: [TranslocoTestingModule.forRoot({ langs: { fr: { scheduling: schedulingFr } }, translocoConfig: { availableLangs: ['fr'], defaultLang: 'fr' }, preloadLangs: true })],
  });
  return TestBed.inject(TrackWords);
}

it.each<[Reason, string]>([
  [{ kind: 'loses', meetingId: 'm3', unitIds: ['caen'] }, 'La rencontre 3 perd CHU de Caen'],
  [{ kind: 'loses', meetingId: 'm3', unitIds: ['caen', 'rouen'] }, 'La rencontre 3 perd CHU de Caen et CHU de Rouen'],
  [{ kind: 'loses-again', unitId: 'rouen', meetingIds: ['m3', 'm5'] }, 'CHU de Rouen manquerait les rencontres 3 et 5'],
  [{ kind: 'quorum-tight', meetingId: 'm4', present: 8, of: 12 }, 'Quorum tout juste à la rencontre 4 : 8 sur 12'],
  [{ kind: 'required-strained', meetingId: 'm4', requirement: { kind: 'role', role: 'sponsor' } }, 'À la rencontre 4, le commanditaire ne peut que si besoin'],
  [{ kind: 'school-holiday', meetingId: 'm5', name: 'winter' }, 'La rencontre 5 tombe pendant les vacances d’hiver'],
  [{ kind: 'gap', fromId: 'm3', toId: 'm4', days: 49 }, '7 semaines entre les rencontres 3 et 4'],
])('a reason is said in words: %j', (reason, said) => {
  expect(reasonWords(reason, wordsOfTracks(), named)).toBe(said);
});

it('a gap under two weeks that is no whole week is said in days', () => {
  const words = wordsOfTracks();
  expect([gapLength(words, 7), gapLength(words, 9), gapLength(words, 33)]).toEqual(['1 semaine', '9 jours', '5 semaines']);
});

it('what may be given up is said with its size, and silence apart from a refusal', () => {
  const words = wordsOfTracks();
  const requirement = { kind: 'person' as const, personId: 'p' };
  expect(relaxationWords({ kind: 'quorum', meetingId: 'm4', from: 8, to: 7 }, words, named)).toBe('Ramener le quorum de la rencontre 4 de 8 à 7');
  expect(relaxationWords({ kind: 'min-weeks', meetingId: 'm5', from: 3, to: 2 }, words, named)).toBe('Accepter 2 semaines au lieu de 3 semaines avant la rencontre 5');
  expect(relaxationWords({ kind: 'required', meetingId: 'm4', requirement, silent: true }, words, named)).toContain('Sophie Delaunay à la rencontre 4, ou attendre sa réponse');
});
