import { expiryFrom, stateOf } from './invitation';

const now = new Date('2024-10-01T09:00:00Z');
const invitation = { expiresAt: expiryFrom(now), revokedAt: null, acceptedAt: null };
const after = (ms: number) => new Date(invitation.expiresAt.getTime() + ms);

it('an invitation waits until the last moment of its fourteen days', () => {
  expect(stateOf(invitation, after(-1))).toBe('pending');
  expect(stateOf(invitation, after(0))).toBe('expired');
});

it('what was accepted stays accepted, what was withdrawn stays withdrawn, whatever the time', () => {
  expect(stateOf({ ...invitation, acceptedAt: now }, after(1))).toBe('accepted');
  expect(stateOf({ ...invitation, revokedAt: now }, after(1))).toBe('revoked');
  expect(stateOf({ ...invitation, revokedAt: now, acceptedAt: now }, now)).toBe('accepted');
});
