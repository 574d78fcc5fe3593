import type { Actor } from '@cohorte/networks/contract';
import { visitor } from '@cohorte/platform/contract';
import { createTestApp, Database, FixedClock, newId, type TestApp } from '@cohorte/platform/server';
import { MeetingsModule } from '../meetings.module';
import { RegistrationService } from '../registration/registration.service';
import { PlacesService } from '../registration/places.service';
import { MeetingCopies } from './meeting-copies';
import { MeetingEditing } from './meeting-editing.service';
import { MeetingPageQueries } from './meeting-page.queries';
import { MeetingsFixtures } from './meeting.fixtures';
import { MeetingReader } from './meeting.reader';
import { MeetingService } from './meeting.service';

const clock = new FixedClock(new Date('2026-01-05T09:00:00Z'));
const named = (code: string) => expect.objectContaining({ code });
let app: TestApp;
let given: MeetingsFixtures;

beforeAll(async () => {
  app = await createTestApp({ imports: [MeetingsModule], actor: null, clock });
  given = new MeetingsFixtures(app);
});
afterEach(() => clock.set(new Date('2026-01-05T09:00:00Z')));
afterAll(() => app.close());

const open = (actor: Actor | typeof visitor, meetingId: string) => app.get(MeetingPageQueries).open(actor, meetingId);
const edit = (actor: Actor, input: Omit<Parameters<MeetingEditing['edit']>[1], never>) => app.get(MeetingEditing).edit(actor, input);

/** Names of the facts told about one meeting, in order. */
async function told(meetingId: string): Promise<{ name: string; payload: Record<string, unknown> }[]> {
  return given.networks.asSystem((tx) => tx.query(`SELECT name, payload FROM platform_outbox WHERE payload ->> 'meetingId' = $1 ORDER BY id`, [meetingId]));
}

describe('who reads a meeting', () => {
  it('a public one: everybody, a visitor too; its link goes to nobody who is not registered', async () => {
    const { networkId, animator } = await given.aNetwork();
    const meetingId = await given.aMeeting(animator, networkId, { visioUrl: 'https://visio.exemple.fr/abc', dialIn: '01 02 03 04 05' });
    const page = await open(visitor, meetingId);
    expect(page).toMatchObject({ title: 'Atelier participatif', phase: 'scheduled', hasLink: true, linkShown: false, canEdit: false, animators: [] });
    expect(JSON.stringify(page)).not.toContain('visio.exemple.fr');
    expect(JSON.stringify(page)).not.toContain('01 02 03 04 05');
    expect(await open(animator, meetingId)).toMatchObject({ visioUrl: 'https://visio.exemple.fr/abc', linkShown: true, canEdit: true });
  });

  it('one for the network: its people, never visitors nor another network', async () => {
    const { networkId, animator } = await given.aNetwork();
    const structure = await given.networks.aStructure(networkId, { name: `CHU ${newId()}` });
    const lead = await given.networks.actor(await given.networks.someone('lead', structure));
    const stranger = (await given.aNetwork()).animator;
    const meetingId = await given.aMeeting(animator, networkId, { audience: 'network' });
    await expect(open(lead, meetingId)).resolves.toMatchObject({ canEdit: false });
    for (const who of [stranger, visitor]) await expect(open(who, meetingId)).rejects.toEqual(named('meetings.not-found'));
  });

  it('one for a cohort: its people, who are told the link', async () => {
    const { networkId, animator } = await given.aNetwork();
    const structure = await given.networks.aStructure(networkId, { name: `CHU ${newId()}` });
    const cohortId = await given.networks.aCohort(networkId, [structure]);
    const lead = await given.networks.actor(await given.networks.someone('lead', structure));
    const outside = await given.networks.actor(await given.networks.someone('lead', await given.networks.aStructure(networkId, { name: `CH ${newId()}` })));
    const meetingId = await given.aMeeting(animator, cohortId, { audience: 'space', visioUrl: 'https://visio.exemple.fr/abc' });
    await expect(open(lead, meetingId)).resolves.toMatchObject({ visioUrl: 'https://visio.exemple.fr/abc', linkShown: true });
    await expect(open(outside, meetingId)).rejects.toEqual(named('meetings.not-found'));
  });

  it('one being prepared: its animators alone, and nobody is told of it', async () => {
    const { networkId, animator } = await given.aNetwork();
    const meetingId = await given.aMeeting(animator, networkId, { publish: false });
    await expect(open(visitor, meetingId)).rejects.toEqual(named('meetings.not-found'));
    await app.get(MeetingService).schedule(animator, { meetingId, startsAt: '2026-02-03T13:00:00Z', version: 1 });
    expect(await told(meetingId)).toEqual([]);
    await app.get(MeetingEditing).publish(animator, { meetingId, version: 2 });
    await expect(open(visitor, meetingId)).resolves.toMatchObject({ phase: 'scheduled' });
    expect((await told(meetingId)).map((fact) => fact.name)).toEqual(['meetings.meeting-published', 'meetings.meeting-dated']);
  });
});

describe('the second wall', () => {
  it('holds when the service forgets to ask: the rows, the link and the documents are not there', async () => {
    const { networkId, animator } = await given.aNetwork();
    const hidden = await given.aMeeting(animator, networkId, { audience: 'network', visioUrl: 'https://visio.exemple.fr/abc' });
    const shown = await given.aMeeting(animator, networkId, { visioUrl: 'https://visio.exemple.fr/def' });
    const seen = await app.get(Database).transaction(visitor, async (tx) => ({
      meetings: await tx.query('SELECT id FROM meetings_meeting WHERE id = ANY ($1)', [[hidden, shown]]),
      links: await tx.query('SELECT meeting_id FROM meetings_access'),
    }));
    expect(seen).toEqual({ meetings: [{ id: shown }], links: [] });
    const lead = await given.networks.actor(await given.networks.someone('lead', await given.networks.aStructure(networkId, { name: `CHU ${newId()}` })));
    const changed = await app.get(Database).transaction(lead, (tx) => tx.query(`UPDATE meetings_meeting SET title = 'Pris' WHERE id = $1 RETURNING id`, [shown]));
    expect(changed).toEqual([[], 0]);
  });
});

describe('the doors other parts use', () => {
  it('facts hold the sittings, the agenda with its clock, and never the link', async () => {
    const { networkId, animator } = await given.aNetwork();
    const part = { id: 'a', kind: 'plenary' as const, title: 'Ouverture', minutes: 30, note: '', sitting: 0, speakerIds: [], groups: [] };
    const meetingId = await given.aMeeting(animator, networkId, { agenda: [part], visioUrl: 'https://visio.exemple.fr/abc', laterSittings: [{ afterDays: 1, time: '09:00', minutes: 60 }] });
    const facts = await app.get(Database).transaction(visitor, (tx) => app.get(MeetingReader).find(tx, meetingId));
    expect(facts).toMatchObject({
      path: `/rencontres/${meetingId}`, endsAt: '2026-01-21T09:00:00.000Z', state: 'dated',
      sittings: [{ startsAt: '2026-01-20T13:00:00.000Z' }, { startsAt: '2026-01-21T08:00:00.000Z' }], agenda: [{ startsAt: '2026-01-20T13:00:00.000Z', endsAt: '2026-01-20T13:30:00.000Z' }],
    });
    expect(JSON.stringify(facts)).not.toContain('visio.exemple.fr');
    await expect(app.get(Database).transaction(visitor, (tx) => app.get(MeetingReader).linkFor(tx, meetingId))).resolves.toEqual({ url: 'https://visio.exemple.fr/abc', dialIn: null });
  });

  it('a date decided by a poll raises the version and is told once, however often it is decided', async () => {
    const { networkId, animator } = await given.aNetwork();
    const meetingId = await given.aMeeting(animator, networkId, { startsAt: null });
    const decide = () => app.get(Database).transaction(animator, (tx) => app.get(MeetingService).decideDate(tx, { meetingId, startsAt: new Date('2026-03-10T13:00:00Z'), minutes: 60 }));
    await expect(decide()).resolves.toMatchObject({ version: 2, startsAt: '2026-03-10T13:00:00.000Z', minutes: 60, state: 'dated' });
    await expect(decide()).resolves.toMatchObject({ version: 2 });
    expect((await told(meetingId)).filter((fact) => fact.name === 'meetings.meeting-dated')).toHaveLength(1);
  });
});

describe('writing a meeting', () => {
  it('one save tells one fact, whatever it touches; what was not sent stays', async () => {
    const { networkId, animator } = await given.aNetwork();
    const meetingId = await given.aMeeting(animator, networkId, { visioUrl: 'https://visio.exemple.fr/abc', about: 'Au programme' });
    await edit(animator, { meetingId, version: 1, title: 'Atelier 2', visioUrl: 'https://visio.exemple.fr/def', format: 'mixed', placeName: 'Salle 3' });
    const [, change] = await told(meetingId);
    expect(change).toMatchObject({ name: 'meetings.meeting-details-changed', payload: { what: ['title', 'place', 'link'] } });
    await expect(open(animator, meetingId)).resolves.toMatchObject({ version: 2, about: 'Au programme', placeName: 'Salle 3', visioUrl: 'https://visio.exemple.fr/def' });
  });

  it('on a version somebody else has changed is refused, and nothing is written', async () => {
    const { networkId, animator } = await given.aNetwork();
    const meetingId = await given.aMeeting(animator, networkId);
    await edit(animator, { meetingId, version: 1, title: 'Première' });
    await expect(edit(animator, { meetingId, version: 1, title: 'Seconde', about: 'perdu' })).rejects.toEqual(named('meetings.changed-meanwhile'));
    await expect(open(animator, meetingId)).resolves.toMatchObject({ title: 'Première', about: '' });
  });

  it('sent twice at once, makes one meeting', async () => {
    const { networkId, animator } = await given.aNetwork();
    const { aMeetingText } = await import('./meeting.fixtures');
    const sent = { spaceId: networkId, requestId: newId(), startsAt: null, publish: false, ...aMeetingText };
    const [first, second] = await Promise.all([app.get(MeetingEditing).create(animator, sent), app.get(MeetingEditing).create(animator, sent)]);
    expect(second).toEqual(first);
  });

  it('someone named for it may write it but not give it away, nor make others', async () => {
    const { networkId, animator } = await given.aNetwork();
    const expert = await given.networks.actor(await given.networks.someone('expert', networkId));
    const meetingId = await given.aMeeting(animator, networkId, { animatorIds: [expert.personId] });
    await expect(edit(expert, { meetingId, version: 1, about: 'Écrit par l’intervenante' })).resolves.toMatchObject({ about: 'Écrit par l’intervenante' });
    await expect(edit(expert, { meetingId, version: 2, animatorIds: [animator.personId] })).rejects.toMatchObject({ fields: { animatorIds: 'keep-yourself' } });
    await expect(given.aMeeting(expert, networkId)).rejects.toEqual(named('meetings.not-yours-to-plan'));
  });

  it('a stranger is not named to animate it', async () => {
    const { networkId, animator } = await given.aNetwork();
    const stranger = await given.networks.aPerson();
    await expect(given.aMeeting(animator, networkId, { animatorIds: [stranger] })).rejects.toMatchObject({ fields: { animatorIds: 'not-of-this-space' } });
  });

  it('another zone moves nothing, further days included', async () => {
    const { networkId, animator } = await given.aNetwork();
    const meetingId = await given.aMeeting(animator, networkId, { laterSittings: [{ afterDays: 1, time: '09:00', minutes: 60 }] });
    const before = (await open(animator, meetingId)).sittings;
    const after = await edit(animator, { meetingId, version: 1, zone: 'Indian/Reunion' });
    expect(after.sittings).toEqual(before);
    expect(after.laterSittings).toEqual([{ afterDays: 1, time: '12:00', minutes: 60 }]);
  });

  it('days that overlap are refused at the field', async () => {
    const { networkId, animator } = await given.aNetwork();
    const long = given.aMeeting(animator, networkId, { startsAt: '2026-01-20T21:00:00Z', minutes: 720, laterSittings: [{ afterDays: 1, time: '08:00', minutes: 60 }] });
    await expect(long).rejects.toMatchObject({ fields: { 'laterSittings.0': 'overlaps' } });
  });
});

describe('putting off, cancelling, making again', () => {
  it('postponed, it keeps its readers and says why; a new date ends it', async () => {
    const { networkId, animator } = await given.aNetwork();
    const meetingId = await given.aMeeting(animator, networkId);
    await app.get(MeetingService).postpone(animator, { meetingId, version: 1, message: 'La salle est fermée.' });
    await expect(open(visitor, meetingId)).resolves.toMatchObject({ phase: 'postponed', startsAt: null, notice: 'La salle est fermée.' });
    await app.get(MeetingService).schedule(animator, { meetingId, version: 2, startsAt: '2026-02-03T13:00:00Z' });
    await expect(open(visitor, meetingId)).resolves.toMatchObject({ phase: 'scheduled', notice: '' });
  });

  it('cancelled with its reason, restored as it was', async () => {
    const { networkId, animator } = await given.aNetwork();
    const meetingId = await given.aMeeting(animator, networkId);
    await app.get(MeetingService).cancel(animator, { meetingId, version: 1, message: 'Faute d’intervenante.' });
    await expect(open(visitor, meetingId)).resolves.toMatchObject({ phase: 'cancelled', notice: 'Faute d’intervenante.' });
    await app.get(MeetingService).restore(animator, { meetingId, version: 2 });
    await expect(open(visitor, meetingId)).resolves.toMatchObject({ phase: 'scheduled', notice: '', startsAt: '2026-01-20T13:00:00.000Z' });
  });

  it('copied ten weeks later over a change of hour, 14:00 stays 14:00 and nobody comes along', async () => {
    const { networkId, animator } = await given.aNetwork();
    const speaker = { id: 's', name: 'Ada', role: '', organisation: '', personId: null };
    const part = { id: 'a', kind: 'plenary' as const, title: 'Ouverture', minutes: 30, note: '', sitting: 0, speakerIds: ['s'], groups: [] };
    const meetingId = await given.aMeeting(animator, networkId, { speakers: [speaker], agenda: [part], visioUrl: 'https://visio.exemple.fr/abc' });
    const copy = await app.get(MeetingCopies).copy(animator, { meetingId, weeks: 10, requestId: newId() });
    await expect(open(visitor, copy.meetingId)).rejects.toEqual(named('meetings.not-found'));
    await expect(open(animator, copy.meetingId)).resolves.toMatchObject({
      startsAt: '2026-03-31T12:00:00.000Z', phase: 'draft', speakers: [], agenda: [{ title: 'Ouverture', speakerIds: [] }], visioUrl: 'https://visio.exemple.fr/abc',
    });
  });
});

describe('the places of a copied meeting', () => {
  it('are given as those of the former one, ten weeks later; sent twice, one copy is made and its rule stays as it was changed', async () => {
    const { networkId, animator } = await given.aNetwork();
    const meetingId = await given.aMeeting(animator, networkId);
    const { policy, version } = await app.get(PlacesService).view(animator, meetingId);
    const rule = { ...policy, places: 12, perStructure: { most: 2, until: '2026-01-13T13:00:00.000Z' }, questions: [{ id: 'q', kind: 'text' as const, label: 'Un régime ?', required: false, choices: [], onlyIf: null }] };
    await app.get(PlacesService).set(animator, { meetingId, version, policy: rule });
    const sent = { meetingId, weeks: 10, requestId: newId() };
    const copy = await app.get(MeetingCopies).copy(animator, sent);
    const taken = await app.get(PlacesService).view(animator, copy.meetingId);
    expect(taken.policy).toEqual({ ...rule, perStructure: { most: 2, until: '2026-03-24T13:00:00.000Z' } });
    await app.get(PlacesService).set(animator, { meetingId: copy.meetingId, version: taken.version, policy: { ...taken.policy, places: 20 } });
    expect(await app.get(MeetingCopies).copy(animator, sent)).toEqual(copy);
    expect((await app.get(PlacesService).view(animator, copy.meetingId)).policy.places).toBe(20);
  });
});

describe('taken back into preparation', () => {
  it('nobody but its animators sees it, until it is published again', async () => {
    const { networkId, animator } = await given.aNetwork();
    const meetingId = await given.aMeeting(animator, networkId);
    expect(await app.get(MeetingEditing).unpublish(animator, { meetingId, version: 1 })).toMatchObject({ phase: 'draft', published: false, version: 2 });
    await expect(open(visitor, meetingId)).rejects.toEqual(named('meetings.not-found'));
    await expect(app.get(MeetingEditing).unpublish(animator, { meetingId, version: 1 })).rejects.toEqual(named('meetings.changed-meanwhile'));
    await app.get(MeetingEditing).publish(animator, { meetingId, version: 2 });
    await expect(open(visitor, meetingId)).resolves.toMatchObject({ published: true });
  });

  it('not while somebody is registered, nor when its group counts on its date, nor once it was held, nor by a stranger', async () => {
    const { networkId, animator } = await given.aNetwork();
    const unpublish = (actor: Actor, meetingId: string) => app.get(MeetingEditing).unpublish(actor, { meetingId, version: 1 });
    const asked = await given.aMeeting(animator, networkId);
    const guest = { name: 'Odile', email: 'odile@mairie.example', structureName: 'Mairie' };
    const plain = { way: null, isVisible: false, answers: {}, needs: [], needsNote: null, structureId: null, withMe: true, colleagues: [], together: 'as-many' as const, message: null };
    await app.get(RegistrationService).register(visitor, { meetingId: asked, requestId: newId(), guest, ...plain });
    await expect(unpublish(animator, asked)).rejects.toMatchObject({ code: 'meetings.has-registrations', details: { count: 1 } });
    const cohortId = await given.networks.aCohort(networkId, []);
    await expect(unpublish(animator, await given.aMeeting(animator, cohortId, { audience: 'space' }))).rejects.toEqual(named('meetings.is-awaited'));
    const other = await given.aMeeting(animator, networkId);
    await expect(unpublish((await given.aNetwork()).animator, other)).rejects.toEqual(named('meetings.not-yours-to-plan'));
    clock.set(new Date('2027-01-05T09:00:00Z'));
    await expect(unpublish(animator, other)).rejects.toEqual(named('meetings.held-stays'));
  });
});
