import { AppError } from '@cohorte/platform/contract';
import { Injectable } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import { performance } from 'node:perf_hooks';
import { bytesWithin, decoded } from '../outside-body';
import { OutsideWeb } from '../outside-web';

const hopsMax = 4;
/** Feeds weigh a few hundred kilobytes; one that gives whole articles with pictures inside, a few millions. */
const bytesMost = 4_000_000;
const accept = 'application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1';

export interface FetchedFeed {
  readonly text: string;
  /** Where it was found in the end: its relative links start there. */
  readonly at: URL;
}

/** Brings a feed from the site of another: no private address, few redirects, bounded in time and size. */
@Injectable()
export class FeedFetch {
  /** For the whole way, redirects and body included. */
  readonly patienceMs: number = 12_000;

  constructor(private readonly outside: OutsideWeb) {}

  /** A way that is closed is told as such, and nothing more of it: an address must not serve to look around. */
  async fetch(address: string): Promise<FetchedFeed> {
    const until = performance.now() + this.patienceMs;
    try {
      return await this.follow(new URL(address), until);
    } catch (error) {
      throw error instanceof AppError ? error : new AppError('bad-input', 'library.feed-unreachable');
    }
  }

  private async follow(first: URL, until: number): Promise<FetchedFeed> {
    let at = first;
    for (let hops = 0; hops <= hopsMax; hops++) {
      const answer = await this.outside.ask(at, { method: 'GET', accept, agent: 'feeds', patienceMs: Math.max(1, Math.floor(until - performance.now())) });
      const { statusCode: status = 0, headers } = answer;
      if (status >= 200 && status < 300) return { text: await textOf(answer), at };
      answer.destroy();
      if (status >= 400 || !headers.location) throw new AppError('bad-input', 'library.feed-not-given', { status });
      at = new URL(headers.location, at);
    }
    throw new AppError('bad-input', 'library.feed-unreachable');
  }
}

/** A feed says its letters in its first line: `<?xml … encoding="…"`. */
const xmlEncoding = /^.{0,10}<\?xml[^>]{0,200}encoding\s*=\s*["']([\w-]{1,40})/s;

async function textOf(answer: IncomingMessage): Promise<string> {
  const bytes = await bytesWithin(answer, bytesMost);
  if (!bytes) throw new AppError('bad-input', 'library.feed-too-large', { maxMegabytes: bytesMost / 1_000_000 });
  return decoded(bytes, answer, xmlEncoding);
}
