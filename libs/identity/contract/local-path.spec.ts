import fc from 'fast-check';
import { localPath } from './local-path';

describe('where to go after signing in', () => {
  it.each([
    ['/parcours/1?onglet=textes#suite', '/parcours/1?onglet=textes#suite'],
    ['/', '/'],
    [null, '/'],
    ['', '/'],
    ['https://evil.example/', '/'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/parcours\\..\\x', '/'],
    ['/\t/evil.example', '/'],
    ['/.//evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['parcours', '/'],
    ['/connexion?next=/connexion', '/'],
  ])('%s leads to %s', (wanted, path) => {
    expect(localPath(wanted)).toBe(path);
  });

  it('never leaves the site, whatever is asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('/', '\\', '.', ':', '@', '#', '?', '%', 'a', '\n', ' ', '2', 'f') }), (wanted) => {
        expect(new URL(localPath(`/${wanted}`), 'https://cohorte.example').origin).toBe('https://cohorte.example');
      }),
    );
  });
});
