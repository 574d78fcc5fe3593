import type { Actor } from '@cohorte/networks/contract';
import { newId } from '@cohorte/platform/server';
import type { RegistrationQuestion } from '../../contract';
import { RegistrationFixtures } from './registration.fixtures';
import { RegistrationPrefill } from './registration-prefill';

let given: RegistrationFixtures;

beforeAll(async () => {
  given = await RegistrationFixtures.start();
});
afterAll(() => given.close());

const question = (id: string, more: Partial<RegistrationQuestion> = {}): RegistrationQuestion => ({ id, kind: 'text', label: id, required: false, choices: [], onlyIf: null, ...more });
const read = (actor: Actor, meetingId: string) => given.app.get(RegistrationPrefill).read(actor, meetingId);

/** The lead of one hospital, with a function in their profile. */
async function aLead(): Promise<Actor> {
  const structureId = await given.networks.aStructure(given.networkId, { name: `CHU de Caen ${newId()}` });
  const personId = await given.networks.someone('lead', structureId, 'Léa');
  await given.networks.asSystem((tx) => tx.query('UPDATE identity_person SET job_title = $2 WHERE id = $1', [personId, 'Acheteuse']));
  return given.networks.actor(personId);
}

describe('what a form may hold before its reader has typed anything', () => {
  it('is the function of the profile and the one structure, for the questions that say so', async () => {
    const lead = await aLead();
    const meetingId = await given.aMeeting({ questions: [question('f', { fills: 'function' }), question('s', { fills: 'structure' }), question('x')] });
    const { profile, last } = await read(lead, meetingId);
    expect(profile).toEqual({ f: 'Acheteuse', s: expect.stringContaining('CHU de Caen') });
    expect(last).toBeNull();
  });

  it('is what they said the last time, with their needs apart: theirs alone, and of another meeting', async () => {
    const [lead, other] = [await aLead(), await aLead()];
    const questions = [question('t', { label: 'Téléphone', fills: 'phone' })];
    const before = await given.aMeeting({ questions }, { title: 'Atelier de mars' });
    await given.register(lead, before, { answers: { t: '06 00 00 00 00' }, needs: ['lsf'], needsNote: 'au premier rang' });
    const now = await given.aMeeting({ questions: [question('q', { label: 'Portable', fills: 'phone' })] });
    expect((await read(lead, now)).last).toEqual({ title: 'Atelier de mars', answers: { q: '06 00 00 00 00' }, needs: ['lsf'], needsNote: 'au premier rang' });
    expect((await read(lead, before)).last).toBeNull();
    expect((await read(other, now)).last).toBeNull();
  });
});

describe('a meeting reserved to a role', () => {
  it('refuses the others by name of the condition, and takes their request for an exception', async () => {
    const [lead, expert] = [await aLead(), await given.networks.actor(await given.networks.someone('expert', given.networkId))];
    const meetingId = await given.aMeeting({ audience: { subjectToCode: false, cohortIds: [], departments: [], kinds: [], roles: ['lead'] } });
    expect((await given.card(lead, meetingId)).status).toBe('registered');
    await expect(given.register(expert, meetingId)).rejects.toEqual(expect.objectContaining({ code: 'meetings.not-admitted' }));
    expect((await given.card(expert, meetingId, { message: 'Je remplace la référente.' })).status).toBe('pending');
  });
});
