import type { IncomingMessage } from 'node:http';

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
    const parts: Buffer[] = [];
    let size = 0;
    for await (const part of answer as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > pageMaxBytes) return null;
      parts.push(part);
    }
    return decoded(Buffer.concat(parts), answer.headers['content-type'] ?? '');
  } catch {
    return null;
  } finally {
    answer.destroy();
  }
}

/** In the characters its server says, or the page itself in its first lines; UTF-8 otherwise. */
function decoded(bytes: Buffer, type: string): string {
  const said = /charset\s*=\s*["']?([\w-]+)/i;
  const charset = said.exec(type)?.[1] ?? said.exec(bytes.subarray(0, 2_048).toString('latin1'))?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return bytes.toString('utf8');
  }
}
