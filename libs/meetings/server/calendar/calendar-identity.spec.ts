import { organizerOf, uidOf } from './calendar-identity';

const meeting = '0199a0c4-7d1e-7000-8000-000000000002';

it('the organiser is the address letters leave from', () => {
  expect(organizerOf('Cohorte <ne-pas-repondre@cohorte.example>')).toEqual({ name: 'Cohorte', email: 'ne-pas-repondre@cohorte.example' });
  expect(organizerOf('agenda@ran.example')).toEqual({ name: 'Cohorte', email: 'agenda@ran.example' });
  expect(organizerOf('"RAN" <a@ran.example>').name).toBe('RAN');
});

describe('the UID of a meeting', () => {
  const sophie = { name: 'Sophie Martin', email: 's.martin@chu.example' };

  it('is stable for one person, however their name and address are written', () => {
    expect(uidOf(meeting, 'cohorte.example', { name: 'sophie  MARTIN', email: ' S.Martin@chu.example' })).toBe(uidOf(meeting, 'cohorte.example', sophie));
    expect(uidOf(meeting, 'x', { name: 'Hélène Bé', email: 'a@b.fr' })).toBe(uidOf(meeting, 'x', { name: 'helene be', email: 'a@b.fr' }));
  });

  it('differs between two people of one mailbox, and says nothing of the address', () => {
    expect(uidOf(meeting, 'cohorte.example', { ...sophie, name: 'Karim Benali' })).not.toBe(uidOf(meeting, 'cohorte.example', sophie));
    expect(uidOf(meeting, 'cohorte.example', sophie)).toMatch(/^0199a0c4-7d1e-7000-8000-000000000002-[0-9a-f]{16}@cohorte\.example$/);
  });
});
