import * as Y from 'yjs';

const kept = 4_096;

/**
 * What this process has received, read once however many of its clients receive the same bytes: three hundred listeners in
 * four processes would otherwise spend the machine on decoding instead of loading the server.
 */
export class Frames {
  constructor() {
    this.recent = new Map();
    this.former = new Map();
    /** What each frame relayed, by its number. */
    this.relayed = [];
  }

  /** The frame of these bytes, as `parse` reads them; identical bytes are parsed once. */
  read(data, parse) {
    const key = data.latin1Slice(0, data.length);
    const known = this.recent.get(key) ?? this.former.get(key);
    if (known) return known;
    const frame = parse(data);
    if (this.recent.size >= kept) {
      this.former = this.recent;
      this.recent = new Map();
    }
    this.recent.set(key, frame);
    return frame;
  }

  /** A number for what a frame relays, kept on it for the next who receives it. */
  numberOf(frame) {
    frame.number ??= this.relayed.push(frame.updates) - 1;
    return frame.number;
  }

  rangesOf(number) {
    return this.relayed[number].flatMap(rangesOf);
  }
}

/** Which items an update carries: `[writer, first clock, how many]`. */
export function rangesOf(update) {
  const ranges = [];
  for (const struct of Y.decodeUpdate(update).structs) {
    if (struct.constructor.name !== 'Skip') ranges.push([struct.id.client, struct.id.clock, struct.length]);
  }
  return ranges;
}
