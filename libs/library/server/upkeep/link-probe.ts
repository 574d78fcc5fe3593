import { request as plainRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { Config } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';
import type { LinkTry } from './link-verdict';

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
}

interface Hop {
  readonly status: number;
  readonly location: string | undefined;
  readonly retryAfter: string | undefined;
}

/** Knocks at a link as politely as can be: HEAD, then GET when that is not liked; no body read, no private address, few hops. */
@Injectable()
export class LinkProbe {
  constructor(private readonly config: Config) {}

  async probe(link: string): Promise<ProbedLink> {
    try {
      return { tried: await this.follow(link), mayBeOurs: false };
    } catch (failure) {
      const code = codeOf(failure);
      if (certificates.test(code)) return { tried: { kind: 'closed-to-us', reason: 'certificate' }, mayBeOurs: false };
      return { tried: { kind: 'fails', reason: onTheWay.has(code) ? 'unreachable' : 'broken' }, mayBeOurs: onTheWay.has(code) };
    }
  }

  private async follow(link: string): Promise<LinkTry> {
    let here = new URL(link);
    let isForGood = true;
    for (let hops = 0; hops <= hopsMax; hops++) {
      const { status, location, retryAfter } = await this.knock(here);
      if (status < 300) return arrived(new URL(link), here, isForGood);
      if (status >= 400) return refused(status, retryAfter);
      if (!location) return { kind: 'fails', reason: `http-${status}` };
      isForGood &&= forGood.has(status);
      here = new URL(location, here);
    }
    return { kind: 'fails', reason: 'too-many-redirects' };
  }

  /** Many servers answer HEAD wrongly: what it refuses is asked once more with GET. */
  private async knock(at: URL): Promise<Hop> {
    const head = await this.ask('HEAD', at);
    return head.status < 400 ? head : this.ask('GET', at);
  }

  private ask(method: 'HEAD' | 'GET', at: URL): Promise<Hop> {
    const isTls = at.protocol === 'https:';
    const options: RequestOptions = {
      method,
      timeout: patienceMs,
      signal: AbortSignal.timeout(patienceMs),
      agent: isTls ? new RequestFilteringHttpsAgent(this.filter) : new RequestFilteringHttpAgent(this.filter),
      headers: { 'user-agent': `Cohorte-links/1.0 (+${this.config.value.publicUrl})`, accept: '*/*', 'accept-language': 'fr,en;q=0.5' },
    };
    return new Promise((resolve, reject) => {
      const sent = (isTls ? tlsRequest : plainRequest)(at, options, (answer: IncomingMessage) => {
        resolve({ status: answer.statusCode ?? 0, location: answer.headers.location, retryAfter: answer.headers['retry-after'] });
        answer.destroy();
      });
      sent.on('timeout', () => sent.destroy(Object.assign(new Error('timeout'), { code: 'timeout' })));
      sent.on('error', reject);
      sent.end();
    });
  }

  /** Tests knock at this machine; nobody else may be sent there by a link. */
  private get filter() {
    return { allowPrivateIPAddress: this.config.value.environment === 'test' };
  }
}

const codeOf = (failure: unknown): string => {
  const { name, code, message } = failure as { name?: string; code?: unknown; message?: string };
  return name === 'TimeoutError' || name === 'AbortError' ? 'timeout' : String(code ?? message);
};

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
