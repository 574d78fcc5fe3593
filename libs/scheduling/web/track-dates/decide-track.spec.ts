import { TestBed } from '@angular/core/testing';
import { ApiClient } from '@cohorte/platform/web';
import type { CombinationsView, TrackPollView } from '@cohorte/scheduling/contract';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { schedulingFr } from '../i18n/fr';
import { READER_ZONE } from '../reader-clock';
import { DecideTrack } from './decide-track';
import { TrackDatesStore } from './track-dates.store';
import type { TrackDates } from './track-plan';

const rule = { meetingId: 'm4', minWeeks: 3, maxWeeks: null, quorum: 8, required: [], preferredWeekdays: [] };
const poll: TrackPollView = {
  id: 't', state: 'open', zone: 'Europe/Paris', schoolZone: 'B', places: [], closesAt: '2026-12-04T17:00:00.000Z', openedAt: '2026-11-23T09:00:00.000Z', rules: [rule], slotCounts: { m4: 2 },
  structures: { answered: 1, total: 2 }, participants: [{ id: 'p', name: 'Léa', structureName: 'CHU de Caen', answeredMeetings: 1, reminders: 0 }],
  handRemindedAt: null, autoRemindedAt: null, reminderAt: null, decided: [], version: 3,
};
const page: TrackDates = {
  cohortId: 'c', cohortName: 'SPASER', canManage: true, isAsked: false, current: poll, people: [], structures: [{ id: 'caen', name: 'CHU de Caen' }, { id: 'rouen', name: 'CHU de Rouen' }],
  meetings: [{ id: 'm4', number: 4, title: 'Objectifs', minutes: 90, startsAt: null, canSeek: false, isPolled: true }],
};
const units = page.structures;
const combination = (day: string, lost: string[]): CombinationsView['combinations'][number] => ({
  share: 50, dates: [{ meetingId: 'm4', slotId: `slot-${day}`, startsAt: `${day}T13:00:00.000Z`, minutes: 90, sure: ['caen'], ifNeedBe: [], lost }],
  reasons: lost.length > 0 ? [{ kind: 'loses', meetingId: 'm4', unitIds: lost }] : [{ kind: 'everyone' }],
});

async function deciding(view: CombinationsView) {
  const sent: unknown[] = [];
  const api = { call: (declared: { path: string }, input: object) => Promise.resolve(declared.path.endsWith('/rules') ? (sent.push(input), poll) : declared.path.endsWith('/combinations') ? view : page) };
  TestBed.configureTestingModule({
    imports: [DecideTrack, TranslocoTestingModule.forRoot({ langs: { fr: { scheduling: schedulingFr } }, translocoConfig: { availableLangs: ['fr'], defaultLang: 'fr' }, preloadLangs: true })],
    providers: [{ provide: READER_ZONE, useValue: 'Europe/Paris' }, TrackDatesStore, { provide: ApiClient, useValue: api }],
  });
  await TestBed.inject(TrackDatesStore).open('c');
  const drawn = TestBed.createComponent(DecideTrack);
  for (const [name, value] of Object.entries({ page, poll, view })) drawn.componentRef.setInput(name, value);
  await drawn.whenStable();
  return { sent, drawn, element: drawn.nativeElement as HTMLElement };
}

it('lays the combinations side by side, each with its date in words and who is lost', async () => {
  const { element } = await deciding({ units, impossible: null, version: 3, combinations: [combination('2027-01-12', []), combination('2027-01-19', ['rouen'])] });
  const cards = [...element.querySelectorAll('co-combination-card')];
  expect(cards.map((card) => card.querySelector('.dates strong')?.textContent)).toEqual(['mardi 12 janvier 2027 à 14\u00a0h', 'mardi 19 janvier 2027 à 14\u00a0h']);
  expect(cards.map((card) => card.querySelector('.reasons')?.textContent?.trim())).toEqual(['Aucune structure n’est perdue', 'La rencontre 4 perd CHU de Rouen']);
  expect(cards[1]?.querySelector('.present')?.textContent).toBe('1 structure sur 2');
});

it('says what to give up when nothing fits, and gives it up on demand', async () => {
  const { element, sent, drawn } = await deciding({ units, combinations: [], version: 3, impossible: { kind: 'either', relaxations: [{ kind: 'quorum', meetingId: 'm4', from: 8, to: 7 }] } });
  expect(element.querySelector('co-banner')?.textContent).toContain('Ramener le quorum de la rencontre 4 de 8 à 7');
  element.querySelector<HTMLButtonElement>('.relaxations button')?.click();
  await drawn.whenStable();
  expect(sent).toEqual([{ trackPollId: 't', version: 3, rules: [{ ...rule, quorum: 7 }] }]);
});
