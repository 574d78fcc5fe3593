import type { Actor } from '@cohorte/networks/contract';
import { NetworksFixtures, NetworksModule } from '@cohorte/networks/server';
import type { Visitor } from '@cohorte/platform/contract';
import { createTestApp, FixedClock, newId, type TestApp } from '@cohorte/platform/server';
import type { RegistrationAct, RegistrationCard, RegistrationStatus, SeatPolicy } from '../../contract';
import { MeetingsModule } from '../meetings.module';
import type { Attendee } from './meeting-seats';
import { PlacesService } from './places.service';
import { RegistrationActs } from './registration-acts.service';
import { RegistrationService } from './registration.service';
import { SeatsLedger } from './seats-ledger';

export const specNow = new Date('2024-10-01T08:00:00Z');
type Input = Parameters<RegistrationService['register']>[1];
type Colleague = Input['colleagues'][number];
export type Asked = Partial<Omit<Input, 'colleagues'>> & { readonly colleagues?: readonly (Omit<Colleague, 'answers'> & Partial<Colleague>)[] };

export const hours = (n: number, from = specNow): Date => new Date(from.getTime() + n * 3_600_000);

export const asGuest = (name: string, email = `${name.toLowerCase()}@mairie.example`): Asked => ({ guest: { name, email, structureName: 'Mairie d’Yvetot' } });

/** Three weeks after `specNow`. */
export const specStart = new Date('2024-10-22T08:00:00Z');

/** Arranges meetings with places and people who want them, past the policies. */
export class RegistrationFixtures {
  private constructor(
    readonly app: TestApp,
    readonly networks: NetworksFixtures,
    readonly clock: FixedClock,
    readonly networkId: string,
  ) {}

  static async start(): Promise<RegistrationFixtures> {
    const clock = new FixedClock(specNow);
    const app = await createTestApp({ imports: [NetworksModule, MeetingsModule], actor: null, clock });
    const networks = new NetworksFixtures(app);
    return new RegistrationFixtures(app, networks, clock, await networks.aNetwork());
  }

  close(): Promise<void> {
    return this.app.close();
  }

  /** A meeting open to all, with what the spec says of its places. */
  async aMeeting(policy: Partial<SeatPolicy> = {}, given: { spaceId?: string; startsAt?: Date | null; title?: string; format?: string } = {}): Promise<string> {
    const meetingId = newId();
    const spaceId = given.spaceId ?? this.networkId;
    await this.networks.asSystem(async (tx) => {
      await tx.query(
        `INSERT INTO meetings_meeting (id, space_id, network_id, position, title, objective, format, minutes, starts_at, ends_at, date_by_poll, audience)
         VALUES ($1, $2, $3, (SELECT coalesce(max(position), 0) + 1 FROM meetings_meeting WHERE space_id = $2), $4, '', $5, 90, $6, $6::timestamptz + interval '90 minutes', false, 'public')`,
        [meetingId, spaceId, this.networkId, given.title ?? 'Atelier participatif', given.format ?? 'video', given.startsAt === undefined ? specStart : given.startsAt],
      );
      await this.app.get(SeatsLedger).ensure(tx, meetingId);
    });
    await this.setPolicy(meetingId, policy);
    return meetingId;
  }

  async setPolicy(meetingId: string, policy: Partial<SeatPolicy>): Promise<void> {
    await this.networks.asSystem((tx) => tx.query('UPDATE meetings_seats SET policy = policy || $2 WHERE meeting_id = $1', [meetingId, JSON.stringify(policy)]));
  }

  rows<T = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<T[]> {
    return this.networks.asSystem((tx) => tx.query<T[]>(sql, values));
  }

  async member(structureId: string): Promise<Actor> {
    return this.networks.actor(await this.networks.someone('member', structureId));
  }

  async animator(): Promise<Actor> {
    return this.networks.actor(await this.networks.someone('animator', this.networkId));
  }

  register(actor: Actor | Visitor, meetingId: string, asked: Asked = {}): ReturnType<RegistrationService['register']> {
    const plain = { way: null, isVisible: false, answers: {}, needs: [], needsNote: null, structureId: null, guest: null, withMe: true, together: 'as-many' as const, message: null };
    const colleagues = (asked.colleagues ?? []).map((colleague) => ({ answers: {}, ...colleague }));
    return this.app.get(RegistrationService).register(actor, { meetingId, requestId: newId(), ...plain, ...asked, colleagues });
  }

  async card(actor: Actor | Visitor, meetingId: string, asked: Asked = {}): Promise<RegistrationCard> {
    const [card] = (await this.register(actor, meetingId, asked)).registrations;
    if (!card) throw new Error('nobody was registered');
    return card;
  }

  act(actor: Actor, registrationId: string, act: RegistrationAct, colleague: { name?: string; email?: string } = {}): Promise<RegistrationCard> {
    return this.app.get(RegistrationActs).act(actor, { registrationId, act, ...colleague });
  }

  private animating: Promise<Actor> | undefined;

  /** As an animator does it. */
  async resize(meetingId: string, places: number): Promise<void> {
    const animator = await (this.animating ??= this.animator());
    const { version, policy } = await this.app.get(PlacesService).view(animator, meetingId);
    await this.app.get(PlacesService).set(animator, { meetingId, version, policy: { ...policy, places } });
  }

  async statusOf(registrationId: string): Promise<string | undefined> {
    return (await this.rows<{ status: string }>('SELECT status FROM meetings_registration WHERE id = $1', [registrationId]))[0]?.status;
  }

  /** How many stand where. */
  async counts(meetingId: string): Promise<Partial<Record<RegistrationStatus, number>>> {
    const rows = await this.rows<{ status: RegistrationStatus; n: number }>('SELECT status, count(*)::int AS n FROM meetings_registration WHERE meeting_id = $1 GROUP BY status', [meetingId]);
    return Object.fromEntries(rows.map(({ status, n }) => [status, n]));
  }
}

export const guest = (name: string): Attendee => ({ personId: null, name, email: `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '.')}@collectivite.example`, structureId: null });
