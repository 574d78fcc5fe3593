import { DraftKinds, DraftService } from '@cohorte/drafts/server';
import { visitor } from '@cohorte/platform/contract';
import { createTestApp, Database, FixedClock, newId, type TestApp } from '@cohorte/platform/server';
import { MeetingPageQueries } from '../meeting/meeting-page.queries';
import { MeetingsFixtures } from '../meeting/meeting.fixtures';
import { MeetingsModule } from '../meetings.module';
import { MinutesService } from './minutes.service';

const clock = new FixedClock(new Date('2026-01-21T09:00:00Z'));
const named = (code: string) => expect.objectContaining({ code });
let app: TestApp;
let given: MeetingsFixtures;

beforeAll(async () => {
  app = await createTestApp({ imports: [MeetingsModule], actor: null, clock });
  app.get(DraftKinds).register({ code: 'notes', titleKey: 'kinds.notes', outline: { sections: [] } });
  given = new MeetingsFixtures(app);
});
afterAll(() => app.close());

const part = (title: string) => ({ id: newId().slice(0, 8), kind: 'plenary' as const, title, minutes: 30, note: '', sitting: 0, speakerIds: [], groups: [] });
const open = (actor: Parameters<MeetingPageQueries['open']>[0], meetingId: string) => app.get(MeetingPageQueries).open(actor, meetingId);

/** Minutes with a text somebody wrote, past the editor: the draft is made with it. */
async function writtenMinutes() {
  const { networkId, animator } = await given.aNetwork();
  const meetingId = await given.aMeeting(animator, networkId, { agenda: [part('Ouverture')] });
  const text = { type: 'text', text: 'Nous avons retenu trois pistes pour les clauses, et une date pour en reparler.' };
  const content = { type: 'doc', content: [{ type: 'heading', attrs: { level: 1, id: 'a' }, content: [{ type: 'text', text: 'En bref' }] }, { type: 'paragraph', content: [text] }] };
  const draftId = await app.get(Database).transaction(animator, (tx) => app.get(DraftService).createFrom(tx, { kind: 'notes', title: 'Compte rendu', ownerSpaceId: networkId, content }));
  await app.get(Database).transaction(animator, (tx) => tx.query('INSERT INTO meetings_minutes VALUES ($1, $2, $3, now())', [meetingId, draftId, animator.personId]));
  return { networkId, animator, meetingId, draftId };
}

it('are begun once from the agenda, whoever presses', async () => {
  const { networkId, animator } = await given.aNetwork();
  const other = await given.networks.actor(await given.networks.someone('animator', networkId));
  const meetingId = await given.aMeeting(animator, networkId, { agenda: [part('Ouverture'), part('Les clauses')] });
  const begun = await Promise.all([animator, other].map((who) => app.get(MinutesService).begin(who, meetingId)));
  expect(begun[1]).toEqual(begun[0]);
  const { outline } = await app.get(DraftService).open(animator, begun[0]?.draftId ?? '');
  expect(outline.map((heading) => heading.title)).toEqual(['En bref', 'Ouverture', 'Les clauses', 'Décisions', 'Actions']);
  await expect(open(animator, meetingId)).resolves.toMatchObject({ minutesDraftId: begun[0]?.draftId, minutesPublished: null });
  await expect(open(visitor, meetingId)).resolves.toMatchObject({ minutesDraftId: null });
});

it('nobody but its animators begins or publishes them', async () => {
  const { networkId, meetingId } = await writtenMinutes();
  const lead = await given.networks.actor(await given.networks.someone('lead', await given.networks.aStructure(networkId, { name: `CHU ${newId()}` })));
  await expect(app.get(MinutesService).begin(lead, meetingId)).rejects.toEqual(named('meetings.not-yours-to-plan'));
  await expect(app.get(MinutesService).publish(lead, { meetingId, seen: 0 })).rejects.toEqual(named('meetings.not-yours-to-plan'));
});

it('empty ones are not published', async () => {
  const { networkId, animator } = await given.aNetwork();
  const meetingId = await given.aMeeting(animator, networkId);
  await expect(app.get(MinutesService).publish(animator, { meetingId, seen: 0 })).rejects.toEqual(named('meetings.minutes-not-begun'));
  await app.get(MinutesService).begin(animator, meetingId);
  await expect(app.get(MinutesService).publish(animator, { meetingId, seen: 0 })).rejects.toEqual(named('meetings.minutes-empty'));
});

it('published, are read by those who read the meeting; a correction is a further version with its date', async () => {
  const { animator, meetingId } = await writtenMinutes();
  const minutes = app.get(MinutesService);
  await minutes.publish(animator, { meetingId, seen: 0 });
  const page = await open(visitor, meetingId);
  expect(page).toMatchObject({ phase: 'minutes-published', minutesDraftId: null, minutesPublished: { number: 1 } });
  expect(page.minutesPublished?.html).toContain('<h3 id="a">En bref</h3><p>Nous avons retenu trois pistes');
  await expect(minutes.publish(animator, { meetingId, seen: 0 })).rejects.toEqual(named('meetings.minutes-published-meanwhile'));
  clock.set(new Date('2026-01-22T09:00:00Z'));
  await minutes.publish(animator, { meetingId, seen: 1 });
  await expect(open(visitor, meetingId)).resolves.toMatchObject({ minutesPublished: { number: 2, publishedAt: '2026-01-22T09:00:00.000Z', firstPublishedAt: '2026-01-21T09:00:00.000Z' } });
});

it('two presses at once publish once', async () => {
  const { animator, meetingId } = await writtenMinutes();
  const pressed = await Promise.allSettled([1, 2].map(() => app.get(MinutesService).publish(animator, { meetingId, seen: 0 })));
  expect(pressed.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
});
