import { Injectable } from '@nestjs/common';
import { OutsideWeb } from '../outside-web';
import type { FoundPage } from './link-copies';
import type { LinkTry } from './link-verdict';
import { pageBody } from './page-body';

const patienceMs = 10_000;
const hopsMax = 5;

/** Answers of a server that keeps programs out, or wants fewer of them: people may well read the page. */
const closedToPrograms = new Set([401, 403, 407, 418, 429, 451, 503, 999]);
const forGood = new Set([301, 308]);
/** Failures on the way, not of the page: they say something of the link only when other links answer. */
const onTheWay = new Set(['EAI_AGAIN', 'ENOTFOUND', 'ENETUNREACH', 'EHOSTUNREACH', 'ENETDOWN', 'ECONNREFUSED', 'ETIMEDOUT', 'timeout']);
/** Browsers read pages whose chain of certificates a program refuses. */
const certificates = /CERT|SSL|TLS|SIGNATURE|SELF_SIGNED/;

export interface ProbedLink {
  readonly tried: LinkTry;
  /** The failure may be ours: no network, no name server. */
  readonly mayBeOurs: boolean;
  /** What the page says, where it was to be read and there was one. */
  readonly page: FoundPage | null;
}

interface Hop {
  readonly status: number;
  readonly location: string | undefined;
  readonly retryAfter: string | undefined;
  readonly html: string | null;
}

/** Where the way ended, and what was there. */
type Followed = Pick<ProbedLink, 'tried' | 'page'>;

/**
 * Knocks at a link as politely as can be: HEAD, then GET when that is not liked; no private address, few hops. Its body is read only where the page is to
 * be kept, and then the one GET is the try.
 */
@Injectable()
export class LinkProbe {
  constructor(private readonly outside: OutsideWeb) {}

  async probe(link: string, { reads = false }: { reads?: boolean } = {}): Promise<ProbedLink> {
    try {
      return { ...(await this.follow(link, reads)), mayBeOurs: false };
    } catch (failure) {
      const code = codeOf(failure);
      if (certificates.test(code)) return { tried: { kind: 'closed-to-us', reason: 'certificate' }, mayBeOurs: false, page: null };
      return { tried: { kind: 'fails', reason: onTheWay.has(code) ? 'unreachable' : 'broken' }, mayBeOurs: onTheWay.has(code), page: null };
    }
  }

  private async follow(link: string, reads: boolean): Promise<Followed> {
    let here = new URL(link);
    let isForGood = true;
    for (let hops = 0; hops <= hopsMax; hops++) {
      const { status, location, retryAfter, html } = await this.knock(here, reads);
      if (status < 300) return found(arrived(new URL(link), here, isForGood), here, html);
      if (status >= 400) return { tried: refused(status, retryAfter), page: null };
      if (!location) return { tried: { kind: 'fails', reason: `http-${status}` }, page: null };
      isForGood &&= forGood.has(status);
      here = new URL(location, here);
    }
    return { tried: { kind: 'fails', reason: 'too-many-redirects' }, page: null };
  }

  /** Many servers answer HEAD wrongly: what it refuses is asked once more with GET. */
  private async knock(at: URL, reads: boolean): Promise<Hop> {
    if (reads) return this.ask('GET', at, true);
    const head = await this.ask('HEAD', at, false);
    return head.status < 400 ? head : this.ask('GET', at, false);
  }

  private async ask(method: 'HEAD' | 'GET', at: URL, reads: boolean): Promise<Hop> {
    const answer = await this.outside.ask(at, { method, accept: reads ? 'text/html,*/*;q=0.5' : '*/*', agent: 'links', patienceMs });
    const { statusCode: status = 0, headers } = answer;
    const html = reads ? await pageBody(answer) : null;
    answer.destroy();
    return { status, location: headers.location, retryAfter: headers['retry-after'], html };
  }
}

const codeOf = (failure: unknown): string => {
  const { name, code, message } = failure as { name?: string; code?: unknown; message?: string };
  return name === 'TimeoutError' || name === 'AbortError' ? 'timeout' : String(code ?? message);
};

/** A page that is well, here or at another address, is worth keeping. */
const found = (tried: LinkTry, here: URL, html: string | null): Followed =>
  ({ tried, page: html !== null && (tried.kind === 'answers' || tried.kind === 'moved') ? { source: here.href, html } : null });

const isHome = ({ pathname, search }: URL): boolean => (pathname === '/' || pathname === '') && search === '';

/** A page that has become the front page of its site is lost without saying so. */
function arrived(asked: URL, here: URL, isForGood: boolean): LinkTry {
  if (here.href === asked.href) return { kind: 'answers' };
  if (isHome(here) && !isHome(asked)) return { kind: 'closed-to-us', reason: 'front-page' };
  return isForGood ? { kind: 'moved', to: here.href } : { kind: 'answers' };
}

function refused(status: number, retryAfter: string | undefined): LinkTry {
  if (!closedToPrograms.has(status)) return { kind: 'fails', reason: `http-${status}` };
  const seconds = Number(retryAfter);
  return { kind: 'closed-to-us', reason: `http-${status}`, ...(Number.isFinite(seconds) && seconds > 0 ? { retryAfterSeconds: Math.min(seconds, 30 * 86_400) } : {}) };
}
