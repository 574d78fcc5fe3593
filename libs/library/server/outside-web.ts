import { request as plainRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { Config } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';

export interface Asked {
  readonly method: 'HEAD' | 'GET';
  readonly accept: string;
  /** As it is told to the site that is asked. */
  readonly agent: 'links' | 'feeds';
  /** For the whole of the answer, in milliseconds. */
  readonly patienceMs: number;
}

/** The way to sites of others, at addresses that people give: never to a private address, whatever a name resolves to, and never for long. */
@Injectable()
export class OutsideWeb {
  constructor(private readonly config: Config) {}

  /** One answer, as it begins; whoever asked reads its body or destroys it. A failure on the way is thrown. */
  ask(at: URL, { method, accept, agent, patienceMs }: Asked): Promise<IncomingMessage> {
    const isTls = at.protocol === 'https:';
    const options: RequestOptions = {
      method,
      timeout: patienceMs,
      signal: AbortSignal.timeout(patienceMs),
      agent: isTls ? new RequestFilteringHttpsAgent(this.filter) : new RequestFilteringHttpAgent(this.filter),
      headers: { 'user-agent': `Cohorte-${agent}/1.0 (+${this.config.value.publicUrl})`, accept, 'accept-language': 'fr,en;q=0.5', 'accept-encoding': 'identity' },
    };
    return new Promise((resolve, reject) => {
      const sent = (isTls ? tlsRequest : plainRequest)(at, options, resolve);
      sent.on('timeout', () => sent.destroy(Object.assign(new Error('timeout'), { code: 'timeout' })));
      sent.on('error', reject);
      sent.end();
    });
  }

  /** Tests ask this machine; nobody else may be sent there by an address. */
  private get filter() {
    return { allowPrivateIPAddress: this.config.value.environment === 'test' };
  }
}
