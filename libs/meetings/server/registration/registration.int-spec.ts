import { visitor } from '@cohorte/platform/contract';
import { newId } from '@cohorte/platform/server';
import { ComingPlaces } from './coming-places';
import { asGuest, hours, RegistrationFixtures, specNow, specStart } from './registration.fixtures';
import { RegistrationLinks } from './registration-links';
import { RegistrationQueries } from './registration.queries';
import { RegistrationSweep } from './registration.sweep';

let given: RegistrationFixtures;
let structureId: string;
beforeAll(async () => {
  given = await RegistrationFixtures.start();
  structureId = await given.networks.aStructure(given.networkId, { name: 'CHU de Rouen' });
});
afterAll(() => given.close());
beforeEach(() => given.clock.set(specNow));

const member = (space = structureId) => given.member(space);

describe('asking for a place', () => {
  it('gives one while there are, then a turn in the waiting list, shown', async () => {
    const meetingId = await given.aMeeting({ places: 1 });
    expect(await given.card(await member(), meetingId)).toMatchObject({ status: 'registered', number: 1, position: null });
    expect(await given.card(await member(), meetingId)).toMatchObject({ status: 'waiting', position: 1 });
    expect(await given.card(await member(), meetingId)).toMatchObject({ status: 'waiting', position: 2 });
  });

  it('twice by the same click or twice by the same person is once', async () => {
    const meetingId = await given.aMeeting({ places: 3 });
    const actor = await member();
    const requestId = newId();
    const answers = await Promise.all([given.register(actor, meetingId, { requestId }), given.register(actor, meetingId, { requestId }), given.register(actor, meetingId)]);
    expect(new Set(answers.map(({ registrations }) => registrations[0]?.registrationId)).size).toBe(1);
    expect(await given.counts(meetingId)).toEqual({ registered: 1 });
  });

  it('needs a date, an open door and a meeting that stands', async () => {
    const actor = await member();
    const refusals: [Parameters<RegistrationFixtures['aMeeting']>, string][] = [
      [[{}, { startsAt: null }], 'meetings.registration-undated'],
      [[{}, { startsAt: hours(-1) }], 'meetings.registration-past'],
      [[{ opensAt: hours(1).toISOString() }], 'meetings.registration-not-open'],
      [[{ closesAt: hours(-1).toISOString() }], 'meetings.registration-closed'],
    ];
    for (const [arranged, code] of refusals) await expect(given.register(actor, await given.aMeeting(...arranged))).rejects.toMatchObject({ code });
    const cancelled = await given.aMeeting();
    await given.rows('UPDATE meetings_meeting SET cancelled_at = now() WHERE id = $1', [cancelled]);
    await expect(given.register(actor, cancelled)).rejects.toMatchObject({ code: 'meetings.registration-cancelled' });
  });

  it('without account gives a personal link that opens that registration and nothing else', async () => {
    const meetingId = await given.aMeeting({ places: 1 });
    const { token, registrations } = await given.register(visitor, meetingId, asGuest('Odile'));
    const seen = await given.app.get(RegistrationLinks).read(token ?? '');
    expect(seen).toMatchObject({ registration: { registrationId: registrations[0]?.registrationId, status: 'registered', name: 'Odile' }, mayAct: ['cancel', 'hand-over'] });
    await expect(given.app.get(RegistrationLinks).read('x'.repeat(43))).rejects.toMatchObject({ code: 'meetings.link-unknown' });
  });

  it('a second time under the same name and address tells the typer nothing and shows no link', async () => {
    const meetingId = await given.aMeeting();
    await given.register(visitor, meetingId, asGuest('Odile'));
    expect(await given.register(visitor, meetingId, asGuest('ODILE', 'Odile@Mairie.example'.toLowerCase()))).toEqual({ registrations: [], leftOut: 0, token: null, isKnown: true });
    expect(await given.counts(meetingId)).toEqual({ registered: 1 });
  });

  it('two people may share a mailbox, each with their own link', async () => {
    const meetingId = await given.aMeeting();
    const tokens = [await given.register(visitor, meetingId, asGuest('Anne', 'marches@mairie.example')), await given.register(visitor, meetingId, asGuest('Bruno', 'marches@mairie.example'))].map(({ token }) => token);
    expect(new Set(tokens).size).toBe(2);
    expect(await given.counts(meetingId)).toEqual({ registered: 2 });
  });

  it('is found again by whoever later signs in with that address and name', async () => {
    const meetingId = await given.aMeeting();
    await given.register(visitor, meetingId, asGuest('Zélie Martin', 'zelie@mairie.example'));
    const actor = await given.networks.actor(await given.networks.aPerson('Zélie MARTIN', 'zelie@mairie.example'));
    await given.networks.joins(actor.personId, given.networkId, 'expert');
    expect((await given.app.get(RegistrationQueries).mineEverywhere(await given.networks.actor(actor.personId))).registrations).toMatchObject([{ meetingId, isMine: true, status: 'registered' }]);
  });
});

describe('colleagues together', () => {
  const colleagues = (n: number) => Array.from({ length: n }, (_, i) => ({ name: `Collègue ${i}`, email: `c${i}-${newId()}@chu.example` }));

  it('«autant que possible» registers those for whom there is a place and lets the others wait', async () => {
    const meetingId = await given.aMeeting({ places: 3, colleagues: 10 });
    const { registrations } = await given.register(await member(), meetingId, { colleagues: colleagues(4) });
    expect(registrations.map(({ status }) => status)).toEqual(['registered', 'registered', 'registered', 'waiting', 'waiting']);
  });

  it('«tout ou rien» registers nobody when one would not have a place', async () => {
    const meetingId = await given.aMeeting({ places: 3, colleagues: 10 });
    await expect(given.register(await member(), meetingId, { colleagues: colleagues(3), together: 'all' })).rejects.toMatchObject({ code: 'meetings.not-all-places', details: { asked: 4, free: 3 } });
    expect(await given.counts(meetingId)).toEqual({});
    expect((await given.register(await member(), meetingId, { colleagues: colleagues(2), together: 'all' })).registrations).toHaveLength(3);
  });

  it('without a waiting list those without a place are left out, and said so', async () => {
    const meetingId = await given.aMeeting({ places: 2, waitingList: false, colleagues: 10 });
    expect(await given.register(await member(), meetingId, { colleagues: colleagues(3) })).toMatchObject({ leftOut: 2, registrations: [{}, {}] });
    await expect(given.register(await member(), meetingId)).rejects.toMatchObject({ code: 'meetings.full' });
  });

  it('five hundred at once are refused in a sentence that says how many may come', async () => {
    const meetingId = await given.aMeeting();
    await expect(given.register(await member(), meetingId, { colleagues: colleagues(500) })).rejects.toMatchObject({ code: 'meetings.too-many-colleagues', details: { most: 5, asked: 500 } });
  });

  it('count for their structure: at most so many until a date, more afterwards, and nobody loses a turn', async () => {
    const meetingId = await given.aMeeting({ places: 10, colleagues: 10, perStructure: { most: 2, until: hours(48).toISOString() } });
    await given.register(await member(), meetingId, { colleagues: colleagues(3) });
    expect(await given.counts(meetingId)).toEqual({ registered: 2, waiting: 2 });
    const other = await given.networks.aStructure(given.networkId, { name: `CH ${newId()}` });
    expect(await given.card(await member(other), meetingId)).toMatchObject({ status: 'registered' });
    given.clock.set(hours(49));
    await given.app.get(RegistrationSweep).lookAtPlaces();
    expect(await given.counts(meetingId)).toEqual({ registered: 5 });
  });
});

describe('a place that becomes free', () => {
  it('goes to the first who waits at once, never to a newcomer; cancelling twice frees one', async () => {
    const meetingId = await given.aMeeting({ places: 1 });
    const [one, two, three] = [await member(), await member(), await member()];
    const held = await given.card(one, meetingId);
    const next = await given.card(two, meetingId);
    const last = await given.card(three, meetingId);
    await Promise.all([given.act(one, held.registrationId, 'cancel'), given.act(one, held.registrationId, 'cancel'), given.register(await member(), meetingId)]);
    expect([await given.statusOf(next.registrationId), await given.statusOf(last.registrationId)]).toEqual(['registered', 'waiting']);
    expect(await given.counts(meetingId)).toEqual({ registered: 1, waiting: 2, cancelled: 1 });
  });

  it('is offered with a deadline where the rule says so; accepted it is theirs, declined or late it goes on', async () => {
    const meetingId = await given.aMeeting({ places: 1, promotion: 'offer' });
    const [one, two, three, four] = [await member(), await member(), await member(), await member()];
    const held = await given.card(one, meetingId);
    const [second, third, fourth] = [await given.card(two, meetingId), await given.card(three, meetingId), await given.card(four, meetingId)];
    await given.act(one, held.registrationId, 'cancel');
    expect(await given.statusOf(second.registrationId)).toBe('offered');
    expect(await given.act(two, second.registrationId, 'decline')).toMatchObject({ status: 'cancelled', cause: 'offer-declined' });
    expect(await given.statusOf(third.registrationId)).toBe('offered');
    given.clock.set(hours(24));
    await expect(given.act(three, third.registrationId, 'accept')).rejects.toMatchObject({ code: 'meetings.offer-expired' });
    await given.app.get(RegistrationSweep).lookAtPlaces();
    expect(await given.statusOf(third.registrationId)).toBe('cancelled');
    expect(await given.act(four, fourth.registrationId, 'accept')).toMatchObject({ status: 'registered', cause: 'offer-accepted' });
    expect(await given.act(four, fourth.registrationId, 'accept')).toMatchObject({ status: 'registered' });
  });

  it('offered, then withdrawn from: leaves the list and frees the offer', async () => {
    const meetingId = await given.aMeeting({ places: 1, promotion: 'offer' });
    const [one, two, three] = [await member(), await member(), await member()];
    const held = await given.card(one, meetingId);
    const [second, third] = [await given.card(two, meetingId), await given.card(three, meetingId)];
    await given.act(one, held.registrationId, 'cancel');
    await given.act(two, second.registrationId, 'cancel');
    expect([await given.statusOf(second.registrationId), await given.statusOf(third.registrationId)]).toEqual(['cancelled', 'offered']);
  });

  it('in the last twelve hours goes to the first who clicks, among those who wait', async () => {
    const meetingId = await given.aMeeting({ places: 1, promotion: 'offer' });
    const [one, two, three] = [await member(), await member(), await member()];
    const held = await given.card(one, meetingId);
    const [second, third] = [await given.card(two, meetingId), await given.card(three, meetingId)];
    given.clock.set(hours(-11, specStart));
    await given.act(one, held.registrationId, 'cancel');
    expect([await given.statusOf(second.registrationId), await given.statusOf(third.registrationId)]).toEqual(['offered', 'offered']);
    expect(await given.card(await member(), meetingId)).toMatchObject({ status: 'waiting' });
    await given.act(three, third.registrationId, 'accept');
    expect(await given.statusOf(second.registrationId)).toBe('waiting');
    await expect(given.act(two, second.registrationId, 'accept')).rejects.toMatchObject({ code: 'meetings.place-taken' });
    expect(await given.counts(meetingId)).toEqual({ registered: 1, waiting: 2, cancelled: 1 });
  });

  it('is handed to a colleague as it stands, who may have been waiting', async () => {
    const meetingId = await given.aMeeting({ places: 1 });
    const [one, two] = [await member(), await member()];
    const held = await given.card(one, meetingId);
    await given.register(two, meetingId);
    await given.act(one, held.registrationId, 'hand-over', { name: 'Paul Roy', email: 'paul.roy@chu.example' });
    expect(await given.counts(meetingId)).toEqual({ registered: 1, waiting: 1, cancelled: 1 });
    await expect(given.act(one, held.registrationId, 'hand-over', { name: 'Léa Roy', email: 'lea@chu.example' })).rejects.toMatchObject({ code: 'meetings.no-place-to-hand-over' });
    await expect(given.act(one, held.registrationId, 'hand-over')).rejects.toMatchObject({ code: 'meetings.colleague-needed' });
  });
});

describe('many who ask at one moment', () => {
  it('are decided together in their order, each answered for themselves', async () => {
    const meetingId = await given.aMeeting({ places: 3, colleagues: 2 });
    const requestId = newId();
    const [actor, other] = [await member(), await member()];
    const outcomes = await Promise.allSettled([
      given.register(actor, meetingId),
      given.register(visitor, meetingId, { ...asGuest('Odile'), requestId }),
      given.register(visitor, meetingId, { ...asGuest('Odile'), requestId }),
      given.register(other, meetingId, { colleagues: Array.from({ length: 3 }, (_, i) => ({ name: `Collègue ${i}`, email: `trop${i}@chu.example` })) }),
      given.register(other, meetingId, { colleagues: [{ name: 'Paul', email: 'paul@chu.example' }, { name: 'Lise', email: 'lise@chu.example' }], together: 'all' }),
      given.register(visitor, meetingId, asGuest('Pia')),
      given.register(visitor, meetingId),
      given.register(visitor, meetingId, asGuest('Rémi')),
    ]);
    expect(outcomes).toMatchObject([
      { value: { registrations: [{ status: 'registered', number: 1 }], token: null } },
      { value: { registrations: [{ status: 'registered', number: 2, name: 'Odile' }], token: expect.any(String) } },
      { value: { registrations: [{ number: 2 }] } },
      { reason: { code: 'meetings.too-many-colleagues' } },
      { reason: { code: 'meetings.not-all-places', details: { asked: 3, free: 1 } } },
      { value: { registrations: [{ status: 'registered', number: 3 }] } },
      { reason: { code: 'meetings.name-needed' } },
      { value: { registrations: [{ status: 'waiting', number: 4, position: 1 }] } },
    ]);
    const tokens = outcomes.flatMap((one) => (one.status === 'fulfilled' && one.value.token ? [one.value.token] : []));
    expect(new Set(tokens).size).toBe(3);
    const log = await given.rows<{ rule: string; number: string; detail: string }>('SELECT rule, number, detail FROM meetings_allocation WHERE meeting_id = $1 ORDER BY line', [meetingId]);
    expect(log.map(({ rule, number, detail }) => `${number} ${rule} ${detail}`.trim())).toEqual(['1 registered.own', '2 registered.own', '3 registered.own', '4 waiting.own 1']);
  });

  it('lose nothing by what the database cannot hold of one of them', async () => {
    const meetingId = await given.aMeeting({ places: 2 });
    const outcomes = await Promise.allSettled([given.register(visitor, meetingId, asGuest('Anne')), given.register(visitor, meetingId, asGuest('Zo\u0000é', 'zoe@mairie.example')), given.register(visitor, meetingId, asGuest('Bruno')), given.register(visitor, meetingId, asGuest('Chloé'))]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    expect(await given.counts(meetingId)).toEqual({ registered: 2, waiting: 1 });
  });

  it('without a waiting list: who is left out leaves the others as they are, and may come back', async () => {
    const meetingId = await given.aMeeting({ places: 1, waitingList: false });
    const [one, two] = [await member(), await member()];
    const gone = await given.card(one, meetingId);
    await given.act(one, gone.registrationId, 'cancel');
    const outcomes = await Promise.allSettled([given.register(two, meetingId), given.register(one, meetingId), given.register(one, meetingId)]);
    expect(outcomes).toMatchObject([{ value: { registrations: [{ status: 'registered' }] } }, { reason: { code: 'meetings.full' } }, { reason: { code: 'meetings.full' } }]);
    expect(await given.counts(meetingId)).toEqual({ registered: 1, cancelled: 1 });
  });
});

describe('places ahead', () => {
  it('are those held, offered or awaiting a word, at meetings that stand, with what was asked for before the account', async () => {
    const actor = await given.networks.actor(await given.networks.aPerson('Inès Roy', 'ines.roy@mairie.example'));
    const [held, gone, past] = [await given.aMeeting({}, { title: 'Atelier national' }), await given.aMeeting(), await given.aMeeting({}, { startsAt: hours(3) })];
    for (const meetingId of [held, gone, past]) await given.register(visitor, meetingId, asGuest('Inès Roy', 'ines.roy@mairie.example'));
    await given.rows('UPDATE meetings_meeting SET cancelled_at = now() WHERE id = $1', [gone]);
    given.clock.set(hours(8));
    const places = await given.networks.asSystem((tx) => given.app.get(ComingPlaces).of(tx, actor.personId));
    expect(places).toMatchObject([{ meetingId: held, title: 'Atelier national', status: 'registered', spaceId: given.networkId }]);
  });
});
