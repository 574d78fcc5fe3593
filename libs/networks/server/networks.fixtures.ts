import { People } from '@cohorte/identity/server';
import { systemActor } from '@cohorte/platform/contract';
import { Database, type TestApp, type Tx } from '@cohorte/platform/server';
import type { Actor, MemberRole, StructureKind } from '../contract';
import { ActorService } from './actor.service';
import { Belonging } from './belonging';
import { NetworkService } from './network.service';
import { type NewStructure, StructureRegister } from './structure-register';
import { Spaces } from './space.service';

/** Arranges networks, structures and people for integration specs, past the policies. */
export class NetworksFixtures {
  /** Of the whole spec file: two of these may arrange one database. */
  private static count = 0;

  constructor(private readonly app: TestApp) {}

  asSystem<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.app.get(Database).transaction(systemActor('fixtures'), work);
  }

  aPerson(name = `Personne ${NetworksFixtures.count + 1}`, email = `personne${(NetworksFixtures.count += 1)}@exemple.fr`): Promise<string> {
    return this.asSystem((tx) => this.app.get(People).createPerson(tx, { name, email, language: 'fr' }));
  }

  aNetwork(name = 'RAN CoPER'): Promise<string> {
    return this.asSystem((tx) => this.app.get(NetworkService).create(tx, { name, region: 'Normandie' }));
  }

  aStructure(networkId: string, given: Partial<NewStructure> & { name: string; kind?: StructureKind }): Promise<string> {
    return this.asSystem((tx) => this.app.get(StructureRegister).create(tx, networkId, { kind: 'hospital', ...given }));
  }

  /** A cohort that these structures take part in. */
  aCohort(networkId: string, structureIds: readonly string[] = [], name = 'Groupe de travail'): Promise<string> {
    return this.asSystem(async (tx) => {
      const spaces = this.app.get(Spaces);
      const cohortId = await spaces.createCohortSpace(tx, { networkId, name });
      for (const structureId of structureIds) await spaces.addStructureToSpace(tx, cohortId, structureId);
      return cohortId;
    });
  }

  joins(personId: string, spaceId: string, role: MemberRole): Promise<string> {
    return this.asSystem((tx) => this.app.get(Belonging).join(tx, { spaceId, personId, role }));
  }

  /** Someone new who holds a role somewhere. */
  async someone(role: MemberRole, spaceId: string, name?: string): Promise<string> {
    const personId = await this.aPerson(name);
    await this.joins(personId, spaceId, role);
    return personId;
  }

  actor(personId: string): Promise<Actor> {
    return this.app.get(ActorService).actorOf({ personId });
  }
}
