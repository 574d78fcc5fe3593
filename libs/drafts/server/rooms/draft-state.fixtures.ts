import { encoding } from 'lib0';
import * as Y from 'yjs';
import { contentField } from '../../contract';

/** Numbers that decide what a hostile editor writes, so that a property test can shrink them. */
export interface HostileStruct {
  readonly what: number;
  readonly left: number;
  readonly right: number;
  readonly parent: number;
  readonly back: number;
  readonly how: number;
}

const blocks = ['paragraph', 'heading', 'blockquote', 'listItem', 'script'];
const values: ((out: encoding.Encoder) => void)[] = [(out) => encoding.writeAny(out, 2), (out) => encoding.writeAny(out, 'x'), (out) => encoding.writeAny(out, null)];
const keys = ['level', 'id', 'colspan', 'onclick'];
const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

function writeId(out: encoding.Encoder, { client, clock }: Y.ID): void {
  encoding.writeVarUint(out, client);
  encoding.writeVarUint(out, clock);
}

/** Ends in the code of its content, and how long it is. */
function contentOf({ what, how }: HostileStruct): { code: number; length: number; write(out: encoding.Encoder): void } {
  const kinds = [
    { code: 4, length: 1 + (how % 4), write: (out: encoding.Encoder) => encoding.writeVarString(out, 'abcd'.slice(0, 1 + (how % 4))) },
    { code: 7, length: 1, write: (out: encoding.Encoder) => (encoding.writeVarUint(out, 3), encoding.writeVarString(out, pick(blocks, how))) },
    { code: 7, length: 1, write: (out: encoding.Encoder) => encoding.writeVarUint(out, 6) },
    { code: 8, length: 1, write: (out: encoding.Encoder) => (encoding.writeVarUint(out, 1), pick(values, how)(out)) },
    { code: 6, length: 1, write: (out: encoding.Encoder) => (encoding.writeVarString(out, 'bold'), encoding.writeVarString(out, '{}')) },
    { code: 1, length: 1 + (how % 3), write: (out: encoding.Encoder) => encoding.writeVarUint(out, 1 + (how % 3)) },
    { code: 0, length: 1 + (how % 2), write: (out: encoding.Encoder) => encoding.writeVarUint(out, 1 + (how % 2)) },
  ];
  return pick(kinds, what);
}

/** Structs of one writer, byte by byte: anything may lean on anything that is there, or on what comes before it in the same update. */
export function hostileUpdate(doc: Y.Doc, client: number, structs: readonly [HostileStruct, ...HostileStruct[]]): Uint8Array {
  const there = [...doc.store.clients.values()].flat().map(({ id }) => id);
  const start = Math.max(0, Y.getState(doc.store, client) - (structs[0].back % 3));
  const out = encoding.createEncoder();
  [1, structs.length, client, start].forEach((value) => encoding.writeVarUint(out, value));
  let clock = start;
  for (const struct of structs) {
    writeStruct(out, struct, there);
    there.push(Y.createID(client, clock));
    clock += contentOf(struct).length;
  }
  const deleted = structs[0].how % 3 === 0 ? [pick(there, structs[0].how)] : [];
  encoding.writeVarUint(out, deleted.length);
  for (const id of deleted) [id.client, 1, id.clock, 1].forEach((value) => encoding.writeVarUint(out, value));
  return encoding.toUint8Array(out);
}

function writeStruct(out: encoding.Encoder, struct: HostileStruct, there: readonly Y.ID[]): void {
  const { code, write } = contentOf(struct);
  const place = code === 0 ? {} : placeOf(struct, there);
  const isFirst = code !== 0 && !place.left && !place.right;
  const keyed = isFirst && code === 8;
  encoding.writeUint8(out, code + (place.left ? 0x80 : 0) + (place.right ? 0x40 : 0) + (keyed ? 0x20 : 0));
  [place.left, place.right].forEach((id) => id && writeId(out, id));
  if (isFirst) writeParent(out, struct, there);
  if (keyed) encoding.writeVarString(out, pick(keys, struct.how));
  write(out);
}

const placeOf = ({ left, right }: HostileStruct, there: readonly Y.ID[]): { left?: Y.ID | null; right?: Y.ID | null } => ({
  left: left % 3 > 0 ? pick(there, left) : null,
  right: right % 3 > 1 ? pick(there, right) : null,
});

function writeParent(out: encoding.Encoder, struct: HostileStruct, there: readonly Y.ID[]): void {
  const inRoot = struct.parent % 4 === 0;
  encoding.writeVarUint(out, inRoot ? 1 : 0);
  if (inRoot) encoding.writeVarString(out, contentField);
  else writeId(out, pick(there, struct.parent));
}
