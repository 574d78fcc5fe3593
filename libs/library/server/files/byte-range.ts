/** Bytes of a file, both ends included. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

/**
 * What a `Range` header asks of a file of `size` bytes (RFC 9110 §14): null for all of it (absent, unreadable, or several parts, which
 * we do not make), `unsatisfiable` when nothing of the file is asked.
 */
export function rangeOf(header: string | undefined, size: number): ByteRange | null | 'unsatisfiable' {
  const asked = /^bytes=(?:(?<first>\d{1,15})-(?<last>\d{1,15})?|-(?<count>\d{1,15}))$/.exec(header?.trim() ?? '')?.groups;
  if (!asked) return null;
  return asked['count'] === undefined ? bytesFrom(Number(asked['first']), Number(asked['last'] ?? size - 1), size) : lastBytes(Number(asked['count']), size);
}

const lastBytes = (count: number, size: number): ByteRange | 'unsatisfiable' => (count === 0 || size === 0 ? 'unsatisfiable' : { from: Math.max(0, size - count), to: size - 1 });

function bytesFrom(from: number, to: number, size: number): ByteRange | null | 'unsatisfiable' {
  if (from >= size) return 'unsatisfiable';
  return to < from ? null : { from, to: Math.min(to, size - 1) };
}

/** A name of any script in a header (RFC 6266): plain letters for the old, UTF-8 for the rest. */
export function disposition(kind: 'inline' | 'attachment', name: string): string {
  const plain = name.normalize('NFD').replaceAll(/[^\x20-\x7e]/g, '').replaceAll(/["\\%]/g, '-').trim() || 'fichier';
  const encoded = encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
