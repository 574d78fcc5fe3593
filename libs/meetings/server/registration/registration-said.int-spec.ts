import { visitor } from '@cohorte/platform/contract';
import { asGuest, RegistrationFixtures, specNow, specStart } from './registration.fixtures';
import { RegistrationEditing } from './registration-editing.service';
import { RegistrationLinks } from './registration-links';
import { RegistrationQueries } from './registration.queries';

let given: RegistrationFixtures;
let structureId: string;
beforeAll(async () => {
  given = await RegistrationFixtures.start();
  structureId = await given.networks.aStructure(given.networkId, { name: 'CHU de Rouen' });
});
afterAll(() => given.close());
beforeEach(() => given.clock.set(specNow));

const member = () => given.member(structureId);

describe('what one said when registering', () => {
  const questions = [{ id: 'repas', kind: 'one' as const, label: 'Repas', required: true, choices: ['oui', 'non'], onlyIf: null }];
  const said = { answers: { repas: 'oui' }, needs: [], needsNote: null, isVisible: false };

  it('is said again by its owner and by personal link, under the same rules, without moving the place', async () => {
    const meetingId = await given.aMeeting({ places: 5, questions });
    const actor = await member();
    const editing = given.app.get(RegistrationEditing);
    const { registrationId } = await given.card(actor, meetingId, said);
    expect(await editing.edit(actor, { registrationId, ...said, answers: { repas: 'non' }, needs: ['captions'] })).toMatchObject({ status: 'registered', number: 1, answers: { repas: 'non' }, needs: ['captions'] });
    await expect(editing.edit(actor, { registrationId, ...said, answers: {} })).rejects.toMatchObject({ code: 'meetings.answers-missing', fields: { 'answers.repas': 'required' } });
    await expect(editing.edit(await member(), { registrationId, ...said })).rejects.toMatchObject({ kind: expect.stringMatching(/not-found|forbidden/) });
    const { token } = await given.register(visitor, meetingId, { ...asGuest('Odile'), ...said });
    expect(await editing.editByLink({ token: token ?? '', ...said, answers: { repas: 'non' }, isVisible: true })).toMatchObject({ isVisible: true, answers: { repas: 'non' } });
    expect(await given.app.get(RegistrationLinks).read(token ?? '')).toMatchObject({ mayEdit: true, questions, participants: [{ name: 'Odile' }] });
  });

  it('is asked of colleagues too: each answers, and each answer is kept with its own place', async () => {
    const meetingId = await given.aMeeting({ places: 5, colleagues: 5, questions });
    const actor = await member();
    const [ana, bob] = [{ name: 'Ana', email: 'ana@chu.example' }, { name: 'Bob', email: 'bob@chu.example' }];
    const silent = given.register(actor, meetingId, { ...said, colleagues: [{ ...ana, answers: { repas: 'non' } }, bob] });
    await expect(silent).rejects.toMatchObject({ code: 'meetings.answers-missing', fields: { 'colleagues.1.answers.repas': 'required' } });
    expect(await given.counts(meetingId)).toEqual({});
    const alone = given.register(actor, meetingId, { withMe: false, colleagues: [{ ...ana, answers: { repas: 'peut-être' } }] });
    await expect(alone).rejects.toMatchObject({ fields: { 'colleagues.0.answers.repas': 'not-offered' } });
    const { registrations } = await given.register(actor, meetingId, { ...said, needs: ['lsf'], colleagues: [{ ...ana, answers: { repas: 'non', autre: 'x' } }, { ...bob, answers: { repas: 'oui' } }] });
    const kept = registrations.map(({ name, answers, needs }) => [name, answers, needs]);
    expect(kept.slice(1)).toEqual([['Ana', { repas: 'non' }, []], ['Bob', { repas: 'oui' }, []]]);
    expect(registrations[0]).toMatchObject({ isMine: true, answers: { repas: 'oui' }, needs: ['lsf'] });
  });

  it('stays as it is once the meeting has begun, is cancelled, or one has left', async () => {
    const meetingId = await given.aMeeting({ places: 5 });
    const actor = await member();
    const { registrationId } = await given.card(actor, meetingId);
    const edit = () => given.app.get(RegistrationEditing).edit(actor, { registrationId, ...said, answers: {} });
    given.clock.set(specStart);
    await expect(edit()).rejects.toMatchObject({ code: 'meetings.registration-past' });
    given.clock.set(specNow);
    await given.act(actor, registrationId, 'cancel');
    await expect(edit()).rejects.toMatchObject({ code: 'meetings.registration-left' });
    await given.rows('UPDATE meetings_meeting SET cancelled_at = now() WHERE id = $1', [meetingId]);
    await expect(edit()).rejects.toMatchObject({ code: 'meetings.registration-cancelled' });
  });

  it('shows to those who come those who chose to be seen, and nobody else', async () => {
    const meetingId = await given.aMeeting({ places: 3 });
    const [seen, unseen, waiting] = [await member(), await member(), await member()];
    const queries = given.app.get(RegistrationQueries);
    await given.card(seen, meetingId, { isVisible: true });
    await given.card(unseen, meetingId);
    const { token } = await given.register(visitor, meetingId, asGuest('Odile'));
    await given.card(waiting, meetingId, { isVisible: true });
    expect((await queries.participants(unseen, meetingId)).participants).toHaveLength(1);
    expect((await given.app.get(RegistrationLinks).read(token ?? '')).participants).toHaveLength(1);
    await expect(queries.participants(waiting, meetingId)).rejects.toMatchObject({ kind: 'forbidden' });
  });
});
