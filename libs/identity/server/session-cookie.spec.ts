import { SessionCookie } from './session-cookie';

const secret = 'a-secret-of-thirty-two-characters!';
const sent = (line: string) => new Headers({ cookie: `other=1; ${line.split(';')[0]}; last=2` });

describe('the session cookie', () => {
  const cookie = new SessionCookie('https://cohorte.example', secret);

  it('gives back the token it was written with', () => {
    expect(cookie.tokenIn(sent(cookie.write('abc.def')))).toBe('abc.def');
  });

  it('is out of reach of scripts, of other sites and of plain http', () => {
    expect(cookie.write('t')).toMatch(/^__Secure-cohorte\.session_token=.*; HttpOnly; SameSite=Lax; Secure$/);
    expect(new SessionCookie('http://127.0.0.1:4200', secret).write('t')).not.toContain('Secure');
  });

  it.each(['', 'nonsense', 'token.', '.c2ln', 'token.c2ln', '%E0%A4%A', `token.${'A'.repeat(43)}=`])('is nobody’s when it reads «%s»', (value) => {
    expect(cookie.tokenIn(new Headers({ cookie: `${cookie.name}=${value}` }))).toBeNull();
  });

  it('is nobody’s when signed with another secret', () => {
    const other = new SessionCookie('https://cohorte.example', `${secret}2`);
    expect(cookie.tokenIn(sent(other.write('abc')))).toBeNull();
  });
});
