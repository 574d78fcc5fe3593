import type { PublicMeeting } from '../../contract';
import { atomFeed, jsonFeed, tagOf } from './public-feed';

const meeting: PublicMeeting = {
  id: '0199a0c4-7d1e-7000-8000-000000000002', title: 'Webinaire <ouvert> & «gratuit»\u0007', objective: 'Le SPASER, "quézaco" ?', kind: 'open-webinar', format: 'video',
  startsAt: '2026-03-26T13:00:00.000Z', endsAt: '2026-03-26T14:30:00.000Z', zone: 'Europe/Paris', place: '', networkId: '0199a0c4-7d1e-7000-8000-000000000001', networkName: 'RAN CoPER', track: null,
};
const head = { title: 'Rencontres', home: 'https://cohorte.example/rencontres', self: 'https://cohorte.example/api/rencontres.atom', publicUrl: 'https://cohorte.example' };

it('what people write cannot break out of the feed', () => {
  const atom = atomFeed([meeting], head);
  expect(atom).toContain('<title>Webinaire &lt;ouvert&gt; &amp; «gratuit» </title>');
  expect(atom).toContain('jeudi 26 mars 2026 à 14:00');
  expect(atom).not.toContain('\u0007');
});

it('the same in JSON, with dates programs can read', () => {
  expect(JSON.parse(jsonFeed([meeting], head))).toMatchObject({ items: [{ url: `https://cohorte.example/rencontres/${meeting.id}`, _cohorte: { startsAt: meeting.startsAt, zone: 'Europe/Paris' } }] });
});

it('a feed written twice has one tag, and another when a date moves', () => {
  expect(tagOf(atomFeed([meeting], head))).toBe(tagOf(atomFeed([meeting], head)));
  expect(tagOf(atomFeed([{ ...meeting, startsAt: '2026-03-27T13:00:00.000Z' }], head))).not.toBe(tagOf(atomFeed([meeting], head)));
  expect(tagOf('DTSTAMP:1\r\nDTSTART:1\r\n')).toBe(tagOf('DTSTAMP:2\r\nDTSTART:1\r\n'));
  expect(tagOf('DTSTAMP:1\r\nDTSTART:1\r\n')).not.toBe(tagOf('DTSTAMP:1\r\nDTSTART:2\r\n'));
});
