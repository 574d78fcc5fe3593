import { secondFactorFor } from './second-factor';

const signedInAt = new Date('2024-10-17T12:00:00Z');
const before = new Date('2024-10-16T12:00:00Z');
const after = new Date('2024-10-17T12:01:00Z');

describe('asking for a second factor', () => {
  it.each([
    ['is not done when no role needs it', { needed: false }, { asked: false, canPostpone: false }],
    ['is done at the first sign-in of those who need it, who may postpone', {}, { asked: true, canPostpone: true }],
    ['stops for this sign-in once postponed', { postponedAt: after }, { asked: false, canPostpone: false }],
    ['comes back at the next sign-in, without a way to postpone again', { postponedAt: before }, { asked: true, canPostpone: false }],
    ['ends with an authenticator application', { totp: true }, { asked: false, canPostpone: false }],
    ['ends with a passkey', { passkeys: 1, postponedAt: before }, { asked: false, canPostpone: false }],
  ])('%s', (_what, facts, expected) => {
    expect(secondFactorFor({ totp: false, passkeys: 0, needed: true, postponedAt: null, signedInAt, ...facts })).toMatchObject(expected);
  });
});
