import { People } from '@cohorte/identity/server';
import type { MemberRole } from '@cohorte/networks/contract';
import { Spaces } from '@cohorte/networks/server';
import type { Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import type { PollAudience, Requirement, TrackPerson } from '../../contract';
import type { Asked } from '../polls/poll-register';

/** A cohort and the network it belongs to. */
export interface TrackPlace {
  readonly spaceId: string;
  readonly networkId: string;
}

/** Of the network, only those a meeting of a cohort may need: whoever sponsors it, its team and its experts. */
const fromNetwork: readonly MemberRole[] = ['sponsor', 'programme_team', 'expert', 'animator'];

/** Who can be asked for the dates of a track, and who is. */
@Injectable()
export class TrackPeople {
  constructor(
    private readonly spaces: Spaces,
    private readonly people: People,
  ) {}

  /** People of the cohort and those of its network who may matter, each once with all their roles. */
  async of(tx: Tx, { spaceId, networkId }: TrackPlace): Promise<TrackPerson[]> {
    const held = [...(await this.spaces.peopleOf(tx, spaceId)), ...(await this.spaces.peopleOf(tx, networkId)).filter((person) => fromNetwork.includes(person.role))];
    const names = await this.people.namesOf(tx, held.map((person) => person.personId));
    const byPerson = new Map<string, TrackPerson>();
    for (const { personId, structureId, role } of held) {
      const known = byPerson.get(personId);
      const name = names.get(personId);
      if (!name) continue;
      byPerson.set(personId, { personId, name, structureId: known?.structureId ?? structureId, roles: [...new Set([...(known?.roles ?? []), role])] });
    }
    return [...byPerson.values()].sort((a, b) => a.name.localeCompare(b.name, 'fr'));
  }

  async structuresOf(tx: Tx, spaceId: string): Promise<{ id: string; name: string }[]> {
    return (await this.spaces.structuresOf(tx, spaceId)).map(({ id, name, shortName }) => ({ id, name: shortName ?? name }));
  }
}

const isOf = (audience: PollAudience, person: TrackPerson, ledStructures: ReadonlySet<string>): boolean => {
  if (audience === 'nobody' || person.structureId === null) return false;
  return audience === 'everyone' || person.roles.includes('lead') || !ledStructures.has(person.structureId);
};

const isNeeded = (person: TrackPerson, requirements: readonly Requirement[]): boolean =>
  requirements.some((one) => (one.kind === 'person' && one.personId === person.personId) || (one.kind === 'role' && person.roles.includes(one.role)));

/** Those the audience brings, a structure without lead through all its people, and everyone a meeting requires. */
export function askedAmong(people: readonly TrackPerson[], audience: PollAudience, requirements: readonly Requirement[]): Asked[] {
  const led = new Set(people.flatMap((person) => (person.structureId && person.roles.includes('lead') ? [person.structureId] : [])));
  return people
    .filter((person) => isOf(audience, person, led) || isNeeded(person, requirements))
    .map(({ personId, structureId }) => ({ personId, structureId, email: null, name: '', required: false }));
}
