import type { CallOf } from '@cohorte/platform/contract';
import { MeetingReader, MeetingSeats, replayPublished } from '@cohorte/meetings/server';
import { ActorService } from '@cohorte/networks/server';
import type { createPoll } from '@cohorte/scheduling/contract';
import { PollClosing, PollFixtures } from '@cohorte/scheduling/server';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ToldCohort } from './notifications.fixtures';

/** The animator, two people of Caen, one of Rouen, a guest by address, and somebody who passes by. */
type Key = 'claire' | 'lea' | 'marc' | 'remi' | 'anne' | 'zoe';
type Told = Partial<Record<Key, string>>;

const start = new Date('2026-03-01T08:00:00Z');
const guests = [{ name: 'Anne Petit', email: 'anne@ville.example' }];
let told: ToldCohort;
let polls: PollFixtures;
let at: World;

class World {
  pollId = '';
  emails = new Map<string, Key>();

  private constructor(readonly place: Awaited<ReturnType<PollFixtures['aCohort']>>, readonly people: Partial<Record<Key, string>>) {}

  static async build(): Promise<World> {
    const place = await polls.aCohort();
    const people = { claire: place.animator.personId, lea: place.lea.personId, marc: place.marc.personId, remi: place.remi.personId };
    const world = new World(place, people);
    const known = await told.sql<{ id: string; email: string }>('SELECT id, email FROM identity_person WHERE id = ANY ($1)', [Object.values(people)]);
    world.emails = new Map([...Object.entries(people).map(([key, id]) => [known.find((one) => one.id === id)?.email ?? '', key as Key] as const), ['anne@ville.example', 'anne'], ['zoe@ville.example', 'zoe']]);
    return world;
  }

  async ask(changed: Partial<CallOf<typeof createPoll>> = {}): Promise<void> {
    this.pollId = await polls.aPoll(this.place.animator, this.place.meetingId, { guests, ...changed });
  }

  /** One request, as one of them, or as a visitor, sends it. */
  async call(key: Key | null, method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<Record<string, never>> {
    told.app.actAs(key ? await told.app.get(ActorService).actorOf({ personId: this.people[key] ?? '' }) : null);
    const answer = await told.app.request(method, `/api${path}`, body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
    return answer.body as Record<string, never>;
  }

  async slot(place: number): Promise<string> {
    return (await this.call('claire', 'GET', `/polls/${this.pollId}`) as unknown as { slots: { id: string }[] }).slots[place]?.id ?? '';
  }

  async answer(key: Key, answer: 'yes' | 'if-need-be' | 'no'): Promise<void> {
    await this.call(key, 'PUT', `/polls/${this.pollId}/answers`, { answers: [{ slotId: await this.slot(0), answer }, ...(answer === 'no' ? [{ slotId: await this.slot(1), answer: 'yes' }] : [])] });
  }

  async answerAsAnne(): Promise<void> {
    await this.call(null, 'PUT', `/poll-links/${await polls.tokenOf(this.pollId, 'Anne Petit')}/answers`, { answers: [{ slotId: await this.slot(0), answer: 'yes' }] });
  }

  async withdrawAsAnne(): Promise<void> {
    const [row] = await told.sql<{ id: string }>(`SELECT id FROM meetings_registration WHERE meeting_id = $1 AND email = 'anne@ville.example'`, [this.place.meetingId]);
    const token = (await told.asSystem((tx) => told.app.get(MeetingSeats).recipient(tx, row?.id ?? '')))?.token ?? '';
    await this.call(null, 'POST', `/registration-links/${token}/acts`, { act: 'cancel' });
  }

  async decide(): Promise<void> {
    await this.call('claire', 'POST', `/polls/${this.pollId}/decision`, { slotId: await this.slot(0), despiteRequired: true });
  }

  /** Asked, answered by three, decided: Léa comes, Marc may, Rémi cannot; Anne said nothing. */
  async decided(): Promise<void> {
    await this.ask();
    await this.answer('lea', 'yes');
    await this.answer('marc', 'if-need-be');
    await this.answer('remi', 'no');
    await this.decide();
  }

  async version(): Promise<number> {
    return (await told.asSystem((tx) => told.app.get(MeetingReader).find(tx, this.place.meetingId)))?.version ?? 0;
  }

  async onMeeting(method: 'POST' | 'PUT' | 'DELETE', what: string, body: object = {}): Promise<void> {
    await this.call('claire', method, `/meetings/${this.place.meetingId}/${what}`, { version: await this.version(), ...(method === 'DELETE' ? {} : { message: '' }), ...body });
  }

  async registration(key: Key): Promise<string> {
    const { registrations } = (await this.call(key, 'GET', `/meetings/${this.place.meetingId}/registration`)) as unknown as { registrations: { registrationId: string; isMine: boolean }[] };
    return registrations.find(({ isMine }) => isMine)?.registrationId ?? '';
  }

  async act(key: Key, act: string, more: object = {}): Promise<void> {
    await this.call(key, 'POST', `/registrations/${await this.registration(key)}/acts`, { act, ...more });
  }

  /** One place, which Léa holds and for which Rémi waits. */
  async full(promotion: 'immediate' | 'offer'): Promise<void> {
    await this.onMeeting('PUT', 'date', { startsAt: '2026-04-02T12:00:00.000Z', minutes: 90 });
    const { version, policy } = (await this.call('claire', 'GET', `/meetings/${this.place.meetingId}/places`)) as unknown as { version: number; policy: object };
    await this.call('claire', 'PUT', `/meetings/${this.place.meetingId}/places`, { version, policy: { ...policy, places: 1, promotion } });
    for (const key of ['lea', 'remi'] as const) await this.call(key, 'POST', `/meetings/${this.place.meetingId}/registrations`, { requestId: crypto.randomUUID() });
  }
}

interface Row {
  readonly what: string;
  readonly before: () => Promise<unknown>;
  readonly act: () => Promise<unknown>;
  /** The beginning of the subject, by who receives it; nobody else receives anything. */
  readonly mail: Told;
  /** The kinds the bells of people with an account ring for. */
  readonly bell: Told;
}

const nothing = async (): Promise<void> => undefined;
const asked = (subject: string): Told => ({ lea: subject, marc: subject, remi: subject, anne: subject });
const everyone = (subject: string): Told => ({ ...asked(subject), claire: subject });
const ring = (kind: string): Told => ({ lea: kind, marc: kind, remi: kind });
const sweep = () => told.app.get(PollClosing).sweep();

const rows: readonly Row[] = [
  { what: 'a poll opened', before: nothing, act: () => at.ask(), mail: asked('Quelles dates vous conviennent ?'), bell: ring('poll-opened') },
  { what: 'a first answer by a personal link', before: () => at.ask(), act: () => at.answerAsAnne(), mail: { anne: 'Votre réponse est enregistrée' }, bell: {} },
  { what: 'an answer with an account', before: () => at.ask(), act: () => at.answer('lea', 'yes'), mail: {}, bell: {} },
  {
    what: 'a passer-by by the open link', before: () => at.ask(),
    act: async () => {
      const { link } = (await at.call('claire', 'PUT', `/polls/${at.pollId}/open-link`, {})) as unknown as { link: string };
      await at.call(null, 'POST', `/open-polls/${link.split('/').at(-1) ?? ''}/participants`, { name: 'Zoé Passant', email: 'zoe@ville.example' });
    },
    mail: { zoe: 'Votre lien pour répondre' }, bell: {},
  },
  {
    what: 'slots added', before: () => at.ask(), act: () => at.call('claire', 'POST', `/polls/${at.pollId}/slots`, { slots: [{ at: '2026-04-07T10:00', minutes: 60 }] }),
    mail: asked('De nouveaux créneaux'), bell: ring('poll-slots-added'),
  },
  { what: 'a reminder by hand, to those missing', before: async () => { await at.ask(); await at.answer('lea', 'yes'); }, act: () => at.call('claire', 'POST', `/polls/${at.pollId}/reminder`, {}), mail: { marc: 'Votre réponse est attendue', remi: 'Votre réponse est attendue', anne: 'Votre réponse est attendue' }, bell: { marc: 'poll-reminder', remi: 'poll-reminder' } },
  { what: 'everyone has answered', before: async () => { await at.ask({ guests: [], counting: 'people' }); for (const key of ['lea', 'marc', 'remi'] as const) await at.answer(key, 'yes'); }, act: sweep, mail: { claire: 'Tout le monde a répondu' }, bell: { claire: 'poll-complete' } },
  { what: 'a poll closed by its deadline', before: async () => { await at.ask({ closesAt: '2026-03-02T18:00' }); }, act: async () => { told.clock.set(new Date('2026-03-02T17:00:00Z')); await sweep(); }, mail: { claire: 'Sondage terminé' }, bell: { claire: 'poll-closed' } },
  { what: 'a poll opened again by another deadline', before: async () => { await at.ask(); await at.call('claire', 'POST', `/polls/${at.pollId}/closing`, {}); }, act: () => at.call('claire', 'PUT', `/polls/${at.pollId}/deadline`, { closesAt: '2026-03-12T18:00' }), mail: {}, bell: {} },
  {
    what: 'a date decided: yes comes, if need be confirms, no will have the replay, who said nothing is told', before: async () => { await at.ask(); await at.answer('lea', 'yes'); await at.answer('marc', 'if-need-be'); }, act: () => at.decide(),
    mail: { lea: 'Vous êtes inscrit·e', marc: 'À confirmer', remi: 'Date retenue', claire: 'Date retenue', anne: 'Date retenue' }, bell: { lea: 'date-decided registered', marc: 'date-decided to-confirm', remi: 'date-decided', claire: 'date-decided' },
  },
  { what: 'a date decided that somebody cannot', before: async () => { await at.ask(); await at.answer('remi', 'no'); }, act: () => at.decide(), mail: { lea: 'Date retenue', marc: 'Date retenue', remi: 'Sans vous cette fois', claire: 'Date retenue', anne: 'Date retenue' }, bell: { lea: 'date-decided', marc: 'date-decided', remi: 'date-decided informed', claire: 'date-decided' } },
  { what: 'a meeting moved', before: () => at.decided(), act: () => at.onMeeting('PUT', 'date', { startsAt: '2026-03-26T09:00:00.000Z' }), mail: everyone('Nouvelle date'), bell: { ...ring('moved'), claire: 'moved' } },
  { what: 'a meeting postponed', before: () => at.decided(), act: () => at.onMeeting('POST', 'postponement'), mail: everyone('Reportée'), bell: { ...ring('moved'), claire: 'moved' } },
  { what: 'a meeting cancelled', before: () => at.decided(), act: () => at.onMeeting('POST', 'cancellation'), mail: everyone('Annulée'), bell: { ...ring('cancelled'), claire: 'cancelled' } },
  { what: 'a meeting cancelled, then held after all', before: async () => { await at.decided(); await at.onMeeting('POST', 'cancellation'); }, act: () => at.onMeeting('DELETE', 'cancellation'), mail: everyone('Maintenue'), bell: { ...ring('restored'), claire: 'restored' } },
  { what: 'a meeting postponed that has a date again', before: async () => { await at.decided(); await at.onMeeting('POST', 'postponement'); }, act: () => at.onMeeting('PUT', 'date', { startsAt: '2026-03-26T09:00:00.000Z' }), mail: everyone('Date retenue'), bell: { ...ring('date-decided'), claire: 'date-decided' } },
  {
    what: 'another slot kept', before: () => at.decided(), act: async () => at.call('claire', 'POST', `/polls/${at.pollId}/decision`, { slotId: await at.slot(2), despiteRequired: true }),
    mail: { ...everyone('Nouvelle date'), anne: 'Date retenue' }, bell: { ...ring('moved'), claire: 'moved' },
  },
  {
    what: 'a meeting moved that a guest comes to', before: async () => { await at.ask(); await at.answerAsAnne(); await at.decide(); }, act: () => at.onMeeting('PUT', 'date', { startsAt: '2026-03-26T09:00:00.000Z' }),
    mail: everyone('Nouvelle date'), bell: { ...ring('moved'), claire: 'moved' },
  },
  {
    what: 'a meeting moved after a guest withdrew', before: async () => { await at.ask(); await at.answerAsAnne(); await at.decide(); await at.withdrawAsAnne(); }, act: () => at.onMeeting('PUT', 'date', { startsAt: '2026-03-26T09:00:00.000Z' }),
    mail: { lea: 'Nouvelle date', marc: 'Nouvelle date', remi: 'Nouvelle date', claire: 'Nouvelle date' }, bell: { ...ring('moved'), claire: 'moved' },
  },
  { what: 'the replay, to who came and to who could not', before: async () => { await at.decided(); told.clock.set(new Date('2026-03-20T08:00:00Z')); }, act: () => told.tell(replayPublished, { meetingId: at.place.meetingId, spaceId: at.place.cohortId }), mail: { lea: 'La rediffusion est en ligne', marc: 'La rediffusion est en ligne', remi: 'La rediffusion est en ligne', claire: 'La rediffusion est en ligne' }, bell: { ...ring('replay'), claire: 'replay' } },
  { what: 'a place freed: who leaves has a receipt, who waited is promoted', before: () => at.full('immediate'), act: () => at.act('lea', 'cancel'), mail: { lea: 'Désinscription', remi: 'Une place s’est libérée' }, bell: { lea: 'withdrawn', remi: 'promoted' } },
  { what: 'a place freed and offered', before: () => at.full('offer'), act: () => at.act('lea', 'cancel'), mail: { lea: 'Désinscription', remi: 'Une place pour vous' }, bell: { lea: 'withdrawn', remi: 'place-offered' } },
  {
    what: 'a place handed over', before: () => at.full('immediate'),
    act: async () => at.act('lea', 'hand-over', { name: 'Marc', email: [...at.emails].find(([, key]) => key === 'marc')?.[0] ?? '' }),
    mail: { lea: 'Inscription annulée', marc: 'Une place vous est cédée' }, bell: { lea: 'withdrawn', marc: 'handed-over' },
  },
];

beforeAll(async () => {
  told = await ToldCohort.build(start);
  polls = new PollFixtures(told.app);
});
afterAll(() => told?.close());

/** What left since the mailbox was emptied: by whom, the beginning of the subject that was expected of them, or all of it. */
async function mailed(expected: Told): Promise<[string, string][]> {
  const letters = await told.letters();
  return letters.map(({ to, subject }): [string, string] => {
    const key = at.emails.get(to) ?? to;
    const wanted = expected[key as Key];
    return [key, wanted && subject.startsWith(wanted) ? wanted : subject];
  }).toSorted();
}

async function rung(since: Date): Promise<[string, string][]> {
  const shown = await told.sql<{ id: string; kinds: string }>(
    `SELECT person_id AS id, string_agg(kind, ' ' ORDER BY kind) AS kinds FROM notifications_notice WHERE person_id = ANY ($2) AND shown_at IS NOT NULL AND created_at > $1 GROUP BY person_id`, [since, Object.values(at.people)]);
  const keys = new Map(Object.entries(at.people).map(([key, id]) => [id, key]));
  return shown.map(({ id, kinds }): [string, string] => [keys.get(id) ?? id, kinds]).toSorted();
}

describe('every letter, by what makes it', () => {
  it.each(rows)('$what: exactly once to each, and to nobody else', async ({ before, act, mail, bell }) => {
    told.clock.set(start);
    at = await World.build();
    await before();
    await told.emptied();
    const since = told.clock.now();
    const [{ began } = { began: '' }] = await told.sql<{ began: string }>('SELECT clock_timestamp()::text AS began');
    told.later(60_000);
    await act();
    await told.post();
    // Facts delivered a second time, and a post office that looks again, tell nothing more.
    await told.sql('DELETE FROM platform_outbox_receipt');
    await told.sql('UPDATE platform_outbox SET delivered_at = NULL, next_attempt_at = now() WHERE created_at > $1', [began]);
    await told.post();
    await told.post();
    expect(await mailed(mail)).toEqual(Object.entries(mail).toSorted());
    expect(await rung(since)).toEqual(Object.entries(bell).toSorted());
  });
});

it('a place offered can be declined from its letter, by a link of its own', async () => {
  told.clock.set(start);
  at = await World.build();
  await at.full('offer');
  await told.emptied();
  await at.act('lea', 'cancel');
  await told.post();
  const [letter] = await told.letters([...at.emails].find(([, key]) => key === 'remi')?.[0]);
  const text = letter?.text ?? '';
  expect(text).toContain('Répondre pour cette place');
  expect(text).toMatch(/Je ne la prends pas : la laisser à la personne suivante[\s\S]*\/inscription\/[\w-]{43}/);
});
