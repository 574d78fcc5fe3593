import { letterMjml } from '@cohorte/platform/server';
import { codeLetter, strangerLetter } from './sign-in-letters';

const to = { email: 'a+b&c@chu.example', code: '012345', publicUrl: 'https://cohorte.example' };

describe('the letters of sign-in', () => {
  it.each(['fr', 'en'] as const)('begin their subject with the code (%s)', (language) => {
    expect(codeLetter(language, to).subject).toMatch(/^012345\b/);
  });

  it('carry the code behind the # and survive any address', () => {
    const [, href = ''] = /href="([^"]+)"/.exec(letterMjml(codeLetter('fr', to))) ?? [];
    const link = new URL(href.replaceAll('&amp;', '&'));
    expect(link.search).toBe('');
    expect(Object.fromEntries(new URLSearchParams(link.hash.slice(1)))).toEqual({ email: to.email, code: to.code });
  });

  it.each(['fr', 'en'] as const)('tell a stranger how to be invited, without any link to press (%s)', (language) => {
    expect(letterMjml(strangerLetter(language))).toMatch(/invit/i);
    expect(letterMjml(strangerLetter(language))).not.toContain('href');
  });
});
