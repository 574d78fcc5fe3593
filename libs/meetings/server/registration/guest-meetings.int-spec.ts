import { jest } from '@jest/globals';
import { visitor } from '@cohorte/platform/contract';
import { FileStore, newId } from '@cohorte/platform/server';
import { MeetingPageQueries } from '../meeting/meeting-page.queries';
import { GuestMeetings } from './guest-meetings';
import { RegistrationActs } from './registration-acts.service';
import { RegistrationLinks } from './registration-links';
import { asGuest, RegistrationFixtures } from './registration.fixtures';

let given: RegistrationFixtures;

beforeAll(async () => {
  given = await RegistrationFixtures.start();
});
afterAll(() => given.close());

/** A meeting of the network alone, with all there is to read of one; places are asked for while it is public, then it is not. */
async function aPrivateMeeting(places: number | null = null): Promise<{ meetingId: string; documentId: string; ask: (name: string) => Promise<string> }> {
  const [meetingId, documentId] = [await given.aMeeting({ places }), newId()];
  const key = `meetings/${newId()}`;
  await given.app.get(FileStore).put(key, new TextEncoder().encode('la fiche'));
  const agenda = [{ id: 'p1', kind: 'plenary', title: 'Le cadre légal', minutes: 30, note: '', sitting: 0, speakerIds: [], groups: [] }];
  await given.rows(
    `UPDATE meetings_meeting SET format = 'mixed', about = 'Apportez vos clauses.', place_name = 'Salle Flaubert', place_address = '1 rue du Port', replay_url = 'https://replay.example/1', agenda = $2, published_at = now() WHERE id = $1`, [meetingId, JSON.stringify(agenda)]);
  await given.rows(`INSERT INTO meetings_access (meeting_id, visio_url, dial_in) VALUES ($1, 'https://visio.example/1', '01 02 03 04 05')`, [meetingId]);
  await given.rows(
    `INSERT INTO meetings_document (id, meeting_id, moment, title, file_key, file_name, file_type, file_size, created_by, created_at) VALUES ($1, $2, 'before', 'La fiche', $3, 'fiche.pdf', 'application/pdf', 8, $4, now())`, [documentId, meetingId, key, newId()]);
  const ask = async (name: string): Promise<string> => {
    await given.rows(`UPDATE meetings_meeting SET audience = 'public' WHERE id = $1`, [meetingId]);
    const { token } = await given.register(visitor, meetingId, asGuest(name));
    await given.rows(`UPDATE meetings_meeting SET audience = 'network' WHERE id = $1`, [meetingId]);
    return token ?? '';
  };
  return { meetingId, documentId, ask };
}

const shown = async (token: string) => (await given.app.get(RegistrationLinks).read(token)).details;
const file = (token: string, documentId: string) => given.app.get(GuestMeetings).openFile(token, documentId);

describe('the meeting behind a personal link, which its holder may not read otherwise', () => {
  it('is shown with its programme, its place, its documents and its replay to who holds a place', async () => {
    const { meetingId, documentId, ask } = await aPrivateMeeting();
    const token = await ask('Odile');
    await expect(given.app.get(MeetingPageQueries).open(visitor, meetingId)).rejects.toMatchObject({ code: 'meetings.not-found' });
    expect(await shown(token)).toMatchObject({
      isPublic: false, about: 'Apportez vos clauses.', agenda: [{ title: 'Le cadre légal' }], placeName: 'Salle Flaubert', dialIn: '01 02 03 04 05', replayUrl: 'https://replay.example/1',
      documents: [{ title: 'La fiche', href: `/api/registrations/${token}/files/${documentId}` }],
    });
    expect(JSON.stringify(await shown(token))).not.toContain('visio.example');
    expect((await file(token, documentId)).name).toBe('fiche.pdf');
  });

  it('is shown with its programme alone to who waits', async () => {
    const { documentId, ask } = await aPrivateMeeting(1);
    await ask('Odile');
    const waiting = await ask('Paul');
    expect(await shown(waiting)).toMatchObject({ agenda: [{ title: 'Le cadre légal' }], placeName: '', placeAddress: '', dialIn: '', documents: [], replayUrl: '' });
    await expect(file(waiting, documentId)).rejects.toMatchObject({ code: 'meetings.document-not-found' });
  });

  it('is shown no more to who left, nor are the files of another meeting', async () => {
    const [one, other] = [await aPrivateMeeting(), await aPrivateMeeting()];
    const token = await one.ask('Odile');
    await expect(file(token, other.documentId)).rejects.toMatchObject({ code: 'meetings.document-not-found' });
    await given.app.get(RegistrationActs).actByLink(token, { act: 'cancel' });
    expect(await shown(token)).toBeNull();
    await expect(file(token, one.documentId)).rejects.toMatchObject({ code: 'meetings.document-not-found' });
  });

  it('gives its files out with no transaction open: a slow reader holds no connection', async () => {
    const { documentId, ask } = await aPrivateMeeting();
    const token = await ask('Odile');
    const files = given.app.get(FileStore);
    const opened = files.get.bind(files);
    let waiting: unknown[] = [];
    const spied = jest.spyOn(files, 'get').mockImplementation(async (key) => {
      waiting = await given.rows(`SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction'`);
      return opened(key);
    });
    await file(token, documentId);
    spied.mockRestore();
    expect(waiting).toEqual([]);
  });
});
