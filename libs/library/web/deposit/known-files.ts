import { findKnownFiles } from '@cohorte/library/contract';
import type { OutputOf } from '@cohorte/platform/contract';
import type { ApiClient } from '@cohorte/platform/web';
import { sha256Of } from '../sha256';
import type { LocalFile } from './local-file';

export type KnownFile = OutputOf<typeof findKnownFiles>['known'][number];

/** Reading a larger file whole to spare its sending would hold the browser up. */
const largest = 32 * 1024 * 1024;
/** As many as one question may ask. */
const atOnce = 200;

/** The SHA-256 of a file; null where the browser cannot tell (not on https, or a file that went away). */
async function sumOf({ file, size }: LocalFile): Promise<string | null> {
  if (!file || size > largest) return null;
  return file.arrayBuffer().then(sha256Of, () => null);
}

/** Which of these files the library has already, told before a byte of them is sent; one after the other, so that the page stays free. */
export async function knownAmong(api: ApiClient, files: readonly LocalFile[]): Promise<Map<string, KnownFile>> {
  const sums = new Map<string, string>();
  for (const file of files.slice(0, atOnce)) {
    const sum = file.unfit ? null : await sumOf(file);
    if (sum) sums.set(file.requestId, sum);
  }
  if (!sums.size) return new Map();
  const { known } = await api.call(findKnownFiles, { sha256: [...new Set(sums.values())] });
  const there = new Map(known.map((one) => [one.sha256, one]));
  return new Map([...sums].flatMap(([requestId, sum]) => {
    const one = there.get(sum);
    return one ? [[requestId, one] as const] : [];
  }));
}
