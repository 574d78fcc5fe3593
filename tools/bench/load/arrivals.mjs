import { Histogram } from './histogram.mjs';

/** Who received which frame when; written down while the load runs, understood only afterwards. */
export class Arrivals {
  constructor(frames) {
    this.frames = frames;
    this.count = 0;
    this.frame = new Uint32Array(1 << 16);
    this.receiver = new Uint16Array(1 << 16);
    this.at = new Float64Array(1 << 16);
  }

  note(frame, receiver, at) {
    if (this.count === this.at.length) this.grow();
    this.frame[this.count] = this.frames.numberOf(frame);
    this.receiver[this.count] = receiver;
    this.at[this.count] = at;
    this.count += 1;
  }

  /** How long each keystroke took to reach each receiver, and how many never did. `typed`: writer → [first clock, times]. */
  measure(receivers, typed) {
    const ranges = new Map();
    const seenBy = receivers.map(() => new Map());
    const result = { editor: new Histogram(), watcher: new Histogram(), missing: 0 };
    for (let index = 0; index < this.count; index += 1) {
      const number = this.frame[index];
      if (!ranges.has(number)) ranges.set(number, this.frames.rangesOf(number));
      const receiver = receivers[this.receiver[index]];
      const seen = seenBy[this.receiver[index]];
      for (const range of ranges.get(number)) noteRange(range, { typed, seen, own: receiver.clientId, at: this.at[index], into: result[receiver.role] });
    }
    result.missing = receivers.reduce((sum, receiver, index) => sum + missingOf(receiver, typed, seenBy[index]), 0);
    result.expected = receivers.reduce((sum, receiver) => sum + missingOf(receiver, typed, new Map()), 0);
    return result;
  }

  grow() {
    const larger = (old) => {
      const array = new old.constructor(old.length * 2);
      array.set(old);
      return array;
    };
    this.frame = larger(this.frame);
    this.receiver = larger(this.receiver);
    this.at = larger(this.at);
  }
}

/** A receiver hears of a keystroke once: merged frames and resyncs repeat what is known. */
function noteRange([writer, clock, length], { typed, seen, own, at, into }) {
  const source = typed.get(writer);
  if (writer === own || !source) return;
  const from = Math.max(clock, seen.get(writer) ?? source.first);
  const until = Math.min(clock + length, source.first + source.times.length);
  for (let reached = from; reached < until; reached += 1) into.add(at - source.times[reached - source.first]);
  if (until > from) seen.set(writer, until);
}

function missingOf(receiver, typed, seen) {
  let missing = 0;
  for (const [writer, source] of typed) {
    if (writer === receiver.clientId || source.draft !== receiver.draft) continue;
    missing += source.first + source.times.length - (seen.get(writer) ?? source.first);
  }
  return missing;
}
