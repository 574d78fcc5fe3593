import { DraftService } from '@cohorte/drafts/server';
import { People } from '@cohorte/identity/server';
import { MeetingService } from '@cohorte/meetings/server';
import { type Actor, holds, type StructureCard } from '@cohorte/networks/contract';
import { type SpacePerson, Spaces } from '@cohorte/networks/server';
import type { Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import type { CohortStructure, TrackStep } from '../contract';
import { SchemeService } from './scheme.service';
import { StepEntity } from './step.entity';

/** Reads the parts of cohorts from the domains that hold them, as the transaction's actor may see them. */
@Injectable()
export class CohortReader {
  constructor(
    private readonly meetings: MeetingService,
    private readonly spaces: Spaces,
    private readonly people: People,
    private readonly schemes: SchemeService,
    private readonly drafts: DraftService,
  ) {}

  /** Steps of several cohorts with their meetings, in order, by cohort. */
  async stepsOf(tx: Tx, cohortIds: readonly string[]): Promise<Map<string, TrackStep[]>> {
    const byCohort = new Map<string, TrackStep[]>(cohortIds.map((id) => [id, []]));
    if (cohortIds.length === 0) return byCohort;
    const meetings = new Map((await this.meetings.inSpaces(tx, cohortIds)).map((meeting) => [meeting.id, meeting]));
    const rows = await tx.getRepository(StepEntity).createQueryBuilder('s').where('s.cohort_id = ANY(:ids)', { ids: [...cohortIds] }).orderBy('s.position').getMany();
    for (const { id, cohortId, meetingId, number, shortTitle, afterNumber, halves } of rows) {
      const meeting = meetings.get(meetingId);
      if (meeting) byCohort.get(cohortId)?.push({ id, number, shortTitle, afterNumber, halves, meeting });
    }
    return byCohort;
  }

  /** Structures of one cohort with their lead, their stage, and their draft for those who may open it. */
  async structuresOf(tx: Tx, actor: Actor, cohortId: string): Promise<CohortStructure[]> {
    const structures = await this.spaces.structuresOf(tx, cohortId);
    const ids = structures.map((structure) => structure.id);
    const people = await this.spaces.peopleOf(tx, cohortId);
    const leads = leadsByStructure(people);
    const names = await this.people.namesOf(tx, [...leads.values()]);
    const [supports, awaiting, schemes] = [await this.spaces.supportNames(tx, ids), await this.spaces.awaitingLead(tx, ids), await this.schemes.ofStructures(tx, ids)];
    const readable = await this.drafts.readableAmong(tx, [...schemes.values()].map((scheme) => scheme.draftId));
    return structures.map((structure) => {
      const scheme = schemes.get(structure.id);
      return {
        ...card(structure),
        supportName: supports.get(structure.id) ?? null,
        leadName: names.get(leads.get(structure.id) ?? '') ?? null,
        leadInvited: awaiting.has(structure.id),
        stage: scheme?.stage ?? 'not-started',
        draftId: scheme && readable.has(scheme.draftId) ? scheme.draftId : null,
        mine: holds(actor, structure.id, 'lead', 'member'),
      };
    });
  }

  /** Names of those who sponsor the cohort or its network. */
  async sponsorsOf(tx: Tx, cohort: { id: string; networkId: string }): Promise<string[]> {
    const people = [...(await this.spaces.peopleOf(tx, cohort.id)), ...(await this.spaces.peopleOf(tx, cohort.networkId))];
    const ids = people.filter((person) => person.role === 'sponsor').map((person) => person.personId);
    const names = await this.people.namesOf(tx, [...new Set(ids)]);
    return [...names.values()].filter((name) => name !== null);
  }
}

const leadsByStructure = (people: readonly SpacePerson[]): Map<string, string> =>
  new Map(people.flatMap((person) => (person.role === 'lead' && person.structureId ? [[person.structureId, person.personId] as const] : [])));

const card = ({ id, name, shortName, town }: StructureCard) => ({ id, name, shortName, town });
