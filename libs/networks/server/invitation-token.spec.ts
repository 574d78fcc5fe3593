import { invitationToken } from '../contract/invitation';
import { hashOf, newNonce, tokenOf } from './invitation-token';

const invitation = { id: '01920000-0000-7000-8000-000000000001', nonce: newNonce() };

it('the link is recomputed from the row, and fits what the endpoint accepts', () => {
  expect(tokenOf('secret', invitation)).toBe(tokenOf('secret', { ...invitation }));
  expect(invitationToken.safeParse(tokenOf('secret', invitation)).success).toBe(true);
});

it('another nonce, another row or another secret is another link', () => {
  const links = [tokenOf('secret', invitation), tokenOf('secret', { ...invitation, nonce: newNonce() }), tokenOf('secret', { ...invitation, id: 'x' }), tokenOf('other', invitation)];
  expect(new Set(links).size).toBe(4);
  expect(links.map(hashOf)).not.toContain(links[0]);
});
