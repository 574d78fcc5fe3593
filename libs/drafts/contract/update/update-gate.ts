import { contentField, documentLimits, isAllowedAttribute, isAllowedMark, isAllowedSomewhere, isNodeName } from '../document-schema';
import type { NodeName } from '../document-schema';
import { isPlanRegister, planField } from '../plan/plan';
import { Refused, UpdateBytes } from './update-bytes';
import type { DeleteRange, GateAnswer, ItemId, ItemPlace, ReadUpdate, StructRange } from './read-update';

/** Low five bits of a struct's first byte. */
const kind = { gc: 0, deleted: 1, json: 2, binary: 3, text: 4, embed: 5, format: 6, type: 7, any: 8, subDocument: 9, skip: 10 } as const;
const flag = { hasOrigin: 0x80, hasRightOrigin: 0x40, hasKey: 0x20 } as const;
const typeRef = { element: 3, text: 6 } as const;
const anyTag = { undefined: 127, null: 126, integer: 125, false: 121, true: 120, text: 119, array: 117 } as const;
const longestMark = 8_000;
const longestName = 64;
/** An entry's id, a stroke, the name of a register. */
const longestPlanKey = 80;

interface Place {
  readonly origin: boolean;
  readonly inRoot: boolean;
  readonly inPlan: boolean;
  readonly key: string | null;
  /** Name of the block the item sits in, when this update also creates it. */
  readonly parent: NodeName | null;
}

/** Of an item that stands beside another: its parent is the other's. */
const beside: Place = { origin: true, inRoot: false, inPlan: false, key: null, parent: null };

type Content = { readonly length: number; readonly holds: ItemPlace['holds']; readonly value?: unknown };

class UpdateReader {
  private readonly structs = new Map<number, StructRange[]>();
  private readonly deletes: DeleteRange[] = [];
  private readonly blocks = new Map<string, { name: NodeName | null; depth: number }>();
  private structCount = 0;

  constructor(private readonly bytes: UpdateBytes) {}

  read(): ReadUpdate {
    const sections = this.bytes.unsigned(documentLimits.clock);
    if (sections > documentLimits.sectionsPerUpdate) throw new Refused('too-many-sections');
    for (let section = 0; section < sections; section += 1) this.section();
    this.deleteSet();
    if (!this.bytes.done) throw new Refused('trailing-bytes');
    return { ok: true, structs: this.structs, deletes: this.deletes };
  }

  private section(): void {
    const count = this.bytes.unsigned(documentLimits.clock);
    if (count === 0) throw new Refused('section-empty');
    this.structCount += count;
    if (this.structCount > documentLimits.structsPerUpdate) throw new Refused('too-many-structs');
    const client = this.bytes.unsigned(documentLimits.clientId);
    if (this.structs.has(client)) throw new Refused('section-twice');
    let clock = this.clock();
    const read: StructRange[] = [];
    this.structs.set(client, read);
    for (let index = 0; index < count; index += 1) {
      const struct = this.struct({ client, clock });
      read.push(struct);
      clock += struct.length;
      if (clock > documentLimits.clock) throw new Refused('integer-out-of-range');
    }
  }

  private struct(id: ItemId): StructRange {
    const info = this.bytes.byte();
    const content = info & 0x1f;
    if (content === kind.gc || content === kind.skip) {
      if (info !== content) throw new Refused('struct-unknown');
      return { ...id, length: this.length(), kind: content === kind.gc ? 'gc' : 'skip', needs: [], place: null };
    }
    return this.item(id, info);
  }

  private item(id: ItemId, info: number): StructRange {
    this.mustBeKnown(info & 0x1f);
    const origin = info & flag.hasOrigin ? this.reference(id) : null;
    const right = info & flag.hasRightOrigin ? this.reference(id) : null;
    const copied = origin !== null || right !== null;
    const { place, parent } = copied ? { place: beside, parent: null } : this.parent(id, info);
    const { length, holds, value } = this.content(info & 0x1f, place);
    if (typeof holds === 'object') this.grow(id, parent, holds.block as NodeName);
    const needs = [origin, right, parent].filter((need) => need !== null && need.client !== id.client) as ItemId[];
    return { ...id, length, kind: 'item', needs, place: { left: origin, right, parent, inPlan: place.inPlan, key: place.key, holds, value } };
  }

  private parent(id: ItemId, info: number): { place: Place; parent: ItemId | null } {
    const { parent, inPlan } = this.rootOrItem(id);
    const key = info & flag.hasKey ? this.bytes.text(inPlan ? longestPlanKey : longestName) : null;
    const inRoot = parent === null && !inPlan;
    // The plan is a map, the text a list.
    if (inPlan && key === null) throw new Refused('plan-not-allowed');
    if (inRoot && key !== null) throw new Refused('attribute-not-allowed');
    return { parent, place: { origin: false, inRoot, inPlan, key, parent: parent && this.blockOf(parent) } };
  }

  private blockOf({ client, clock }: ItemId): NodeName | null {
    return this.blocks.get(`${client}:${clock}`)?.name ?? null;
  }

  /** Without an item it is a root: the fragment that holds the text, or the map that holds the plan beside it. */
  private rootOrItem(id: ItemId): { parent: ItemId | null; inPlan: boolean } {
    const named = this.bytes.unsigned(documentLimits.clock);
    if (named > 1) throw new Refused('parent-unknown');
    if (named === 0) return { parent: this.reference(id), inPlan: false };
    const root = this.bytes.text(longestName);
    if (root !== contentField && root !== planField) throw new Refused('root-unknown');
    return { parent: null, inPlan: root === planField };
  }

  /** Blocks nested by this update alone; the room checks the depth below what is already there. */
  private grow(id: ItemId, parent: ItemId | null, name: NodeName): void {
    const above = parent ? (this.blocks.get(`${parent.client}:${parent.clock}`)?.depth ?? 0) : 0;
    if (above + 1 > documentLimits.depth) throw new Refused('too-deep');
    this.blocks.set(`${id.client}:${id.clock}`, { name, depth: above + 1 });
  }

  private content(code: number, place: Place): Content {
    if (place.inPlan && code !== kind.deleted && code !== kind.any) throw new Refused('plan-not-allowed');
    switch (code) {
      case kind.deleted:
        return { length: this.length(), holds: 'nothing' };
      case kind.text:
        return this.textContent(place);
      case kind.format:
        return this.formatContent(place);
      case kind.type:
        return this.typeContent(place);
      default:
        return this.attributeContent(place);
    }
  }

  private mustBeKnown(code: number): void {
    if (code > kind.subDocument) throw new Refused('struct-unknown');
    if (code === kind.json || code === kind.binary || code === kind.embed || code === kind.subDocument) throw new Refused('content-not-allowed');
  }

  private textContent(place: Place): Content {
    this.mustBeInText(place);
    const text = this.bytes.text(documentLimits.bytesPerUpdate);
    if (text.length === 0) throw new Refused('struct-empty');
    return { length: text.length, holds: 'characters' };
  }

  private formatContent(place: Place): Content {
    this.mustBeInText(place);
    const key = this.bytes.text(longestName);
    const written = this.bytes.text(longestMark);
    let value: unknown;
    try {
      value = JSON.parse(written);
    } catch {
      throw new Refused('mark-not-allowed');
    }
    if (!isAllowedMark(key, value)) throw new Refused('mark-not-allowed');
    return { length: 1, holds: 'characters' };
  }

  private mustBeInText(place: Place): void {
    if (place.key !== null) throw new Refused('attribute-not-allowed');
    if (place.inRoot || place.parent !== null) throw new Refused('text-outside-block');
  }

  private typeContent(place: Place): Content {
    if (place.key !== null) throw new Refused('attribute-not-allowed');
    const type = this.bytes.unsigned(documentLimits.clock);
    if (type === typeRef.text) {
      if (place.inRoot) throw new Refused('text-outside-block');
      return { length: 1, holds: 'text' };
    }
    if (type !== typeRef.element) throw new Refused('type-not-allowed');
    const name = this.bytes.text(longestName);
    if (!isNodeName(name)) throw new Refused('block-not-allowed');
    return { length: 1, holds: { block: name } };
  }

  private attributeContent(place: Place): Content {
    const count = this.bytes.unsigned(documentLimits.clock);
    if (count !== 1) throw new Refused(count === 0 ? 'struct-empty' : 'value-not-allowed');
    const value = this.value(0);
    if (place.origin) return { length: 1, holds: 'value', value };
    if (place.key === null) throw new Refused('content-not-allowed');
    if (place.inPlan) {
      if (!isPlanRegister(place.key, value)) throw new Refused('plan-not-allowed');
      return { length: 1, holds: 'value', value };
    }
    const allowed = place.parent ? isAllowedAttribute(place.parent, place.key, value) : isAllowedSomewhere(place.key, value);
    if (!allowed) throw new Refused('attribute-not-allowed');
    return { length: 1, holds: 'value', value };
  }

  private value(depth: number): unknown {
    switch (this.bytes.byte()) {
      case anyTag.undefined:
        return undefined;
      case anyTag.null:
        return null;
      case anyTag.integer:
        return this.bytes.signed(documentLimits.clock);
      case anyTag.false:
        return false;
      case anyTag.true:
        return true;
      case anyTag.text:
        return this.bytes.text(documentLimits.attributeTextLength * 4);
      case anyTag.array:
        return this.values(depth);
      default:
        throw new Refused('value-not-allowed');
    }
  }

  /** Column widths are the only list; lists of lists are not. */
  private values(depth: number): unknown[] {
    const count = this.bytes.unsigned(documentLimits.clock);
    if (depth > 0 || count > 100) throw new Refused('value-not-allowed');
    return Array.from({ length: count }, () => this.value(depth + 1));
  }

  private deleteSet(): void {
    const sections = this.bytes.unsigned(documentLimits.clock);
    if (sections > documentLimits.deleteSectionsPerUpdate) throw new Refused('too-many-sections');
    const seen = new Set<number>();
    for (let section = 0; section < sections; section += 1) {
      const client = this.bytes.unsigned(documentLimits.clientId);
      if (seen.has(client)) throw new Refused('section-twice');
      seen.add(client);
      this.deleteRanges(client);
    }
  }

  /** Overlapping ranges would make Yjs walk the same items again for each. */
  private deleteRanges(client: number): void {
    const count = this.bytes.unsigned(documentLimits.clock);
    if (count === 0) throw new Refused('section-empty');
    let reached = -1;
    for (let index = 0; index < count; index += 1) {
      const clock = this.clock();
      const length = this.length();
      if (clock < reached) throw new Refused('deletes-out-of-order');
      reached = clock + length;
      if (reached > documentLimits.clock) throw new Refused('integer-out-of-range');
      this.deletes.push({ client, clock, length });
      if (this.deletes.length > documentLimits.deleteRangesPerUpdate) throw new Refused('too-many-deletes');
    }
  }

  /** An item may lean on its own writer's earlier items only: Yjs assumes it, and fails on the contrary. */
  private reference(from: ItemId): ItemId {
    const to = { client: this.bytes.unsigned(documentLimits.clientId), clock: this.clock() };
    if (to.client === from.client && to.clock >= from.clock) throw new Refused('points-ahead');
    return to;
  }

  private clock(): number {
    return this.bytes.unsigned(documentLimits.clock);
  }

  private length(): number {
    const length = this.clock();
    if (length === 0) throw new Refused('struct-empty');
    return length;
  }
}

/**
 * Reads a Yjs V1 update without Yjs and without the draft: what it costs depends on the update's bytes only.
 * Never throws; an answer `ok` says that each struct is of a kind, a name and a value a draft may hold.
 */
export function readUpdate(update: Uint8Array): GateAnswer {
  if (update.byteLength > documentLimits.bytesPerUpdate) return { ok: false, reason: 'too-large' };
  try {
    return new UpdateReader(new UpdateBytes(update)).read();
  } catch (error) {
    if (error instanceof Refused) return { ok: false, reason: error.reason };
    throw error;
  }
}
