import { anyKind, documentLimits, isAllowedAttribute, isAllowedRegister, isNodeName } from '../../contract';
import type { ItemId, ItemPlace, KindRules, RefusalReason, StructRange } from '../../contract';
import { DraftOrder } from './draft-order';
import type { Siblings } from './draft-order';

/** What holds items: the root, a block by its name, a text. */
interface Holder {
  readonly kind: string;
  readonly depth: number;
}

/** An attribute of a block. */
interface Attribute {
  readonly of: Holder;
  readonly key: string;
}

/** Null: garbage collected, or in something that was; whatever leans on it is garbage too. */
type Place = Holder | Attribute | null;

const text = 'a text';
const root: Holder = { kind: 'the root', depth: 0 };
const plan: Holder = { kind: 'the plan', depth: 0 };
const isAttribute = (place: Place): place is Attribute => place !== null && 'key' in place;
const same = (one: Place, other: Place): boolean => one === other || (isAttribute(one) && isAttribute(other) && one.of === other.of && one.key === other.key);

/** One writer's items, as runs that stand in the same place: a paragraph typed from end to end is one run, wherever its letters went. */
class Runs {
  private readonly starts: number[] = [];
  private readonly places: Place[] = [];
  end = 0;

  add(length: number, place: Place): void {
    if (this.starts.length === 0 || !same(this.places.at(-1) as Place, place)) {
      this.starts.push(this.end);
      this.places.push(place);
    }
    this.end += length;
  }

  at(clock: number): Place {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] as number) <= clock) low = middle;
      else high = middle - 1;
    }
    return this.places[low] ?? null;
  }

  mark(): { runs: number; end: number } {
    return { runs: this.starts.length, end: this.end };
  }

  backTo({ runs, end }: { runs: number; end: number }): void {
    this.starts.length = runs;
    this.places.length = runs;
    this.end = end;
  }
}

/**
 * Where every item of a draft stands, without the draft: enough to know what an item that says «after that one» would stand in.
 * Costs a few bytes a block, none a character, and one look-up an item.
 */
export class DraftPlaces {
  private readonly runs = new Map<number, Runs>();
  private readonly holders = new Map<string, Holder>();
  private touched = new Map<number, { runs: number; end: number }>();
  private added: string[] = [];
  private readonly order = new DraftOrder();
  private unsure: Siblings[] = [];

  constructor(private readonly rules: KindRules = anyKind) {}

  /** What only the tree can tell of the items taken since `begin`. */
  get doubts(): readonly Siblings[] {
    return this.unsure;
  }

  /** Starts an update: `forget` goes back to here. */
  begin(): void {
    this.touched = new Map();
    this.added = [];
    this.unsure = [];
    this.order.begin();
  }

  forget(): void {
    this.order.forget();
    for (const [client, mark] of this.touched) this.runs.get(client)?.backTo(mark);
    this.added.forEach((id) => this.holders.delete(id));
  }

  /** Takes an item whose predecessors are here, or says why it may not stand where it would. */
  take(struct: StructRange): RefusalReason | null {
    const runs = this.runsOf(struct.client);
    const length = newLength(struct, runs);
    if (length === 0) return null;
    const place = struct.place && this.placeOf(struct.place);
    if (place === undefined) return 'misplaced';
    const reason = struct.place && (this.reasonIn(struct.place, place, struct.clock < runs.end ? runs.at(runs.end - 1) : place) ?? this.orderReason(struct, place));
    if (!reason) this.remember(struct, place, length);
    return reason;
  }

  /** From the journal: taken as it is. */
  learn(struct: StructRange): void {
    const length = newLength(struct, this.runsOf(struct.client));
    if (length > 0) this.remember(struct, (struct.place && this.placeOf(struct.place)) ?? null, length);
  }

  private remember(struct: StructRange, place: Place, length: number): void {
    const runs = this.runsOf(struct.client);
    if (!this.touched.has(struct.client)) this.touched.set(struct.client, runs.mark());
    if (place !== null && struct.place) this.order.remember({ client: struct.client, clock: runs.end }, runs.end + length, leftOf(struct, runs), struct.place.right);
    runs.add(length, place);
    const holds = struct.place?.holds;
    if (place === null || isAttribute(place) || (holds !== 'text' && typeof holds !== 'object')) return;
    const id = keyOf(struct);
    this.holders.set(id, { kind: typeof holds === 'object' ? holds.block : text, depth: place.depth + 1 });
    this.added.push(id);
  }

  /** As Yjs finds an item's parent: its left neighbour's, else its right one's, else the one it names. */
  private placeOf({ left, right, parent, inPlan, key }: ItemPlace): Place | undefined {
    if (left || right) return this.between(left, right);
    const holder = parent ? this.holders.get(keyOf(parent)) : inPlan ? plan : root;
    if (!holder) return null;
    return key === null ? holder : { of: holder, key };
  }

  /** Neighbours of two lists: Yjs would make of it now one thing, now another. */
  private between(left: ItemId | null, right: ItemId | null): Place | undefined {
    const [before, after] = [left && this.at(left), right && this.at(right)];
    if (left && right) return same(before, after) ? before : undefined;
    return left ? before : after;
  }

  private at({ client, clock }: ItemId): Place {
    const runs = this.runs.get(client);
    return runs && clock < runs.end ? runs.at(clock) : null;
  }

  /** The part of an item that is known stays where it is: the rest may not claim to stand elsewhere. */
  private reasonIn(item: ItemPlace, place: Place, known: Place): RefusalReason | null {
    if (!same(known, place)) return 'misplaced';
    if (isAttribute(place) && place.of === plan) return this.planReason(item, place.key);
    if (place === null || item.holds === 'nothing') return null;
    if (typeof item.holds === 'object' && this.rules.nodes && !this.rules.nodes.has(item.holds.block)) return 'block-not-allowed';
    return isAttribute(place) ? attributeReason(item, place) : reasonAgainst(item.holds, place);
  }

  /** Two neighbours that can never have stood side by side: where Yjs puts what is between them would depend on who hears of it when. */
  private orderReason(struct: StructRange, place: Place): RefusalReason | null {
    if (place === null || !struct.place) return null;
    const found = this.order.between(leftOf(struct, this.runsOf(struct.client)), struct.place.right);
    if (typeof found === 'object') this.unsure.push(found);
    return found === 'apart' ? 'misplaced' : null;
  }

  /** Only kinds that declare a plan have one, and only with their own types and fields. */
  private planReason({ holds, value }: ItemPlace, key: string): RefusalReason | null {
    if (!this.rules.plan) return 'root-unknown';
    if (holds === 'nothing') return null;
    return holds === 'value' && isAllowedRegister(this.rules.plan, key, value) ? null : 'plan-not-allowed';
  }

  private runsOf(client: number): Runs {
    const known = this.runs.get(client);
    if (known) return known;
    const made = new Runs();
    this.runs.set(client, made);
    return made;
  }
}

const keyOf = ({ client, clock }: ItemId): string => `${client}:${clock}`;

const newLength = ({ kind, clock, length }: StructRange, runs: Runs): number => (kind === 'skip' ? 0 : Math.max(0, clock + length - runs.end));

/** What the part of an item that is new stands after: when the rest is known, the end of that. */
const leftOf = ({ client, clock, place }: StructRange, runs: Runs): ItemId | null => (clock < runs.end ? { client, clock: runs.end - 1 } : (place?.left ?? null));

/** Text stands in a text, texts in blocks, blocks in blocks or the root; values only as attributes of the blocks that have them. */
function reasonAgainst(holds: ItemPlace['holds'], place: Holder): RefusalReason | null {
  if (holds === 'value') return 'misplaced';
  if (holds === 'characters') return place.kind === text ? null : 'text-outside-block';
  if (place.kind === text || (holds === 'text' && place === root)) return 'misplaced';
  return typeof holds === 'object' && place.depth + 1 > documentLimits.depth ? 'too-deep' : null;
}

function attributeReason({ holds, value }: ItemPlace, { of, key }: Attribute): RefusalReason | null {
  if (holds !== 'value') return 'attribute-not-allowed';
  if (!isNodeName(of.kind)) return 'misplaced';
  return isAllowedAttribute(of.kind, key, value) ? null : 'attribute-not-allowed';
}
