import { MeetingSeats } from './meeting-seats';
import { guest, hours, RegistrationFixtures, specNow } from './registration.fixtures';
import { RegistrationSweep } from './registration.sweep';

let given: RegistrationFixtures;
beforeAll(async () => {
  given = await RegistrationFixtures.start();
});
afterAll(() => given.close());

const seats = (): MeetingSeats => given.app.get(MeetingSeats);
const pollId = '01900000-0000-7000-8000-0000000000aa';
const answer = (meetingId: string, answers: [string, 'yes' | 'if-need-be' | 'no'][], poll = pollId) =>
  given.networks.asSystem((tx) => seats().seatAnswers(tx, meetingId, answers.map(([name, said]) => ({ attendee: guest(name), answer: said })), { pollId: poll }));
const standing = async (meetingId: string) =>
  Object.fromEntries((await given.networks.asSystem((tx) => seats().standingsOf(tx, meetingId))).map(({ attendee, status }) => [attendee.name, status]));

describe('answers to a poll become standings', () => {
  it('yes takes a place while there are, then waits; «si besoin» is asked, no is told', async () => {
    const meetingId = await given.aMeeting({ places: 2 });
    await answer(meetingId, [['Anne', 'yes'], ['Bruno', 'if-need-be'], ['Chloé', 'yes'], ['David', 'no'], ['Emma', 'yes']]);
    expect(await standing(meetingId)).toEqual({ Anne: 'registered', Bruno: 'to-confirm', Chloé: 'registered', David: 'informed', Emma: 'waiting' });
  });

  it('each is told once, with the poll as the cause', async () => {
    const meetingId = await given.aMeeting({ places: 1 });
    await answer(meetingId, [['Anne', 'yes'], ['Bruno', 'yes']]);
    await answer(meetingId, [['Anne', 'yes'], ['Bruno', 'yes']]);
    const told = await given.rows<{ payload: { status: string; cause: string } }>(`SELECT payload FROM platform_outbox WHERE name = 'meetings.registration-changed' AND payload->>'meetingId' = $1 ORDER BY id`, [meetingId]);
    expect(told.map(({ payload: { status, cause } }) => `${status} ${cause}`)).toEqual(['registered poll', 'waiting poll']);
  });

  it('decided again, the same poll moves those it brought and frees their places; another poll does not', async () => {
    const meetingId = await given.aMeeting({ places: 1 });
    await answer(meetingId, [['Anne', 'yes'], ['Bruno', 'yes']]);
    await answer(meetingId, [['Anne', 'no']], '01900000-0000-7000-8000-0000000000bb');
    expect(await standing(meetingId)).toEqual({ Anne: 'registered', Bruno: 'waiting' });
    await answer(meetingId, [['Anne', 'no']]);
    expect(await standing(meetingId)).toEqual({ Anne: 'informed', Bruno: 'registered' });
  });

  it('one address may serve two people, one person is never there twice however they write their name', async () => {
    const meetingId = await given.aMeeting();
    const shared = (name: string) => ({ attendee: { ...guest('marches'), name }, answer: 'yes' as const });
    await given.networks.asSystem((tx) => seats().seatAnswers(tx, meetingId, [shared('Jean Dupont'), shared('Léa Martin'), shared('jean  DUPONT')], { pollId }));
    expect(Object.keys(await standing(meetingId))).toEqual(['Jean Dupont', 'Léa Martin']);
  });
});

it('a recipient carries what a letter needs: the link’s token, the place in the list', async () => {
  const meetingId = await given.aMeeting({ places: 1 });
  await answer(meetingId, [['Anne', 'yes'], ['Bruno', 'yes'], ['Chloé', 'yes']]);
  await given.networks.asSystem(async (tx) => {
    const waiting = await seats().recipientsOf(tx, meetingId, ['waiting']);
    expect(waiting.map(({ attendee, position }) => [attendee.name, position])).toEqual([['Bruno', 1], ['Chloé', 2]]);
    const [first] = waiting;
    expect(await seats().recipient(tx, first?.registrationId ?? '')).toEqual(first);
    expect(await seats().registrationOfToken(tx, first?.token ?? '')).toEqual(first);
  });
});

it('people an animator puts on the list pass the rule of the audience, not the places', async () => {
  const meetingId = await given.aMeeting({ places: 1, audience: { subjectToCode: true, cohortIds: [], departments: [], kinds: [], roles: [] } });
  const animator = await given.networks.aPerson();
  await given.networks.asSystem((tx) => seats().invite(tx, meetingId, [guest('Anne'), guest('Bruno'), guest('Anne')], { by: animator }));
  expect(await standing(meetingId)).toEqual({ Anne: 'registered', Bruno: 'waiting' });
});

describe('a place offered by a letter that reached nobody', () => {
  const unreached = (registrationId: string) => given.networks.asSystem((tx) => seats().offerUnreached(tx, registrationId));
  afterEach(() => given.clock.set(specNow));

  /** One place, held by Anne who leaves: Bruno is offered it, Chloé waits. */
  async function anOffer(): Promise<Record<'bruno' | 'chloe', string> & { meetingId: string }> {
    const meetingId = await given.aMeeting({ places: 1, promotion: 'offer' });
    await answer(meetingId, [['Anne', 'yes'], ['Bruno', 'yes'], ['Chloé', 'yes']]);
    await answer(meetingId, [['Anne', 'no']]);
    const ids = new Map((await given.networks.asSystem((tx) => seats().standingsOf(tx, meetingId))).map(({ attendee, registrationId }) => [attendee.name, registrationId]));
    return { meetingId, bruno: ids.get('Bruno') ?? '', chloe: ids.get('Chloé') ?? '' };
  }
  const until = async (id: string) => (await given.rows<{ until: Date | null }>('SELECT offer_until AS until FROM meetings_registration WHERE id = $1', [id]))[0]?.until?.toISOString();

  it('is the next person’s after an hour, however often the letter fails', async () => {
    const { meetingId, bruno, chloe } = await anOffer();
    expect(await until(bruno)).toBe(hours(24).toISOString());
    await unreached(bruno);
    given.clock.set(hours(0.5));
    await unreached(bruno);
    expect(await until(bruno)).toBe(hours(1).toISOString());
    given.clock.set(hours(0.9));
    await given.app.get(RegistrationSweep).lookAtPlaces();
    expect(await given.statusOf(bruno)).toBe('offered');
    given.clock.set(hours(1));
    await given.app.get(RegistrationSweep).lookAtPlaces();
    expect([await given.statusOf(bruno), await given.statusOf(chloe)]).toEqual(['cancelled', 'offered']);
    expect(await until(chloe)).toBe(hours(25).toISOString());
    const log = await given.rows<{ rule: string }>(`SELECT rule FROM meetings_allocation WHERE meeting_id = $1 AND rule = 'offer-unreached'`, [meetingId]);
    expect(log).toHaveLength(1);
  });

  it('gives no more time than there was, and says nothing of who has answered meanwhile', async () => {
    const { bruno, chloe } = await anOffer();
    given.clock.set(hours(23.5));
    await unreached(bruno);
    expect(await until(bruno)).toBe(hours(24).toISOString());
    await unreached(chloe);
    expect(await given.statusOf(chloe)).toBe('waiting');
  });
});
