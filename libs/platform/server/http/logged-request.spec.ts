import { mailTokenOf } from '../mail/mail-token';
import { addressToLog, loggedRequest } from './logged-request';

const token = mailTokenOf('secret-secret-secret-secret-secret', 'meetings.feed', { id: '0199a0c4-7d1e-7000-8000-000000000002', nonce: 'n' });

it('no log ever holds what opens a calendar, a registration or a session', () => {
  expect(addressToLog(`/api/calendriers/${token}.ics`)).toBe('/api/calendriers/…');
  expect(addressToLog(`/api/registrations/${token}/joining?x=${token}`)).toBe('/api/registrations/…/joining');
  const kept = loggedRequest({ id: 'r1', method: 'GET', url: `/inscription/${token}#${token}`, headers: { cookie: token }, query: { token } } as never);
  expect(JSON.stringify(kept)).not.toContain(token);
  expect(kept).toMatchObject({ id: 'r1', method: 'GET', url: '/inscription/…' });
});

it('a log still says which meeting was asked for', () => {
  expect(addressToLog('/api/meetings/0199a0c4-7d1e-7000-8000-000000000002/attendance')).toBe('/api/meetings/0199a0c4-7d1e-7000-8000-000000000002/attendance');
});
