import { TestBed } from '@angular/core/testing';
import { ApiClient, ApiError } from '@cohorte/platform/web';
import type { TrackSheet } from '@cohorte/scheduling/contract';
import { TrackSheetStore } from './track-sheet.store';

const slot = (id: string) => ({ id, startsAt: '2027-01-12T13:00:00.000Z', minutes: 90, day: '2027-01-12', allDay: false, waits: false, isNew: false });
const sheet: TrackSheet = {
  id: 't', cohortId: 'c', cohortName: 'SPASER', zone: 'Europe/Paris', state: 'open', closesAt: '2026-12-04T17:00:00.000Z', name: 'Léa',
  meetings: [{ meetingId: 'm4', number: 4, title: '', objective: '', minutes: 90, slots: [slot('a'), slot('b')], answers: [null, null], noneFits: false, answered: false, decidedStartsAt: null }],
};

/** A server that remembers what it was sent, and may be away. */
class FakeApi {
  isAway = false;
  refusal: ApiError | undefined;
  readonly sent: unknown[] = [];

  call(declared: { method: string }, input: object): Promise<unknown> {
    if (declared.method === 'GET') return Promise.resolve(sheet);
    if (this.isAway) return Promise.reject(new ApiError({ kind: 'offline', code: 'platform.offline' }));
    if (this.refusal) return Promise.reject(this.refusal);
    this.sent.push(input);
    return Promise.resolve({});
  }
}

beforeEach(() => localStorage.clear());

async function aSheet(api = new FakeApi()) {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({ providers: [TrackSheetStore, { provide: ApiClient, useValue: api }] });
  const store = TestBed.inject(TrackSheetStore);
  await store.open({ token: 'k' });
  const meeting = () => store.sheet()?.meetings[0];
  return { api, store, meeting };
}

it('an answer is shown at once and sent with its meeting; given again, it is taken back', async () => {
  const { api, store, meeting } = await aSheet();
  store.answer('m4', 'a', 'yes');
  expect([meeting()?.answers, meeting()?.answered, store.saving()]).toEqual([['yes', null], true, 'saving']);
  await store.flush();
  expect([api.sent, store.saving()]).toEqual([[{ token: 'k', meetingId: 'm4', noneFits: false, answers: [{ slotId: 'a', answer: 'yes' }] }], 'saved']);
  store.answer('m4', 'a', 'yes');
  await store.flush();
  expect([meeting()?.answers, meeting()?.answered]).toEqual([[null, null], false]);
});

it('«aucune ne me convient» is an answer, which a date that suits takes back', async () => {
  const { api, store, meeting } = await aSheet();
  store.answerAll('m4', 'no');
  expect([meeting()?.noneFits, meeting()?.answered]).toEqual([true, true]);
  store.answer('m4', 'b', 'if-need-be');
  await store.flush();
  expect(meeting()).toMatchObject({ noneFits: false, answered: true, answers: ['no', 'if-need-be'] });
  expect(api.sent).toEqual([{ token: 'k', meetingId: 'm4', noneFits: false, answers: [{ slotId: 'a', answer: 'no' }, { slotId: 'b', answer: 'if-need-be' }] }]);
});

it('without connection nothing is lost: what was answered last is what is sent', async () => {
  const { api, store } = await aSheet();
  api.isAway = true;
  store.answer('m4', 'a', 'yes');
  await store.flush();
  expect(store.saving()).toBe('unsaved');
  store.answer('m4', 'a', 'no');
  api.isAway = false;
  await store.flush();
  expect([api.sent, store.saving()]).toEqual([[{ token: 'k', meetingId: 'm4', noneFits: false, answers: [{ slotId: 'a', answer: 'no' }] }], 'saved']);
});

it('what could not be sent outlives the page: the next visit shows it and sends it, and the device forgets it', async () => {
  const { api, store } = await aSheet();
  api.isAway = true;
  store.answer('m4', 'a', 'yes');
  await store.flush();
  expect(localStorage.length).toBe(1);
  const later = await aSheet(api);
  api.isAway = false;
  expect([later.meeting()?.answers, later.store.saving()]).toEqual([['yes', null], 'saving']);
  await later.store.flush();
  expect([api.sent, later.store.saving(), localStorage.length]).toEqual([[{ token: 'k', meetingId: 'm4', noneFits: false, answers: [{ slotId: 'a', answer: 'yes' }] }], 'saved', 0]);
});

it('a refusal is said, and what the server holds is shown again', async () => {
  const { api, store, meeting } = await aSheet();
  api.refusal = new ApiError({ kind: 'gone', code: 'scheduling.poll-closed' });
  store.answer('m4', 'a', 'yes');
  await store.flush();
  expect([meeting()?.answers, store.failure(), localStorage.length]).toEqual([[null, null], api.refusal, 0]);
});
