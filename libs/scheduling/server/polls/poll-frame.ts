import { People } from '@cohorte/identity/server';
import type { Actor } from '@cohorte/networks/contract';
import { Spaces } from '@cohorte/networks/server';
import type { OutputOf } from '@cohorte/platform/contract';
import { type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import type { preparePoll } from '../../contract';
import { PollService } from './poll.service';
import { PollTools } from './poll-tools';

/** What whoever writes a poll chooses from: the meeting, the structures with their people, those the space holds directly. */
@Injectable()
export class PollFrame {
  constructor(
    private readonly tools: PollTools,
    private readonly polls: PollService,
    private readonly spaces: Spaces,
    private readonly people: People,
  ) {}

  of(actor: Actor, meetingId: string): Promise<OutputOf<typeof preparePoll>> {
    return this.tools.database.transaction(actor, async (tx) => {
      const meeting = await this.polls.pollable(tx, actor, meetingId);
      const space = await this.spaces.find(tx, meeting.spaceId);
      return { meetingId, title: meeting.title, minutes: meeting.minutes, zone: meeting.zone, spaceName: space?.name ?? '', ...(await this.whom(tx, meeting.spaceId)) };
    });
  }

  private async whom(tx: Tx, spaceId: string) {
    const brought = await this.spaces.peopleOf(tx, spaceId);
    const structures = (await this.spaces.structuresOf(tx, spaceId)).map(({ id, name, shortName }) => {
      const inside = brought.filter((person) => person.structureId === id);
      return { id, name: shortName ?? name, people: inside.length, leads: inside.filter((person) => person.role === 'lead').length };
    });
    const direct = brought.filter((person) => person.structureId === null && person.role !== 'guest');
    const names = await this.people.namesOf(tx, direct.map((person) => person.personId));
    const people = direct.map(({ personId, role }) => ({ personId, role, name: names.get(personId) ?? '' })).filter((person) => person.name !== '');
    return { structures, people: [...new Map(people.map((person) => [person.personId, person])).values()] };
  }
}
