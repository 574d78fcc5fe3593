/** What to do after the server did not say «saved». */
export type PushFailure =
  /** No answer: the same bytes go again under the same push id, after the next join. */
  | 'unanswered'
  /** Not now: the same, after a pause. */
  | 'later'
  | 'join-again'
  /** The push id was taken: the same bytes go under a new one. */
  | 'rename'
  /** Never: the copy is kept and shown. */
  | 'refused'
  | 'gone'
  | 'session-expired'
  | 'reload-needed';

const byCode: Readonly<Record<string, PushFailure>> = {
  'drafts.not-joined': 'join-again',
  'drafts.push-id-used-for-something-else': 'rename',
  'drafts.reload-needed': 'reload-needed',
  'drafts.cannot-save': 'later',
  'drafts.cannot-load': 'later',
  'drafts.too-fast': 'later',
  'drafts.not-found': 'gone',
};

const byKind: Readonly<Record<string, PushFailure>> = {
  unauthenticated: 'session-expired',
  unavailable: 'later',
  'too-many': 'later',
  internal: 'later',
  'not-found': 'gone',
  'bad-input': 'refused',
  forbidden: 'refused',
  conflict: 'refused',
  'too-large': 'refused',
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

export const codeOf = (error: unknown): string => text((error as { code?: unknown } | null)?.code) || 'drafts.update-refused';

/** Anything that is not one of the server's named answers is the network's silence. */
export function failureOf(error: unknown): PushFailure {
  const { kind, code } = (error ?? {}) as { kind?: unknown; code?: unknown };
  return byCode[text(code)] ?? byKind[text(kind)] ?? 'unanswered';
}
