import type { Actor } from '@cohorte/networks/contract';
import { type Attendee, MeetingSeats, MeetingsFixtures } from '@cohorte/meetings/server';
import { systemActor } from '@cohorte/platform/contract';
import { type AppConfig, createTestApp, Database, Events, FixedClock, OutboxDispatcher, type DomainEvent, type PayloadOf, type TestApp, type Tx } from '@cohorte/platform/server';
import { LetterPost } from './posting/letter-post';
import { NotificationsModule } from './notifications.module';

export interface KeptLetter {
  to: string;
  subject: string;
  text: string;
  messageId: string;
  headers: Record<string, string>;
  attachments: { filename: string; contentType: string; text: string }[];
}

/** A cohort with its animator, a structure and its people, and everything that tells them. */
export class ToldCohort {
  readonly clock: FixedClock;
  private count = 0;

  private constructor(
    readonly app: TestApp,
    readonly meetings: MeetingsFixtures,
    readonly place: { networkId: string; structureId: string; cohortId: string; animator: Actor },
    clock: FixedClock,
  ) {
    this.clock = clock;
  }

  static async build(now: Date, config: Partial<AppConfig> = {}): Promise<ToldCohort> {
    const clock = new FixedClock(now);
    const app = await createTestApp({ imports: [NotificationsModule], actor: null, clock, config });
    const meetings = new MeetingsFixtures(app);
    const { networkId, animator } = await meetings.aNetwork();
    const structureId = await meetings.networks.aStructure(networkId, { name: 'CHU' });
    const cohortId = await meetings.networks.aCohort(networkId, [structureId]);
    const again = await meetings.networks.actor(animator.personId);
    return new ToldCohort(app, meetings, { networkId, structureId, cohortId, animator: again }, clock);
  }

  close(): Promise<void> {
    return this.app.close();
  }

  /** Someone of the cohort, through their structure. */
  async member(name = `Membre ${this.count + 1}`): Promise<{ personId: string; email: string; name: string }> {
    this.count += 1;
    const email = `membre${this.count}@chu.example`;
    const personId = await this.meetings.networks.aPerson(name, email);
    await this.meetings.networks.joins(personId, this.place.structureId, 'member');
    return { personId, email, name };
  }

  async leaves(personId: string): Promise<void> {
    await this.sql('UPDATE networks_membership SET ended_at = $2 WHERE person_id = $1', [personId, this.clock.now()]);
  }

  asSystem<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.app.get(Database).transaction(systemActor('specs'), work);
  }

  sql<T>(text: string, values: unknown[] = []): Promise<T[]> {
    return this.asSystem((tx) => tx.query<T[]>(text, values));
  }

  /** Puts people on the list of a meeting. */
  register(meetingId: string, people: readonly Partial<Attendee>[]): Promise<void> {
    const attendees = people.map((person) => ({ personId: null, email: '', name: '', structureId: null, ...person }));
    return this.asSystem((tx) => this.app.get(MeetingSeats).invite(tx, meetingId, attendees, { by: this.place.animator.personId }));
  }

  tell<E extends DomainEvent>(declared: E, payload: PayloadOf<E>): Promise<void> {
    return this.asSystem((tx) => this.app.get(Events).publish(tx, declared, payload));
  }

  later(ms: number): void {
    this.clock.set(new Date(this.clock.now().getTime() + ms));
  }

  async hear(): Promise<void> {
    await this.app.get(OutboxDispatcher).deliverDue();
  }

  /** What was told is heard, and what is due leaves. */
  async post(): Promise<number> {
    await this.hear();
    this.later(5_000);
    return this.app.get(LetterPost).sendDue();
  }

  async letters(to?: string): Promise<KeptLetter[]> {
    const { body } = await this.app.request('GET', `/api/mailbox${to ? `?to=${encodeURIComponent(to)}` : ''}`);
    return (body as { letters: KeptLetter[] }).letters;
  }

  /** The letters to one address since this was last asked. */
  async emptied(): Promise<void> {
    await this.post();
    await this.sql('DELETE FROM platform_mailbox');
  }
}
