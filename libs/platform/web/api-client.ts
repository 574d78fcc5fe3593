import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { type CallOf, type Endpoint, type ErrorBody, type OutputOf, pathParameters } from '@cohorte/platform/contract';
import { firstValueFrom } from 'rxjs';

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
}

const isErrorBody = (value: unknown): value is ErrorBody => typeof value === 'object' && value !== null && 'kind' in value && 'code' in value;

function toApiError(failure: unknown): ApiError {
  if (!(failure instanceof HttpErrorResponse)) return new ApiError({ kind: 'internal', code: 'platform.internal' });
  if (isErrorBody(failure.error)) return new ApiError(failure.error);
  return failure.status === 0 ? new ApiError({ kind: 'offline', code: 'platform.offline' }) : new ApiError({ kind: 'internal', code: 'platform.internal' });
}

const asQuery = (values: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value === undefined || value === null ? [] : [[name, String(value)]])));

/** The one way from the browser to the server: an endpoint and its input, typed by the declaration. */
@Injectable({ providedIn: 'root' })
export class ApiClient {
  private readonly http = inject(HttpClient);

  async call<E extends Endpoint>(declared: E, input: CallOf<E>): Promise<OutputOf<E>> {
    const rest = { ...(input as Record<string, unknown>) };
    let path = `/api${declared.path}`;
    for (const name of pathParameters(declared.path)) {
      path = path.replace(`:${name}`, encodeURIComponent(String(rest[name])));
      delete rest[name];
    }
    const inUrl = declared.method === 'GET' || declared.method === 'DELETE';
    const options = inUrl ? { params: asQuery(rest) } : { body: rest };
    try {
      return (await firstValueFrom(this.http.request<OutputOf<E>>(declared.method, path, options))) as OutputOf<E>;
    } catch (failure) {
      throw toApiError(failure);
    }
  }
}
