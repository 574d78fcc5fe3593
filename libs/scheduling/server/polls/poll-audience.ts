import { Spaces } from '@cohorte/networks/server';
import { AppError, type InputOf } from '@cohorte/platform/contract';
import type { Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import type { createPoll } from '../../contract';
import type { Asked } from './poll-register';

type Wanted = Pick<InputOf<typeof createPoll>, 'audience' | 'guests' | 'alsoPersonIds' | 'requiredStructureIds' | 'requiredPersonIds'>;

/** Whom a poll asks: the people a space brings through its structures, some of those it holds directly, and guests by address. */
@Injectable()
export class PollAudienceReader {
  constructor(private readonly spaces: Spaces) {}

  async of(tx: Tx, spaceId: string, wanted: Wanted): Promise<Asked[]> {
    const brought = await this.spaces.peopleOf(tx, spaceId);
    const requiredStructures = new Set(wanted.requiredStructureIds);
    const requiredPeople = new Set(wanted.requiredPersonIds);
    const isRequired = (personId: string, structureId: string | null): boolean => requiredPeople.has(personId) || (structureId !== null && requiredStructures.has(structureId));
    const also = new Set([...wanted.alsoPersonIds, ...wanted.requiredPersonIds]);
    for (const personId of also) if (!brought.some((person) => person.personId === personId)) throw new AppError('bad-input', 'scheduling.person-not-here');
    const asked = brought
      .filter(({ personId, role, structureId }) => also.has(personId) || (structureId !== null && (wanted.audience === 'everyone' || (wanted.audience === 'leads' && role === 'lead'))))
      .map(({ personId, structureId }): Asked => ({ personId, structureId, email: null, name: '', required: isRequired(personId, structureId) }));
    // Whoever comes through a structure is asked for it; the others once, for themselves.
    const inOrder = asked.toSorted((a, b) => Number(a.structureId === null) - Number(b.structureId === null));
    return [...new Map(inOrder.toReversed().map((one) => [one.personId, one])).values(), ...(await this.guests(tx, spaceId, wanted.guests))];
  }

  /** A guest may speak for a structure of the space, and for no other. */
  async guests(tx: Tx, spaceId: string, guests: Wanted['guests']): Promise<Asked[]> {
    const structures = guests.some((guest) => guest.structureId) ? new Set((await this.spaces.structuresOf(tx, spaceId)).map((structure) => structure.id)) : new Set<string>();
    return guests.map(({ name, email, structureId, required }) => {
      if (structureId && !structures.has(structureId)) throw new AppError('bad-input', 'scheduling.structure-not-here');
      return { personId: null, name, email, structureId, required };
    });
  }
}
