import { Injectable } from '@angular/core';
import type { Address, CallOf, Endpoint, ErrorBody, OutputOf } from '../contract';
import { pathParameters } from '../contract/path-parameters';

const passing: ReadonlySet<string> = new Set(['offline', 'unavailable', 'internal', 'too-many']);

/** A named refusal, or `offline` when no answer came. */
export class ApiError extends Error {
  readonly kind: ErrorBody['kind'] | 'offline';
  readonly code: string;
  readonly details: ErrorBody['details'];
  /** Field → code of what is wrong with it. */
  readonly fields: Record<string, string>;

  constructor(body: { kind: ErrorBody['kind'] | 'offline'; code: string } & Partial<Pick<ErrorBody, 'details' | 'fields'>>) {
    super(body.code);
    this.kind = body.kind;
    this.code = body.code;
    this.details = body.details ?? {};
    this.fields = body.fields ?? {};
  }

  /** No refusal: the same may well go through a little later, and what was said is kept until then. */
  get isPassing(): boolean {
    return passing.has(this.kind);
  }
}

const isErrorBody = (value: unknown): value is ErrorBody => typeof value === 'object' && value !== null && 'kind' in value && 'code' in value;

/** What the server said, or that something between it and us (a proxy, a restart) answered in its place. */
async function refusalOf(answer: Response): Promise<ApiError> {
  const body: unknown = await answer.json().catch(() => undefined);
  return new ApiError(isErrorBody(body) ? body : { kind: answer.status >= 502 ? 'unavailable' : 'internal', code: answer.status >= 502 ? 'platform.unavailable' : 'platform.internal' });
}

const asQuery = (values: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value === undefined || value === null ? [] : [[name, String(value)]])));

/** The one way from the browser to the server: an endpoint and its input, typed by the declaration. */
@Injectable({ providedIn: 'root' })
export class ApiClient {
  call<E extends Endpoint>(declared: E, input: CallOf<E>): Promise<OutputOf<E>> {
    return this.at<E>(declared, input);
  }

  /** The same by its address alone: `at<typeof viewRegistration>(registrationAddresses.view, …)` brings no schema into the browser. */
  async at<E extends Endpoint>(address: Address, input: CallOf<E>): Promise<OutputOf<E>> {
    const rest = { ...(input as Record<string, unknown>) };
    let path = `/api${address.path}`;
    for (const name of pathParameters(address.path)) {
      path = path.replace(`:${name}`, encodeURIComponent(String(rest[name])));
      delete rest[name];
    }
    const answer = await send(address, path, rest);
    if (!answer.ok) throw await refusalOf(answer);
    return (await answer.json().catch(() => {
      throw new ApiError({ kind: 'offline', code: 'platform.offline' });
    })) as OutputOf<E>;
  }
}

async function send({ method }: Address, path: string, values: Record<string, unknown>): Promise<Response> {
  const inUrl = method === 'GET' || method === 'DELETE';
  const query = inUrl ? new URLSearchParams(asQuery(values)).toString() : '';
  const body = inUrl ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(values) };
  try {
    return await fetch(query ? `${path}?${query}` : path, { method, credentials: 'same-origin', ...body });
  } catch {
    throw new ApiError({ kind: 'offline', code: 'platform.offline' });
  }
}
