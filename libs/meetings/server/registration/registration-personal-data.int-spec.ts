import type { Actor } from '@cohorte/networks/contract';
import { asGuest, RegistrationFixtures } from './registration.fixtures';
import { RegistrationListener } from './registration.listener';
import { RegistrationPersonalData } from './registration-personal-data';
import { PlacesService } from './places.service';

let given: RegistrationFixtures;
let structureId: string;

beforeAll(async () => {
  given = await RegistrationFixtures.start();
  structureId = await given.networks.aStructure(given.networkId, { name: 'CHU de Caen' });
});
afterAll(() => given.close());

const exported = async (personId: string) => JSON.parse(JSON.stringify(await given.app.get(RegistrationPersonalData).personalDataOf(personId))) as Record<'registrations' | 'atMyAddress' | 'madeForColleagues', Record<string, unknown>[]>;
const question = { id: 'q', kind: 'text' as const, label: 'Vos attentes', required: false, choices: [], onlyIf: null };

/** A member who registered with all one may say, together with a colleague. */
async function aRegistered(): Promise<{ actor: Actor; other: Actor; meetingId: string; registrationId: string; colleagueId: string }> {
  const [actor, other] = [await given.member(structureId), await given.member(structureId)];
  const meetingId = await given.aMeeting({ questions: [question] }, { title: 'Atelier de mars' });
  const said = { answers: { q: 'Des exemples' }, needs: ['lsf' as const], needsNote: 'Au premier rang', isVisible: true, colleagues: [{ name: 'Paul Collègue', email: 'paul.collegue@chu.example' }] };
  const { registrations } = await given.register(actor, meetingId, said);
  await given.register(other, meetingId, { answers: { q: 'Autre chose' } });
  const mine = registrations.find(({ isMine }) => isMine)?.registrationId ?? '';
  return { actor, other, meetingId, registrationId: mine, colleagueId: registrations.find(({ isMine }) => !isMine)?.registrationId ?? '' };
}

describe('what registration keeps of a person', () => {
  it('leaves whole with their export: their answers and needs, and those they registered; nothing of others, no secret', async () => {
    const { actor, other } = await aRegistered();
    const mine = await exported(actor.personId);
    expect(mine.registrations).toMatchObject([{ meeting: 'Atelier de mars', status: 'registered', answers: { q: 'Des exemples' }, needs: ['lsf'], needsNote: 'Au premier rang', isVisible: true }]);
    expect(mine.madeForColleagues).toMatchObject([{ name: 'Paul Collègue', email: 'paul.collegue@chu.example' }]);
    expect(JSON.stringify(mine)).not.toMatch(/Autre chose|nonce|token/);
    expect((await exported(other.personId)).registrations).toMatchObject([{ answers: { q: 'Autre chose' } }]);
  });

  it('holds what was asked at their address before they had an account', async () => {
    const meetingId = await given.aMeeting({}, { title: 'Webinaire' });
    await given.register({ personId: null }, meetingId, asGuest('Odile', 'odile.new@mairie.example'));
    const personId = await given.networks.aPerson('Odile Autrement', 'odile.new@mairie.example');
    expect((await exported(personId)).atMyAddress).toMatchObject([{ meeting: 'Webinaire', name: 'Odile' }]);
  });

  it('is forgotten when they are erased: name, answers, needs, and that they registered or decided for others', async () => {
    const { actor, meetingId, registrationId, colleagueId } = await aRegistered();
    const animator = await given.animator();
    await given.rows('UPDATE meetings_registration SET decided_by = $2 WHERE id = $1', [colleagueId, actor.personId]);
    await given.app.get(RegistrationListener).forget({ personId: actor.personId });
    const [row] = await given.rows(
      'SELECT person_id, email, name, answers, needs, needs_note, message, decision_message, is_visible, status FROM meetings_registration WHERE id = $1', [registrationId]);
    expect(row).toEqual({ person_id: null, email: null, name: null, answers: {}, needs: [], needs_note: null, message: null, decision_message: null, is_visible: false, status: 'cancelled' });
    expect(await given.rows('SELECT registered_by, decided_by FROM meetings_registration WHERE id = $1', [colleagueId])).toEqual([{ registered_by: null, decided_by: null }]);
    expect(await exported(actor.personId)).toEqual({ registrations: [], atMyAddress: [], madeForColleagues: [] });
    expect(await given.rows('SELECT 1 FROM meetings_registration WHERE person_id = $1 OR registered_by = $1 OR decided_by = $1', [actor.personId])).toEqual([]);
    const shown = await given.app.get(PlacesService).view(animator, meetingId);
    expect(JSON.stringify(shown)).not.toContain('Des exemples');
  });
});
