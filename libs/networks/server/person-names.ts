import { People } from '@cohorte/identity/server';
import type { Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { type Actor, type MemberCard, type MemberRole, memberRoles } from '../contract';
import { MembershipEntity } from './membership.entity';

interface Named {
  readonly name: string | null;
  readonly function: string | null;
}

const byRank = (a: MemberCard, b: MemberCard): number => order(a.role) - order(b.role) || (a.name ?? '').localeCompare(b.name ?? '', 'fr');
const order = (role: MemberRole): number => memberRoles.indexOf(role);

/** Puts names on memberships. Who may see a membership may see the name of its person. */
@Injectable()
export class PersonNames {
  constructor(private readonly people: People) {}

  async of(tx: Tx, personIds: readonly string[]): Promise<Map<string, Named>> {
    const ids = [...new Set(personIds)];
    if (ids.length === 0) return new Map();
    const found = await this.people.profilesOf(tx, ids);
    return new Map(found.map((person) => [person.id, { name: person.name, function: person.jobTitle || null }]));
  }

  /** People directly in a space, strongest roles first, as far as the transaction's actor may see them. */
  async membersOf(tx: Tx, spaceId: string, reader: Actor): Promise<MemberCard[]> {
    const memberships = await tx.getRepository(MembershipEntity).findBy({ spaceId, endedAt: IsNull(), personId: Not(IsNull()) });
    const names = await this.of(tx, memberships.flatMap(({ personId }) => (personId ? [personId] : [])));
    return memberships.flatMap((membership) => toCard(membership, names, reader)).sort(byRank);
  }
}

function toCard(membership: MembershipEntity, names: Map<string, Named>, reader: Actor): MemberCard[] {
  const { id, personId, role, since } = membership;
  if (!personId) return [];
  const named = names.get(personId);
  return [{ membershipId: id, personId, name: named?.name ?? null, function: named?.function ?? null, role, since: since.toISOString(), isMe: personId === reader.personId }];
}
