import { People } from '@cohorte/identity/server';
import { FileArrival, FollowService, ResourceService, SynonymService, ToolboxService } from '@cohorte/library/server';
import { MeetingEditing, MeetingSeats } from '@cohorte/meetings/server';
import { ActorService, Belonging, InstallationService, Invitations, NetworkService, StructureRegister } from '@cohorte/networks/server';
import { systemActor } from '@cohorte/platform/contract';
import { type AppConfig, Clock, Database, newId, type Tx } from '@cohorte/platform/server';
import type { SchemeStage } from '@cohorte/tracks/contract';
import { CohortService, SchemeService } from '@cohorte/tracks/server';
import type { INestApplicationContext } from '@nestjs/common';
import { demoCohort, meetingsFrom } from './cohort';
import { fillToolbox } from './library/demo-toolbox';
import { demoFiles } from './library/demo-files';
import { fillLibrary } from './library/fill-library';
import { addDemoMeetings } from './meetings';
import { attendLaunch } from './held-meeting';
import { partialDrafts } from './partial-drafts';
import { demoPeople, expertReader, pendingInvitation } from './people';
import { spaserDemo } from './spaser-demo/spaser-demo';
import { openDemoPolls } from './polls';
import { openWorkshop } from './workshop';
import { demoNetwork, demoStructures } from './structures';

/** Ids of what was made, by the keys the demonstration's data use. */
type Ids = Map<string, string>;

const stages: Record<string, SchemeStage> = {
  'ght-rouen-coeur-seine': 'drafting',
  'ght-normandie-centre': 'diagnosis',
  'ght-estuaire-seine': 'scoping',
  'ght-eure-seine': 'diagnosis',
  'ght-cotentin': 'scoping',
};

const mustHave = (ids: Ids, key: string): string => {
  const id = ids.get(key);
  if (!id) throw new Error(`The demonstration refers to ${key}, which it does not hold`);
  return id;
};

/** Loads the demonstration into an empty installation, in one transaction: killed half-way, the next start begins anew. */
export async function loadDemoOnce(app: INestApplicationContext, config: AppConfig): Promise<void> {
  if (!config.demo) return;
  const get = <T>(token: abstract new (...args: never[]) => T): T => app.get<T>(token, { strict: false });
  const made = await get(Database).transaction(systemActor('demo'), async (tx) => {
    if (!(await get(InstallationService).isEmpty(tx))) return undefined;
    const ids: Ids = new Map();
    ids.set('network', await get(NetworkService).create(tx, { name: demoNetwork.name, region: demoNetwork.region }));
    await addStructures(tx, get(StructureRegister), ids);
    await addPeople(tx, get(People), get(Belonging), ids);
    await beginSchemes(tx, get(SchemeService), ids);
    await openCohort(tx, get(CohortService), ids, get(Clock).now());
    await joinPeople(tx, get(Belonging), ids);
    const meetings = { networkId: mustHave(ids, 'network'), by: mustHave(ids, 'claire-lemarchand'), firstStart: get(Clock).now(), newId };
    for (const [key, id] of await addDemoMeetings(tx, get(MeetingEditing), meetings)) ids.set(`meeting:${key}`, id);
    await openDemoPolls(tx, get, { spaceId: mustHave(ids, 'cohort'), networkId: mustHave(ids, 'network'), by: mustHave(ids, 'claire-lemarchand'), idOf: (key) => mustHave(ids, key), firstStart: get(Clock).now() });
    await stockLibrary(tx, get, ids);
    await openWorkshop(tx, { editing: get(MeetingEditing), seats: get(MeetingSeats) }, ids, get(Clock).now());
    return ids;
  });
  if (!made) return;
  await inviteOne(get(ActorService), get(Invitations), made);
  await attendLaunch(app, made);
}

async function addStructures(tx: Tx, register: StructureRegister, ids: Ids): Promise<void> {
  for (const { key, parentKey, ...structure } of demoStructures) {
    ids.set(key, await register.create(tx, mustHave(ids, 'network'), { ...structure, parentId: parentKey ? mustHave(ids, parentKey) : null }));
  }
}

async function addPeople(tx: Tx, people: People, belonging: Belonging, ids: Ids): Promise<void> {
  for (const { key, name, email, jobTitle, roles } of demoPeople) {
    const personId = await people.createPerson(tx, { name, email, jobTitle, language: 'fr' });
    ids.set(key, personId);
    for (const { space, role } of roles.filter((held) => held.space !== 'cohort')) await belonging.join(tx, { spaceId: mustHave(ids, space), personId, role });
  }
  await belonging.join(tx, { spaceId: mustHave(ids, expertReader.structureKey), personId: mustHave(ids, expertReader.personKey), role: 'expert' });
}

/** Schemes already begun come before the cohort, which then finds them made. */
async function beginSchemes(tx: Tx, schemes: SchemeService, ids: Ids): Promise<void> {
  const texts = new Map([spaserDemo, ...partialDrafts].map((draft) => [draft.structureKey, draft]));
  for (const { key, name } of demoStructures.filter((structure) => structure.kind === 'hospital_group')) {
    const text = texts.get(key);
    const stage = stages[key];
    await schemes.begin(tx, {
      structureId: mustHave(ids, key),
      structureName: name,
      by: mustHave(ids, 'claire-lemarchand'),
      ...(text ? { content: text.document, title: text.title } : {}),
      ...(stage ? { stage } : {}),
    });
  }
}

async function openCohort(tx: Tx, cohorts: CohortService, ids: Ids, firstStart: Date): Promise<void> {
  const dates = new Map(meetingsFrom(firstStart).flatMap(({ number, startsAt }) => (number !== null && startsAt ? [[number, new Date(startsAt)] as const] : [])));
  const { name, scope, templateCode, structureKeys } = demoCohort;
  const structures = structureKeys.map((key) => ({ structureId: mustHave(ids, key) }));
  const opened = await cohorts.openIn(tx, mustHave(ids, 'claire-lemarchand'), { networkId: mustHave(ids, 'network'), templateCode, name, scope, structures, requestId: newId() }, dates);
  ids.set('cohort', opened.cohortId);
}

async function joinPeople(tx: Tx, belonging: Belonging, ids: Ids): Promise<void> {
  for (const { key, roles } of demoPeople) {
    for (const { role } of roles.filter((held) => held.space === 'cohort')) await belonging.join(tx, { spaceId: mustHave(ids, 'cohort'), personId: mustHave(ids, key), role });
  }
}

/** The library, then the toolbox that the cohort made of it. */
async function stockLibrary(tx: Tx, get: <T>(token: abstract new (...args: never[]) => T) => T, ids: Ids): Promise<void> {
  const place = { networkId: mustHave(ids, 'network'), cohortId: mustHave(ids, 'cohort'), animator: mustHave(ids, 'claire-lemarchand') };
  const resources = await fillLibrary(tx, get(ResourceService), { ...place, member: mustHave(ids, 'gwenaelle-lebas') });
  const idOf = (key: string): string => resources.get(key) ?? mustHave(ids, key);
  for (const { key, fileName, make } of demoFiles) await get(FileArrival).give(tx, place.animator, { resourceId: idOf(key), name: fileName, bytes: make() });
  await get(FollowService).followIn(tx, mustHave(ids, 'gwenaelle-lebas'), idOf('outil-indicateurs'));
  await get(SynonymService).startIn(tx, place.networkId, place.animator);
  await fillToolbox(tx, get(ToolboxService), { ...place, idOf, structureKeys: demoCohort.structureKeys });
}

/** One invitation that waits, so that the lead's page and the mailbox have something to show. */
async function inviteOne(actors: ActorService, invitations: Invitations, ids: Ids): Promise<void> {
  const { email, role, space, invitedBy } = pendingInvitation;
  const actor = await actors.actorOf({ personId: mustHave(ids, invitedBy) });
  await invitations.invite(actor, { spaceId: mustHave(ids, space), email, role });
}
