/** Why an update is refused; shown to whoever operates the server, and the sender keeps its copy. */
export const refusalReasons = [
  'too-large', 'cut-short', 'trailing-bytes', 'overlong-integer', 'integer-out-of-range', 'bad-text',
  'too-many-sections', 'too-many-structs', 'too-many-deletes', 'too-many-new-client-ids',
  'section-twice', 'section-empty', 'struct-empty', 'struct-unknown', 'points-ahead', 'deletes-out-of-order',
  'root-unknown', 'parent-unknown', 'content-not-allowed', 'type-not-allowed', 'block-not-allowed', 'attribute-not-allowed', 'mark-not-allowed',
  'value-not-allowed', 'text-outside-block', 'misplaced', 'too-deep', 'plan-not-allowed',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** Stops the reading at the first thing that is not allowed; never leaves the gate. */
export class Refused extends Error {
  constructor(readonly reason: RefusalReason) {
    super(reason);
  }
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads lib0's encoding, and only in its one canonical spelling: overlong integers are how a filter and a decoder come to disagree. */
export class UpdateBytes {
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  get done(): boolean {
    return this.at === this.bytes.length;
  }

  byte(): number {
    const value = this.bytes[this.at];
    if (value === undefined) throw new Refused('cut-short');
    this.at += 1;
    return value;
  }

  unsigned(max: number): number {
    let value = 0;
    let weight = 1;
    for (;;) {
      const byte = this.byte();
      value += (byte & 0x7f) * weight;
      if (value > max) throw new Refused('integer-out-of-range');
      if (byte < 0x80) {
        if (byte === 0 && weight > 1) throw new Refused('overlong-integer');
        return value;
      }
      weight *= 128;
      if (weight > 2 ** 49) throw new Refused('overlong-integer');
    }
  }

  /** First byte: continue, sign, six bits; then seven bits a byte. */
  signed(max: number): number {
    const first = this.byte();
    const sign = (first & 0x40) > 0 ? -1 : 1;
    let value = first & 0x3f;
    if (first >= 0x80) {
      const rest = this.unsigned(max);
      if (rest === 0) throw new Refused('overlong-integer');
      value += rest * 64;
    }
    if (value > max) throw new Refused('integer-out-of-range');
    if (value === 0 && sign < 0) throw new Refused('overlong-integer');
    return sign * value;
  }

  text(maxBytes: number): string {
    const length = this.unsigned(Number.MAX_SAFE_INTEGER);
    if (length > this.bytes.length - this.at) throw new Refused('cut-short');
    if (length > maxBytes) throw new Refused('too-large');
    const slice = this.bytes.subarray(this.at, this.at + length);
    this.at += length;
    try {
      return strictUtf8.decode(slice);
    } catch {
      throw new Refused('bad-text');
    }
  }
}
