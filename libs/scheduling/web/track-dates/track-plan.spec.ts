import { blankPlan, includedIn, openingOf, problemsIn, settingsOf, silentStructures, slotsOf, type TrackDates, type TrackPlan, withDay, withMeeting } from './track-plan';

const now = '2026-11-23T09:00:00.000Z';
const meeting = (number: number, startsAt: string | null = null) => ({ id: `m${number}`, number, title: `Rencontre ${number}`, minutes: 90, startsAt, canSeek: startsAt === null, isPolled: false });
const page: TrackDates = {
  cohortId: 'c', cohortName: 'SPASER', canManage: true, isAsked: false, current: null,
  meetings: [meeting(3, '2026-12-08T13:00:00.000Z'), meeting(4), meeting(5), meeting(6)],
  people: [{ personId: 'p', name: 'Léa', structureId: 's1', roles: ['lead'] }],
  structures: ['s1', 's2', 's3'].map((id) => ({ id, name: id })),
};
const blank = (): TrackPlan => blankPlan(page, 'r', now);
const first = (plan: TrackPlan) => plan.meetings[0] as (typeof plan.meetings)[number];

describe('a plan nobody has touched', () => {
  it('can be opened as it is: each undated meeting has a month, dates and the hours of the track', () => {
    const plan = blank();
    expect(problemsIn(plan, now)).toEqual([]);
    expect(plan.meetings.map(({ meetingId, from, to }) => [meetingId, from, to])).toEqual([['m4', '2027-01-05', '2027-01-31'], ['m5', '2027-02-01', '2027-02-28'], ['m6', '2027-03-08', '2027-03-31']]);
    expect(plan.all).toMatchObject({ times: ['10:00', '14:00'], weekdays: [2, 4], quorum: 2 });
    expect(openingOf('c', plan, now).meetings.map((one) => one.slots.length)).toEqual([16, 12, 14]);
  });

  it('proposes nothing in the school holidays of Normandy', () => {
    const plan = blank();
    expect(slotsOf(plan, plan.meetings[1] as never, now).map((slot) => slot.day).at(-1)).toBe('2027-02-18');
  });

  it('says which structures nobody would answer for', () => {
    expect(silentStructures(page).map((structure) => structure.id)).toEqual(['s2', 's3']);
  });
});

describe('changing a plan', () => {
  it('strikes a day out of one meeting, and puts it back', () => {
    const struck = withMeeting(blank(), 'm4', withDay(first(blank()), '2027-01-12'));
    expect(slotsOf(struck, first(struck), now)).toHaveLength(14);
    expect(slotsOf(struck, first(struck), now, { struck: true })).toHaveLength(16);
    expect(withDay(first(struck), '2027-01-12')).toEqual({ except: [] });
  });

  it('lets one meeting differ from the others', () => {
    const plan = withMeeting(blank(), 'm5', { own: { weekdays: [3], quorum: 3 } });
    expect(plan.meetings.map((one) => settingsOf(plan, one).quorum)).toEqual([2, 3, 2]);
    expect(openingOf('c', plan, now).meetings[1]?.slots.every((at) => new Date(`${at}Z`).getUTCDay() === 3)).toBe(true);
  });

  it('sends guests only where someone was written down', () => {
    const plan = { ...blank(), guests: [{ name: '', email: ' ', structureId: 's2' }, { name: ' Gaëlle ', email: ' gaelle@exemple.fr', structureId: 's3' }] };
    expect(openingOf('c', plan, now).guests).toEqual([{ name: 'Gaëlle', email: 'gaelle@exemple.fr', structureId: 's3', required: false }]);
  });
});

describe('what keeps a plan from being opened', () => {
  const keysOf = (plan: TrackPlan) => problemsIn(plan, now).map((problem) => problem.key);

  it.each<[string, Partial<TrackPlan>, string[]]>([
    ['no meeting', { meetings: [] }, ['noMeeting']],
    ['a deadline that has passed', { closesOn: '2026-11-20' }, ['badDeadline']],
    ['a deadline after the last date of a meeting', { closesOn: '2027-01-31' }, ['lateDeadline']],
    ['an address that is none', { guests: [{ name: 'Gaëlle', email: 'gaelle', structureId: 's2' }] }, ['badGuest']],
  ])('%s', (_what, change, keys) => expect(keysOf({ ...blank(), ...change })).toEqual(keys));

  it('a meeting without any date left, with too many, or whose period is reversed', () => {
    const of = (change: Partial<TrackPlan['meetings'][number]>) => keysOf(withMeeting(blank(), 'm4', change));
    expect(of({ from: '2027-02-20', to: '2027-03-05' })).toEqual(['noSlots']);
    expect(of({ own: { weekdays: [1, 2, 3, 4, 5], times: ['09:00', '10:00', '14:00', '16:00'] } })).toEqual(['tooManySlots']);
    expect(of({ from: '2027-02-20', to: '2027-01-05' })).toEqual(['reversed']);
    expect(of({ own: { minWeeks: 6, maxWeeks: 2 } })).toEqual(['gaps']);
    expect(of({ included: false })).toEqual([]);
    expect(includedIn(withMeeting(blank(), 'm4', { included: false }))).toHaveLength(2);
  });
});
