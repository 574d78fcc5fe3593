import { createMeeting, editMeeting } from './meeting.contract';
import { meetingFileType } from './meeting-file';
import { isWebLink } from './meeting-page';

const meetingId = '01890000-0000-7000-8000-000000000001';
const part = { id: 'a', kind: 'plenary', title: 'Ouverture', minutes: 30, note: '', sitting: 0, speakerIds: [], groups: [] };
/** Field and reason of each refusal. */
const refused = (change: object) => (editMeeting.input.safeParse({ meetingId, version: 1, ...change }).error?.issues ?? []).map((issue) => [issue.path.join('.'), issue.code === 'custom' ? issue.message : issue.code]);

describe('what a meeting refuses, field by field', () => {
  it.each([
    ['no title', { title: '' }, 'title'],
    ['a length of nothing', { minutes: 0 }, 'minutes'],
    ['ten thousand minutes', { minutes: 10_000 }, 'minutes'],
    ['an unknown zone', { zone: 'Europe/Nulle-Part' }, 'zone'],
    ['a script for a link', { visioUrl: 'javascript:alert(1)' }, 'visioUrl'],
    ['a link with a password inside', { replayUrl: 'https://moi:secret@exemple.fr/' }, 'replayUrl'],
    ['five hundred parts', { agenda: Array.from({ length: 500 }, () => part) }, 'agenda'],
    ['a part that lasts nothing', { agenda: [{ ...part, minutes: 0 }] }, 'agenda.0.minutes'],
    ['a part without a name', { agenda: [{ ...part, title: '' }] }, 'agenda.0.title'],
    ['groups without a group', { agenda: [{ ...part, kind: 'groups' }] }, 'agenda.0.groups'],
    ['a group of minus one', { agenda: [{ ...part, kind: 'groups', groups: [{ id: 'g', title: 'Un', place: '', seats: -1, note: '', speakerIds: [] }] }] }, 'agenda.0.groups.0.seats'],
    ['half a surrogate, which no database keeps', { about: 'a\ud800b' }, 'about'],
    ['a day before the first', { laterSittings: [{ afterDays: -1, time: '09:00', minutes: 60 }] }, 'laterSittings.0.afterDays'],
  ])('%s', (_what, change, field) => {
    expect(refused(change).map(([path]) => path)).toEqual([field]);
  });

  it('takes a break without a name, and an empty link for none', () => {
    expect(refused({ agenda: [{ ...part, kind: 'break', title: '' }], visioUrl: '' })).toEqual([]);
  });

  it('a date of another century', () => {
    expect(createMeeting.input.shape.startsAt.safeParse('1024-10-17T12:00:00Z').success).toBe(false);
  });
});

describe('links', () => {
  it('are http or https, to a host that has a dot', () => {
    expect(['https://visio.exemple.fr/a?b=c', 'http://exemple.fr'].every(isWebLink)).toBe(true);
    expect(['data:text/html,x', 'https://localhost/', '//exemple.fr', 'visio.exemple.fr', 'ftp://exemple.fr'].some(isWebLink)).toBe(false);
  });
});

describe('files', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  it('are what both their name and their first bytes say', () => {
    expect(meetingFileType('Programme.PDF', bytes('%PDF-1.7'))).toBe('application/pdf');
    expect(meetingFileType('programme.pdf', bytes('<html>'))).toBeUndefined();
    expect(meetingFileType('macro.docm', bytes('PK\u0003\u0004'))).toBeUndefined();
    expect(meetingFileType('vide.pdf', new Uint8Array())).toBeUndefined();
  });
});
