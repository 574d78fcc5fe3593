import { mailTokenHash, mailTokenOf, newMailNonce } from './mail-token';

const row = { id: '01920000-0000-7000-8000-000000000001', nonce: newMailNonce() };
const purpose = 'networks.invitation';

it('the link is recomputed from the row, and fits in an address', () => {
  expect(mailTokenOf('secret', purpose, row)).toBe(mailTokenOf('secret', purpose, { ...row }));
  expect(mailTokenOf('secret', purpose, row)).toMatch(/^[\w-]{43}$/);
});

it('another nonce, row, purpose or secret is another link', () => {
  const links = [
    mailTokenOf('secret', purpose, row),
    mailTokenOf('secret', purpose, { ...row, nonce: newMailNonce() }),
    mailTokenOf('secret', purpose, { ...row, id: 'x' }),
    mailTokenOf('secret', 'meetings.registration', row),
    mailTokenOf('other', purpose, row),
  ];
  expect(new Set(links).size).toBe(5);
  expect(links.map(mailTokenHash)).not.toContain(links[0]);
});
