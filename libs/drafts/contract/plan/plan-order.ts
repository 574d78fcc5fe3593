const digits = '0123456789abcdefghijklmnopqrstuvwxyz';
const base = digits.length;

const digitAt = (key: string, index: number): number => Math.max(0, digits.indexOf(key[index] ?? '0'));

/**
 * A key that sorts between two others (`''` before all, null after all), or null when there is none: the two are equal, or in the wrong order.
 * Keys never end with the lowest digit, so that there is always room before them.
 */
export function orderBetween(before: string, after: string | null): string | null {
  if (after !== null && before >= after) return null;
  let key = '';
  for (let index = 0; ; index += 1) {
    const low = digitAt(before, index);
    const high = after === null || index >= after.length || !after.startsWith(key) ? base : digitAt(after, index);
    if (high - low > 1) return key + digits[(low + high) >> 1];
    key += digits[low];
  }
}

/** Keys for so many entries, evenly apart. */
export function evenOrders(count: number): string[] {
  const width = Math.max(1, Math.ceil(Math.log(count + 2) / Math.log(base)));
  const step = base ** width / (count + 1);
  return Array.from({ length: count }, (_, index) => `${Math.floor((index + 1) * step).toString(base).padStart(width, '0')}i`);
}
