import { DraftsModule } from '@cohorte/drafts/server';
import { IdentityModule } from '@cohorte/identity/server';
import { LibraryModule } from '@cohorte/library/server';
import type { MeetingPage, RegistrationView } from '@cohorte/meetings/contract';
import { MeetingsModule } from '@cohorte/meetings/server';
import { ActorService, NetworksModule } from '@cohorte/networks/server';
import { LetterPost, NotificationsModule } from '@cohorte/notifications/server';
import { systemActor } from '@cohorte/platform/contract';
import { Config, createTestApp, Database, FixedClock, OutboxDispatcher, type TestApp } from '@cohorte/platform/server';
import type { PollCard, PollView } from '@cohorte/scheduling/contract';
import { SchedulingModule } from '@cohorte/scheduling/server';
import { TracksModule } from '@cohorte/tracks/server';
import { loadDemoOnce } from './demo-loader';
import { demoPeople } from './people';

interface Letter {
  readonly subject: string;
  readonly attachments: readonly { readonly contentType: string; readonly text: string }[];
}

const clock = new FixedClock(new Date());
let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ imports: [IdentityModule, NetworksModule, DraftsModule, LibraryModule, MeetingsModule, SchedulingModule, TracksModule, NotificationsModule], actor: null, clock });
  await loadDemoOnce(app.nest, { ...app.get(Config).value, demo: true });
}, 180_000);
afterAll(() => app.close());

const rows = <T>(sql: string, values: unknown[] = []): Promise<T[]> => app.get(Database).transaction(systemActor('specs'), (tx) => tx.query<T[]>(sql, values));
const emailOf = (key: string): string => demoPeople.find((person) => person.key === key)?.email ?? '';

/** One request, as somebody of the demonstration sends it. */
async function as<T>(key: string, method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
  const [person] = await rows<{ id: string }>('SELECT id FROM identity_person WHERE email = $1', [emailOf(key)]);
  app.actAs(await app.get(ActorService).actorOf({ personId: person?.id ?? '' }));
  const answer = await app.request(method, `/api${path}`, body);
  expect([path, answer.status, answer.status < 300 ? undefined : answer.body]).toEqual([path, expect.any(Number), undefined]);
  return answer.body as T;
}

/** Everything told is heard and leaves. */
async function post(): Promise<void> {
  await app.get(OutboxDispatcher).deliverDue();
  clock.set(new Date(clock.now().getTime() + 5_000));
  await app.get(LetterPost).sendDue();
}

async function lettersTo(key: string): Promise<Letter[]> {
  return (await as<{ letters: Letter[] }>(key, 'GET', `/mailbox?to=${encodeURIComponent(emailOf(key))}`)).letters;
}

const there = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('It is not there');
  return value;
};
const calendarIn = ({ attachments }: Letter): string | undefined => attachments.find(({ contentType }) => contentType.startsWith('text/calendar'))?.text;
/** As a calendar writes it: `20260319T140000`. */
const onParisClocks = (instant: string): string => new Date(instant).toLocaleString('sv-SE', { timeZone: 'Europe/Paris' }).replaceAll(/[-:]/g, '').replace(' ', 'T');

describe('the demonstration, as its loader makes it', () => {
  it('has the polls of meetings 2 and 3 open at once, nine of eleven structures have answered; one press of the animator dates meeting 2', async () => {
    const cohort = there((await rows<{ id: string }>('SELECT space_id AS id FROM scheduling_poll GROUP BY space_id'))[0]);
    const { polls } = await as<{ polls: PollCard[] }>('claire-lemarchand', 'GET', `/spaces/${cohort.id}/polls`);
    expect(polls.map(({ state, voices }) => ({ state, voices }))).toEqual([{ state: 'open', voices: { answered: 9, total: 11 } }, { state: 'open', voices: { answered: 9, total: 11 } }]);
    const second = there(polls.find(({ title }) => title.startsWith('RDV n° 2')));
    const before = await as<PollView>('claire-lemarchand', 'GET', `/polls/${second.id}`);
    expect(before.tally?.map((slot) => slot.isBest)).toEqual([false, true, false]);
    const kept = there(before.slots[1]);
    const decided = await as<PollView>('claire-lemarchand', 'POST', `/polls/${before.id}/decision`, { slotId: kept.id });
    expect(decided).toMatchObject({ state: 'decided', decided: { startsAt: kept.startsAt } });

    // The lead of Caen said yes to it: her page is right, and her mailbox has the invitation for her calendar.
    expect(await as<MeetingPage>('marion-lecoq', 'GET', `/meetings/${before.meetingId}`)).toMatchObject({ startsAt: kept.startsAt, minutes: 90 });
    const { registrations } = await as<RegistrationView>('marion-lecoq', 'GET', `/meetings/${before.meetingId}/registration`);
    expect(registrations).toMatchObject([{ isMine: true, status: 'registered' }]);
    await post();
    const calendars = (await lettersTo('marion-lecoq')).flatMap((letter) => calendarIn(letter) ?? []);
    expect(calendars).toEqual([expect.stringContaining('METHOD:REQUEST')]);
    expect(calendars[0]).toContain(`DTSTART;TZID=Europe/Paris:${onParisClocks(kept.startsAt)}`);

    const after = await as<{ polls: PollCard[] }>('claire-lemarchand', 'GET', `/spaces/${cohort.id}/polls`);
    expect(after.polls.map(({ state }) => state).sort()).toEqual(['decided', 'open']);
  });

  it('has a national workshop of sixty places that seventy-five people asked for: two withdraw, the first two who wait take their places', async () => {
    const [workshop] = await rows<{ id: string }>(`SELECT id FROM meetings_meeting WHERE title LIKE 'Atelier participatif national%'`);
    const meetingId = workshop?.id ?? '';
    const counts = async () => {
      const { places, taken, waiting } = await as<RegistrationView>('claire-lemarchand', 'GET', `/meetings/${meetingId}/registration`);
      return { places, taken, waiting };
    };
    const mine = async (key: string) => (await as<RegistrationView>(key, 'GET', `/meetings/${meetingId}/registration`)).registrations.find(({ isMine }) => isMine);
    const act = async (key: string, what: string) => as(key, 'POST', `/registrations/${(await mine(key))?.registrationId}/acts`, { act: what });
    expect(await counts()).toEqual({ places: 60, taken: 60, waiting: 15 });
    expect([await mine('isabelle-fauvel'), await mine('bruno-duhamel')]).toMatchObject([{ status: 'waiting', position: 1 }, { status: 'waiting', position: 2 }]);
    for (const key of ['nathalie-vasseur', 'olivier-prevost']) await act(key, 'cancel');
    for (const key of ['isabelle-fauvel', 'bruno-duhamel']) {
      expect(await mine(key)).toMatchObject({ status: 'offered' });
      await act(key, 'accept');
    }
    expect([await mine('isabelle-fauvel'), await mine('bruno-duhamel')]).toMatchObject([{ status: 'registered' }, { status: 'registered' }]);
    expect(await counts()).toEqual({ places: 60, taken: 60, waiting: 13 });
  });
});
