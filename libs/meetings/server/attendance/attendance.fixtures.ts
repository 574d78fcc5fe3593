import type { Actor } from '@cohorte/networks/contract';
import { createTestApp, FixedClock, newId, type TestApp } from '@cohorte/platform/server';
import { MeetingsFixtures } from '../meeting/meeting.fixtures';
import { MeetingsModule } from '../meetings.module';
import { MeetingSeats } from '../registration/meeting-seats';

/** A meeting on Thursday 26 March 2026 from 14:00 to 16:00 in Paris, three days before clocks change, and people around it. */
export class AttendanceFixtures {
  static readonly start = new Date('2026-03-26T13:00:00Z');
  static readonly end = new Date('2026-03-26T15:00:00Z');

  private structures: string[] | undefined;

  private constructor(
    readonly app: TestApp,
    readonly meetings: MeetingsFixtures,
    readonly clock: FixedClock,
    readonly networkId: string,
    readonly animator: Actor,
  ) {}

  static async build(): Promise<AttendanceFixtures> {
    const clock = new FixedClock(new Date('2026-03-20T08:00:00Z'));
    const app = await createTestApp({ imports: [MeetingsModule], actor: null, clock });
    const meetings = new MeetingsFixtures(app);
    const { networkId, animator } = await meetings.aNetwork();
    return new AttendanceFixtures(app, meetings, clock, networkId, animator);
  }

  close(): Promise<void> {
    return this.app.close();
  }

  at(iso: string): void {
    this.clock.set(new Date(iso));
  }

  /** A cohort of two structures with three people, and its meeting. */
  async aCohort(names: readonly string[] = ['Sophie Martin', 'Karim Benali', 'Léa Roux']): Promise<{ cohort: string; meetingId: string; people: Actor[] }> {
    const { networks } = this.meetings;
    this.structures ??= [await networks.aStructure(this.networkId, { name: 'CHU de Caen' }), await networks.aStructure(this.networkId, { name: 'Ville de Rouen' })];
    const structures = await this.emptied(this.structures);
    const cohort = await networks.aCohort(this.networkId, structures, 'Promotion 2026');
    const ids: string[] = [];
    for (const [place, name] of names.entries()) ids.push(await networks.someone(place === 0 ? 'lead' : 'member', structures[place % 2] as string, name));
    const people = await Promise.all(ids.map((id) => networks.actor(id)));
    return { cohort, people, meetingId: await this.aMeeting(cohort) };
  }

  /** The same two structures for every spec, without the people of the one before. */
  private async emptied(structures: string[]): Promise<string[]> {
    await this.meetings.networks.asSystem((tx) => tx.query('UPDATE networks_membership SET ended_at = now() WHERE space_id = ANY ($1) AND ended_at IS NULL', [structures]));
    return structures;
  }

  aMeeting(cohort: string, startsAt = AttendanceFixtures.start.toISOString(), title = 'Rencontre n° 2'): Promise<string> {
    return this.meetings.aMeeting(this.animator, cohort, { title, audience: 'space', kind: 'track-meeting', minutes: 120, startsAt, visioUrl: 'https://visio.example/deux' });
  }

  /** A guest who holds a place, with the secret of their personal link. */
  async aGuest(meetingId: string, name = 'Paul Guest', email = 'paul@mairie.example'): Promise<{ registrationId: string; token: string }> {
    const now = this.clock.now();
    // Places are given before the meeting begins.
    this.at('2026-03-20T08:00:00Z');
    const guest = await this.registered(meetingId, name, email);
    this.clock.set(now);
    return guest;
  }

  private registered(meetingId: string, name: string, email: string): Promise<{ registrationId: string; token: string }> {
    return this.meetings.networks.asSystem(async (tx) => {
      const seats = this.app.get(MeetingSeats);
      await seats.invite(tx, meetingId, [{ personId: null, structureId: null, name, email }], { by: this.animator.personId });
      const found = (await seats.recipientsOf(tx, meetingId, ['registered'])).find(({ attendee }) => attendee.name === name);
      if (!found) throw new Error('The guest holds no place');
      return found;
    });
  }

  send<T = Record<string, unknown>>(actor: Actor | null, method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<{ status: number; body: T }> {
    this.app.actAs(actor);
    return this.app.request(method, `/api${path}`, body) as Promise<{ status: number; body: T }>;
  }

  mark(key: string, state: string, at: string, id = newId()): { id: string; key: string; state: string; at: string } {
    return { id, key, state, at };
  }
}
