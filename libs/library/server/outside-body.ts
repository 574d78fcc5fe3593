import type { IncomingMessage } from 'node:http';

/** The bytes of an answer; null when there are more than `most`, of which nothing is kept. */
export async function bytesWithin(answer: IncomingMessage, most: number): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > most) {
      answer.destroy();
      return null;
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const charset = /charset\s*=\s*["']?([\w-]{1,40})/i;
const firstLines = 2_048;

/** In the letters its headers say, else those it says itself in its first lines (`inside`), else UTF-8. */
export function decoded(bytes: Buffer, { headers }: Pick<IncomingMessage, 'headers'>, inside: RegExp = charset): string {
  const said = charset.exec(headers['content-type'] ?? '') ?? inside.exec(bytes.subarray(0, firstLines).toString('latin1'));
  try {
    return new TextDecoder(said?.[1] ?? 'utf-8').decode(bytes);
  } catch {
    return bytes.toString('utf8');
  }
}
