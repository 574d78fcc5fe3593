import { createHmac, timingSafeEqual } from 'node:crypto';

/** Thirty days, slid forward at most once a day. */
export const sessionSeconds = 30 * 86_400;
export const slideAfterSeconds = 86_400;
export const cookiePrefix = 'cohorte';

const signature = (token: string, secret: string): Buffer => createHmac('sha256', secret).update(token).digest();

/** The cookie in which a browser keeps its session, in the sign-in library's format: `token.signature`. */
export class SessionCookie {
  readonly name: string;
  private readonly secure: boolean;

  constructor(
    publicUrl: string,
    private readonly secret: string,
  ) {
    this.secure = publicUrl.startsWith('https:');
    this.name = `${this.secure ? '__Secure-' : ''}${cookiePrefix}.session_token`;
  }

  /** The session's token, or null when there is no cookie or we did not sign it. */
  tokenIn(headers: Headers): string | null {
    const value = this.valueIn(headers);
    const cut = value?.lastIndexOf('.') ?? -1;
    if (!value || cut < 1) return null;
    const token = value.slice(0, cut);
    const given = Buffer.from(value.slice(cut + 1), 'base64');
    const expected = signature(token, this.secret);
    return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
  }

  /** A `Set-Cookie` line. */
  write(token: string): string {
    const value = encodeURIComponent(`${token}.${signature(token, this.secret).toString('base64')}`);
    return `${this.name}=${value}; Max-Age=${sessionSeconds}; Path=/; HttpOnly; SameSite=Lax${this.secure ? '; Secure' : ''}`;
  }

  clear(): string {
    return `${this.name}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax${this.secure ? '; Secure' : ''}`;
  }

  private valueIn(headers: Headers): string | null {
    const found = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim()).find((pair) => pair.startsWith(`${this.name}=`));
    try {
      return found ? decodeURIComponent(found.slice(this.name.length + 1)) : null;
    } catch {
      return null;
    }
  }
}
