/** Kinds decide the HTTP status or the socket answer; codes decide the words shown. */
export const errorStatus = {
  'bad-input': 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  'too-large': 413,
  'unsupported-type': 415,
  'too-many': 429,
  unavailable: 503,
} as const;

export type ErrorKind = keyof typeof errorStatus;
export type ErrorDetails = Record<string, string | number | boolean | null | undefined>;

/** The one error thrown on purpose: `code` is `<domain>.<what-happened>` and has words in every language. */
export class AppError extends Error {
  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    readonly details: ErrorDetails = {},
    /** Field → code of what is wrong with it, for forms. */
    readonly fields: Record<string, string> = {},
  ) {
    super(code);
    this.name = 'AppError';
  }
}

/** What an error looks like on the wire. */
export interface ErrorBody {
  readonly kind: ErrorKind | 'internal';
  readonly code: string;
  readonly details: ErrorDetails;
  readonly fields: Record<string, string>;
  readonly requestId?: string;
}
