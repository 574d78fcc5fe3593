import type { LocalFile } from './local-file';

/** What is needed to go on with a deposit after the page was closed: never the bytes. */
export type KeptFile = Pick<LocalFile, 'requestId' | 'name' | 'size' | 'print' | 'title' | 'form' | 'url'>;

/** Wiped with everything a person leaves on a shared computer. */
const keyOf = (depositId: string): string => `cohorte.person.deposit.${depositId}`;

export function keepDeposit(depositId: string, files: readonly LocalFile[]): void {
  const kept: KeptFile[] = files.filter(({ unfit }) => unfit === null).map(({ requestId, name, size, print, title, form, url }) => ({ requestId, name, size, print, title, form, url }));
  try {
    if (kept.length) localStorage.setItem(keyOf(depositId), JSON.stringify(kept));
    else localStorage.removeItem(keyOf(depositId));
  } catch {
    // A browser that refuses to store still sends the files.
  }
}

export function forgetDeposit(depositId: string): void {
  keepDeposit(depositId, []);
}

const isKept = (value: unknown): value is KeptFile => {
  const { requestId, name, size, print, title, form, url } = (value ?? {}) as Partial<Record<keyof KeptFile, unknown>>;
  return [requestId, name, print, title, form].every((one) => typeof one === 'string') && typeof size === 'number' && (url === null || typeof url === 'string');
};

/** Storage can hold anything: only whole lines come back. */
export function keptDeposit(depositId: string): KeptFile[] {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(keyOf(depositId)) ?? '[]');
    return Array.isArray(read) ? read.filter(isKept) : [];
  } catch {
    return [];
  }
}
