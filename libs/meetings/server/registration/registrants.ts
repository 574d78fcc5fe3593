import { People } from '@cohorte/identity/server';
import type { Actor } from '@cohorte/networks/contract';
import { StructureFacts, type StructureStanding } from '@cohorte/networks/server';
import { AppError, type Visitor } from '@cohorte/platform/contract';
import type { Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { isSmallFor, type Registrant, type SeatPolicy, whyNotAdmitted } from '../../contract';
import { nameKey } from './seat-row';
import type { SeatsPlaceRow } from './seats-place';

/** Someone who asks, with what the rules look at; `registrant` is null of a visitor, of whom nothing can be checked. */
export interface Applicant {
  readonly personId: string | null;
  readonly email: string | null;
  readonly name: string | null;
  readonly structure: StructureStanding | null;
  readonly structureName: string | null;
  readonly registrant: Registrant | null;
}

export interface NamedAddress {
  readonly name: string;
  readonly email: string;
}

export const isMember = (actor: Actor | Visitor): actor is Actor => actor.personId !== null;

/** Finds out who asks for a place, and through which structure. */
@Injectable()
export class Registrants {
  constructor(
    private readonly people: People,
    private readonly structures: StructureFacts,
  ) {}

  /** Structures people speak for, by person: as lead or member, not as an expert from outside. */
  async structuresOf(tx: Tx, actors: readonly Actor[]): Promise<Map<string, StructureStanding[]>> {
    const ids = new Map(actors.map((actor) => [actor.personId, new Set(spokenFor(actor))]));
    const all = await this.structures.of(tx, [...ids.values()].flatMap((own) => [...own]));
    return new Map([...ids].map(([personId, own]) => [personId, all.filter(({ id }) => own.has(id))]));
  }

  /** Of several structures, the one that was chosen, else the first the rule admits. */
  member(actor: Actor, place: SeatsPlaceRow, { own, structureId }: { own: readonly StructureStanding[]; structureId: string | null }): Applicant {
    if (structureId && !own.some(({ id }) => id === structureId)) throw new AppError('bad-input', 'meetings.structure-not-yours', {}, { structureId: 'unknown' });
    const choices = structureId ? own.filter(({ id }) => id === structureId) : own;
    const seen = (choices.length > 0 ? choices : [null]).map((structure) => ({ structure, registrant: registrantOf(actor, place, structure) }));
    const chosen = seen.find(({ registrant }) => whyNotAdmitted(place.policy.audience, registrant).length === 0) ?? seen[0];
    return { personId: actor.personId, email: null, name: null, structure: chosen?.structure ?? null, structureName: null, registrant: chosen?.registrant ?? null };
  }

  guest(given: NamedAddress & { structureName: string }): Applicant {
    return { personId: null, email: given.email, name: given.name, structure: null, structureName: given.structureName, registrant: null };
  }

  /** A colleague comes through the structure of whoever registers them; an account is theirs only when address and name are. */
  async colleague(tx: Tx, { name, email }: NamedAddress, by: Applicant): Promise<Applicant> {
    const account = await this.people.findByEmail(tx, email);
    const isTheirs = account !== null && nameKey(account.name) === nameKey(name);
    return { ...by, ...(isTheirs ? { personId: account.id, email: null, name: null } : { personId: null, email, name }) };
  }

  async emailOf(tx: Tx, personId: string | null): Promise<string | null> {
    return personId ? ((await this.people.contactsOf(tx, [personId]))[0]?.email ?? null) : null;
  }
}

export const isSmall = (policy: SeatPolicy, { structure }: Applicant): boolean => isSmallFor(policy, structure);

const spokenFor = ({ roles }: Actor): string[] => roles.filter((held) => held.spaceKind === 'structure' && (held.role === 'lead' || held.role === 'member')).map((held) => held.spaceId);

function registrantOf(actor: Actor, place: SeatsPlaceRow, structure: StructureStanding | null): Registrant {
  const here = new Set([place.networkId, place.spaceId, ...(structure ? [structure.id] : []), ...(place.policy.audience?.cohortIds ?? [])]);
  return {
    cohortIds: actor.roles.filter((held) => held.spaceKind === 'cohort').map((held) => held.spaceId),
    roles: actor.roles.filter((held) => here.has(held.spaceId)).map((held) => held.role),
    structure,
  };
}
