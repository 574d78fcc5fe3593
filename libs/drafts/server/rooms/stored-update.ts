import * as Y from 'yjs';
import { planField } from '../../contract';
import type { ItemId, ItemPlace, ReadUpdate, StructRange } from '../../contract';

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number];

/** A row of the journal or a snapshot, read as the gate reads an update but without its caps: it was let in before. */
export function storedUpdate(bytes: Uint8Array): ReadUpdate {
  const { structs, ds } = Y.decodeUpdate(bytes);
  const byClient = new Map<number, StructRange[]>();
  for (const struct of structs) {
    const read = rangeOf(struct);
    const known = byClient.get(read.client);
    if (known) known.push(read);
    else byClient.set(read.client, [read]);
  }
  const deletes = [...ds.clients].flatMap(([client, ranges]) => ranges.map(({ clock, len }) => ({ client, clock, length: len })));
  return { ok: true, structs: byClient, deletes };
}

function rangeOf(struct: Struct): StructRange {
  const { id: { client, clock }, length } = struct;
  if (!(struct instanceof Y.Item)) return { client, clock, length, kind: struct instanceof Y.GC ? 'gc' : 'skip', needs: [], place: null };
  const place = placeOf(struct);
  const needs = [place.left, place.right, place.parent].filter((need): need is ItemId => need !== null && need.client !== client);
  return { client, clock, length, kind: 'item', needs, place };
}

function placeOf(item: Y.Item): ItemPlace {
  const parent = item.parent instanceof Y.ID ? item.parent : null;
  return { left: item.origin, right: item.rightOrigin, parent, inPlan: (item.parent as unknown) === planField, key: item.parentSub, holds: holdsOf(item.content) };
}

function holdsOf(content: Y.Item['content']): ItemPlace['holds'] {
  if (content instanceof Y.ContentDeleted) return 'nothing';
  if (content instanceof Y.ContentString || content instanceof Y.ContentFormat) return 'characters';
  if (!(content instanceof Y.ContentType)) return 'value';
  return content.type instanceof Y.XmlElement ? { block: content.type.nodeName } : 'text';
}
