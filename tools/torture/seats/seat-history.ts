import { AppError, visitor } from '@cohorte/platform/contract';
import { Config } from '@cohorte/platform/server';
import type { RegistrationAct, RegistrationStatus, SeatPolicy } from '@cohorte/meetings/contract';
import * as fc from 'fast-check';
import { registrationToken } from '../../../libs/meetings/server/registration/open-seats';
import { hours, type RegistrationFixtures, specNow } from '../../../libs/meetings/server/registration/registration.fixtures';
import { RegistrationActs } from '../../../libs/meetings/server/registration/registration-acts.service';
import { RegistrationSweep } from '../../../libs/meetings/server/registration/registration.sweep';

const people = ['Anne', 'Bruno', 'Chloé', 'David', 'Emma', 'Farid'] as const;
/** Two share a structure, so that a limit bites. */
const structures: Record<string, string> = { Anne: 'A', Bruno: 'A', Chloé: 'A', David: 'B', Emma: 'B', Farid: 'C' };

const person = fc.constantFrom(...people);
const command = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('register' as const), who: person }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('cancel' as const), who: person }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('accept' as const, 'decline' as const), who: person }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('hand-over' as const), who: person, to: person }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('resize' as const), places: fc.integer({ min: 1, max: 4 }) }) },
);
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

/** Acts of one moment, all at once; then perhaps some hours pass. */
const moment = fc.record({ acts: fc.array(command, { minLength: 1, maxLength: 3 }), hours: fc.option(fc.constantFrom(1, 7, 25, 40), { freq: 4, nil: 0 }) });

export const seatStory = fc.record({
  places: fc.integer({ min: 1, max: 3 }),
  promotion: fc.constantFrom('immediate' as const, 'offer' as const),
  most: fc.constantFrom(null, null, 1, 2),
  share: fc.constantFrom(null, null, null, 50),
  moments: fc.array(moment, { minLength: 2, maxLength: 5 }),
});
export type SeatStory = typeof seatStory extends fc.Arbitrary<infer T> ? T : never;

interface Row {
  id: string;
  nonce: string;
  name: string;
  status: RegistrationStatus;
  shared: boolean;
  structure: string;
}

interface State {
  readonly policy: SeatPolicy;
  readonly rows: readonly Row[];
}

/** One meeting, a few people, a few days: whatever they do at once, the places keep their promises. Everything goes through the services. */
export class SeatHistory {
  constructor(private readonly given: RegistrationFixtures) {}

  /** Throws with what was broken; answers how many acts it lived through. */
  async play(story: SeatStory): Promise<number> {
    this.given.clock.set(specNow);
    const { promotion, most, share } = story;
    const policy: Partial<SeatPolicy> = {
      places: story.places, promotion,
      perStructure: most === null ? null : { most, until: hours(48).toISOString() },
      reserved: share === null ? null : { share, kinds: ['municipality'], purchasesUpTo: null, until: hours(48).toISOString() },
    };
    const meetingId = await this.given.aMeeting(policy, { startsAt: hours(72) });
    let now = specNow;
    let state: State = { policy: { ...(policy as SeatPolicy) }, rows: [] };
    for (const { acts, hours: passed } of story.moments) {
      const most = Math.max(state.policy.places ?? 0, ...acts.flatMap((act) => (act.do === 'resize' ? [act.places] : [])));
      await Promise.all(acts.map((act) => this.carryOut(meetingId, act, state.rows)));
      state = this.judge(await this.state(meetingId), { most, before: holdersOf(state.rows).length, now });
      if (passed === 0) continue;
      now = hours(passed, now);
      this.given.clock.set(now);
      await this.given.app.get(RegistrationSweep).settle(meetingId);
      state = this.judge(await this.state(meetingId), { most: state.policy.places ?? 0, before: holdersOf(state.rows).length, now });
    }
    return story.moments.reduce((sum, { acts }) => sum + acts.length, 0);
  }

  /** A refusal in words is an answer; anything else is a failure of the server. */
  private async carryOut(meetingId: string, act: Command, rows: readonly Row[]): Promise<void> {
    try {
      await this.dispatch(meetingId, act, rows);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }

  private async dispatch(meetingId: string, act: Command, rows: readonly Row[]): Promise<void> {
    if (act.do === 'resize') return void (await this.given.resize(meetingId, act.places));
    if (act.do === 'register') {
      const guest = { name: act.who, email: `${act.who.toLowerCase().replace('é', 'e')}@mairie.example`, structureName: structures[act.who] ?? 'C' };
      return void (await this.given.register(visitor, meetingId, { guest }));
    }
    const row = rows.find(({ name }) => name === act.who);
    if (!row) return;
    const token = registrationToken(this.given.app.get(Config).value.secret, row);
    const wanted = act.do === 'hand-over' ? { act: 'hand-over' as RegistrationAct, name: act.to, email: `${act.to.toLowerCase().replace('é', 'e')}@mairie.example` } : { act: act.do };
    await this.given.app.get(RegistrationActs).actByLink(token, wanted);
  }

  private async state(meetingId: string): Promise<State> {
    const [state] = await this.given.rows<State>(
      `SELECT policy, (SELECT coalesce(json_agg(json_build_object('id', id, 'nonce', nonce, 'name', name, 'status', status, 'shared', offer_shared, 'structure', lower(structure_name)) ORDER BY turn), '[]')
         FROM meetings_registration WHERE meeting_id = $1) AS rows FROM meetings_seats WHERE meeting_id = $1`, [meetingId]);
    if (!state) throw new Error('the meeting is gone');
    return state;
  }

  /** The promises, counted anew from the rows by other code than the one that keeps them. */
  private judge(state: State, { most, before, now }: { most: number; before: number; now: Date }): State {
    const holders = holdersOf(state.rows);
    if (holders.length > Math.max(most, before)) throw new Error(`${holders.length} hold a place where there are ${most} (${before} held one before)`);
    const names = state.rows.map(({ name }) => name.toLowerCase());
    if (new Set(names).size < names.length) throw new Error(`someone is there twice: ${names.join(', ')}`);
    const crowded = overCap(state, now);
    if (crowded) throw new Error(`${crowded.held} of structure ${crowded.structure} hold a place where ${crowded.most} may: ${state.rows.map(({ name, status }) => `${name} ${status}`).join(', ')}`);
    const passedOver = couldSit(state, now);
    if (passedOver.length > 0) throw new Error(`a place is free while ${passedOver.map(({ name }) => name).join(', ')} could take it: ${state.rows.map(({ name, status }) => `${name} ${status}`).join(', ')}`);
    return state;
  }
}

const holdersOf = (rows: readonly Row[]): Row[] => rows.filter(({ status, shared }) => status === 'registered' || (status === 'offered' && !shared));

/** A structure with more people in than the rule lets, until the day it ends: a place handed over stays in its structure. */
function overCap({ policy, rows }: State, now: Date): { structure: string; held: number; most: number } | null {
  const most = now < hours(48) ? (policy.perStructure?.most ?? Infinity) : Infinity;
  const held = new Map<string, number>();
  for (const { structure } of holdersOf(rows)) held.set(structure, (held.get(structure) ?? 0) + 1);
  const [structure, count] = [...held].find(([, number]) => number > most) ?? [];
  return structure === undefined || count === undefined ? null : { structure, held: count, most };
}

/** Those who wait although a place is free that nobody else was told of; until two days have passed, limits and kept places count. */
function couldSit({ policy, rows }: State, now: Date): Row[] {
  if (now >= hours(72)) return [];
  const early = now < hours(48);
  const places = policy.places ?? 0;
  const kept = early && policy.reserved ? Math.floor((places * policy.reserved.share) / 100) : 0;
  const holders = holdersOf(rows);
  const told = rows.filter(({ status, shared }) => status === 'offered' && shared).length;
  const most = early && policy.perStructure ? policy.perStructure.most : Infinity;
  if (places - kept - holders.length - told <= 0) return [];
  return rows.filter((row) => row.status === 'waiting' && holders.filter(({ structure }) => structure === row.structure).length < most);
}
