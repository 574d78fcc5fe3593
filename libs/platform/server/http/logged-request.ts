interface Requested {
  readonly id?: unknown;
  readonly method?: string;
  readonly url?: string;
  readonly remoteAddress?: string;
}

/** As long as the secret of a mailed link or of a private calendar; identifiers are shorter or have dashes at their places. */
const secretPart = /^(?=[A-Za-z0-9_-]{32,}(?:\.[a-z]+)?$)(?![0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$)/;

/** An address without what opens something: secrets in the path, and everything after the question mark. */
export const addressToLog = (url: string): string =>
  (url.split(/[?#]/)[0] ?? '').split('/').map((part) => (secretPart.test(part) ? '…' : part)).join('/');

/** What a log keeps of a request. Headers, parameters and queries stay out: they carry sessions, codes and tokens. */
export const loggedRequest = ({ id, method, url, remoteAddress }: Requested) => ({ id, method, url: addressToLog(url ?? ''), remoteAddress });
