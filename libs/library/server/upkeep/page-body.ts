import type { IncomingMessage } from 'node:http';
import { bytesWithin, decoded } from '../outside-body';

/** A page heavier than this is an application, or a whole book on one page. */
export const pageMaxBytes = 2 * 1024 * 1024;

const isPage = ({ statusCode, headers }: IncomingMessage): boolean => statusCode === 200 && /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(headers['content-type'] ?? '');
/** Nothing was said of packing: what comes packed all the same is not for us. */
const isPacked = ({ headers }: IncomingMessage): boolean => !['', 'identity'].includes(headers['content-encoding'] ?? '');
/** Its publisher asks that no copy be kept. */
const isNotToKeep = ({ headers }: IncomingMessage): boolean => /\b(?:noarchive|none)\b/i.test([headers['x-robots-tag'] ?? ''].flat().join(' '));

/** The HTML of a page, as far as it may be kept; null for anything else. Never fails: the page answers, whatever becomes of its bytes. */
export async function pageBody(answer: IncomingMessage): Promise<string | null> {
  try {
    if (!isPage(answer) || isPacked(answer) || isNotToKeep(answer)) return null;
    const bytes = await bytesWithin(answer, pageMaxBytes);
    return bytes && decoded(bytes, answer);
  } catch {
    return null;
  } finally {
    answer.destroy();
  }
}
