import type { MeetingPage, PublicMeeting } from '../../contract';
import { eventJsonLd } from './event-json-ld';
import { comingFirstPage, meetingFirstPage } from './meeting-first-page';

const startsAt = '2026-01-20T13:00:00.000Z';
const endsAt = '2026-01-20T14:30:00.000Z';
const page = {
  id: '01890000-0000-7000-8000-000000000001', networkName: 'RAN CoPER', title: 'Bois & <forêts>', kind: 'participatory-workshop', format: 'mixed', audience: 'public', zone: 'Europe/Paris', objective: 'Choisir.',
  about: 'Un.\n\nDeux <b>.', placeName: 'La Citadelle', placeAddress: 'Arras', replayUrl: '', startsAt, endsAt, sittings: [{ startsAt, endsAt, minutes: 90 }], phase: 'scheduled', published: true, notice: '',
  agenda: [{ id: 'a', kind: 'groups', title: 'Ateliers', minutes: 60, note: '', sitting: 0, speakerIds: ['s'], groups: [{ id: 'g', title: 'Haies', place: 'Salle 2', seats: null, note: '', speakerIds: [] }] }],
  times: [{ offset: 0, startsAt, endsAt }], speakers: [{ id: 's', name: 'Léa Roy', role: 'Acheteuse', organisation: 'Lens', personId: null }],
  documents: [{ id: 'd', moment: 'before', title: 'Programme', href: 'https://exemple.fr/p', file: null }], visioUrl: 'https://visio.exemple.fr/secret',
} as unknown as MeetingPage;
const site = 'https://cohorte.example';

it('a public meeting is readable as plain HTML, in its own hours, and nothing written in it becomes markup', () => {
  const { title, body, head } = meetingFirstPage(page, site);
  expect(title).toBe('Bois & <forêts> · Cohorte');
  for (const said of ['<h1>Bois &amp; &lt;forêts&gt;</h1>', 'mardi 20 janvier 2026, de 14\u00a0h à 15\u00a0h\u00a030 (heure de Paris)', 'En présence et à distance · La Citadelle · Arras', '<p>Deux &lt;b&gt;.</p>', '14\u00a0h</time> Ateliers · Léa Roy', '<li>Haies · Salle 2</li>', '<li>Léa Roy, Acheteuse, Lens</li>', '<a href="https://exemple.fr/p">Programme</a>']) expect(body).toContain(said);
  expect(head).toContain(`<link rel="canonical" href="${site}/rencontres/${page.id}" />`);
  expect(body + head).not.toContain('secret');
  expect(meetingFirstPage({ ...page, zone: 'Indian/Reunion' }, site).body).toContain('de 17\u00a0h à 18\u00a0h\u00a030 (heure de La Réunion)');
});

it('what stops it is read first; without a date it says so', () => {
  expect(meetingFirstPage({ ...page, phase: 'cancelled', notice: 'Grève.' }, site).body).toContain('<p><strong>Cette rencontre est annulée. Grève.</strong></p>');
  expect(meetingFirstPage({ ...page, sittings: [], startsAt: null }, site).body).toContain('<p>Date à fixer</p>');
});

it('the list of those to come leads to each, or says that there is none', () => {
  const meeting = { ...page, place: 'La Citadelle' } as unknown as PublicMeeting;
  const { body } = comingFirstPage([meeting], site);
  for (const said of [`<a href="/rencontres/${page.id}">Bois &amp; &lt;forêts&gt;</a>`, 'mardi 20 janvier 2026', 'La Citadelle · RAN CoPER']) expect(body).toContain(said);
  expect(comingFirstPage([], site).body).toContain('Aucune rencontre publique');
});

it('search engines are told a public meeting with its date, its place and its state, never the link to join', () => {
  const said = eventJsonLd(page, `${site}/rencontres/1`);
  expect(said).toMatchObject({ '@type': 'Event', startDate: startsAt, eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode', location: [{ name: 'La Citadelle' }, { '@type': 'VirtualLocation' }] });
  expect(JSON.stringify(said)).not.toContain('secret');
});

it('search engines are told nothing of one for its network, nor of one without a date', () => {
  expect(eventJsonLd({ ...page, audience: 'network' }, 'x')).toBeNull();
  expect(eventJsonLd({ ...page, startsAt: null }, 'x')).toBeNull();
});
