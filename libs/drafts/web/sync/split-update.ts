import * as Y from 'yjs';

/** How much one push may carry; below the server's caps so that framing fits. */
export interface PushCaps {
  readonly bytes: number;
  readonly structs: number;
}

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number];
type Deletions = ReturnType<typeof Y.decodeUpdate>['ds'];

/** The run of one writer inside an update, with how far it has been handed out. */
interface Run {
  readonly structs: readonly Struct[];
  next: number;
}

/**
 * Cuts a Yjs V1 update into pieces under the caps, each piece needing only those before it.
 * Deletions come last: they may name anything above. A single struct larger than the cap stays whole.
 */
export function splitUpdate(update: Uint8Array, caps: PushCaps): Uint8Array[] {
  const decoded = Y.decodeUpdate(update);
  if (update.byteLength <= caps.bytes && decoded.structs.length <= caps.structs) return [update];
  const pieces = piecesOf(inCausalOrder(decoded.structs), caps).map((structs) => encode(structs, null));
  return decoded.ds.clients.size > 0 ? [...pieces, encode([], decoded.ds)] : pieces;
}

function runsOf(structs: readonly Struct[]): Map<number, Run> {
  const byClient = new Map<number, Struct[]>();
  for (const struct of structs) byClient.set(struct.id.client, [...(byClient.get(struct.id.client) ?? []), struct]);
  return new Map([...byClient].map(([client, found]) => [client, { structs: found.sort((a, b) => a.id.clock - b.id.clock), next: 0 }]));
}

const needsOf = (struct: Struct): Y.ID[] => {
  if (!(struct instanceof Y.Item)) return [];
  const parent = struct.parent instanceof Y.ID ? struct.parent : null;
  return [struct.origin, struct.rightOrigin, parent].filter((id) => id !== null);
};

function isReady(struct: Struct, runs: ReadonlyMap<number, Run>): boolean {
  return needsOf(struct).every((need) => {
    if (need.client === struct.id.client) return true;
    const run = runs.get(need.client);
    const waiting = run?.structs[run.next];
    return !waiting || need.clock < waiting.id.clock;
  });
}

function inCausalOrder(structs: readonly Struct[]): Struct[] {
  const runs = runsOf(structs);
  const ordered: Struct[] = [];
  let moved = true;
  while (moved) {
    moved = false;
    for (const run of runs.values()) {
      for (let struct = run.structs[run.next]; struct && isReady(struct, runs); struct = run.structs[run.next]) {
        ordered.push(struct);
        run.next += 1;
        moved = true;
      }
    }
  }
  const left = [...runs.values()].flatMap((run) => run.structs.slice(run.next));
  return [...ordered, ...left];
}

const sizeOf = (struct: Struct): number => {
  const encoder = new Y.UpdateEncoderV1();
  struct.write(encoder, 0);
  return encoder.toUint8Array().byteLength;
};

function piecesOf(structs: readonly Struct[], caps: PushCaps): Struct[][] {
  const pieces: Struct[][] = [];
  let size = Infinity;
  for (const struct of structs) {
    const weight = sizeOf(struct);
    const current = pieces.at(-1);
    if (current && size + weight <= caps.bytes && current.length < caps.structs) {
      current.push(struct);
      size += weight;
    } else {
      pieces.push([struct]);
      size = weight + 64;
    }
  }
  return pieces;
}

/** The V1 layout: per writer a count, an id, a first clock and its structs; then the deletions. */
function encode(structs: readonly Struct[], deletions: Deletions | null): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  const runs = runsOf(structs);
  writeVarUint(encoder, runs.size);
  for (const [client, run] of [...runs].sort(([a], [b]) => b - a)) {
    writeVarUint(encoder, run.structs.length);
    encoder.writeClient(client);
    writeVarUint(encoder, run.structs[0]?.id.clock ?? 0);
    for (const struct of run.structs) struct.write(encoder, 0);
  }
  writeDeletions(encoder, deletions);
  return encoder.toUint8Array();
}

function writeDeletions(encoder: Y.UpdateEncoderV1, deletions: Deletions | null): void {
  writeVarUint(encoder, deletions?.clients.size ?? 0);
  for (const [client, ranges] of deletions?.clients ?? []) {
    writeVarUint(encoder, client);
    writeVarUint(encoder, ranges.length);
    for (const range of ranges) {
      writeVarUint(encoder, range.clock);
      writeVarUint(encoder, range.len);
    }
  }
}

/** V1 writes lengths and clocks as plain unsigned integers, which `writeLen` does. */
const writeVarUint = (encoder: Y.UpdateEncoderV1, value: number): void => encoder.writeLen(value);
