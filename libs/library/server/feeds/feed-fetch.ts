import { AppError } from '@cohorte/platform/contract';
import { Injectable } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import { performance } from 'node:perf_hooks';
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
      if (status >= 200 && status < 300) return { text: decoded(await bodyOf(answer), headers['content-type'] ?? ''), at };
      answer.destroy();
      if (status >= 400 || !headers.location) throw new AppError('bad-input', 'library.feed-not-given', { status });
      at = new URL(headers.location, at);
    }
    throw new AppError('bad-input', 'library.feed-unreachable');
  }
}

async function bodyOf(answer: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > bytesMost) {
      answer.destroy();
      throw new AppError('bad-input', 'library.feed-too-large', { maxMegabytes: bytesMost / 1_000_000 });
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** In the letters its headers name, else its first line, else UTF-8. */
function decoded(bytes: Buffer, contentType: string): string {
  const declared = /charset\s*=\s*"?([\w-]{1,40})/i.exec(contentType) ?? /^.{0,10}<\?xml[^>]{0,200}encoding\s*=\s*["']([\w-]{1,40})/s.exec(bytes.subarray(0, 300).toString('latin1'));
  try {
    return new TextDecoder(declared?.[1] ?? 'utf-8').decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
