import type * as Y from 'yjs';
import { evenOrders, orderBetween } from './plan-order';
import { isAllowedRegister, planField, planKey, planLimits, planOrigin, planRecords, readPlan } from './plan';
import type { PlanEntry, PlanRules, PlanValue } from './plan';
import { settled } from './plan-tree';

/** Where to put an entry: below a parent ('' is the top), before one of its entries, or last. */
export interface PlanSpot {
  readonly parent: string;
  readonly before?: string | null;
}

export interface NewPlanEntry {
  readonly id: string;
  readonly type: string;
  readonly fields?: Readonly<Record<string, PlanValue>>;
}

/** The kind's plan has no such type, field or value: a mistake of the program, refused before the gate would. */
export class UnfitPlan extends Error {}

type Registers = Y.Map<unknown>;

export const planOf = (doc: Y.Doc): Registers => doc.getMap(planField);

export const readPlanOf = (doc: Y.Doc): PlanEntry[] => readPlan(planOf(doc).entries());

/** The changes people make to a plan, each one step to undo; the document is the only thing they touch. */
export class PlanEdits {
  constructor(
    private readonly doc: Y.Doc,
    private readonly rules: PlanRules,
  ) {}

  add(entry: NewPlanEntry, spot: PlanSpot): void {
    this.edit((registers) => {
      this.put(registers, entry.id, 'type', entry.type);
      this.place(registers, entry.id, spot);
      for (const [name, value] of Object.entries(entry.fields ?? {})) this.put(registers, entry.id, name, value);
    });
  }

  set(id: string, name: string, value: PlanValue): void {
    this.edit((registers) => this.put(registers, id, name, value));
  }

  /** Moving below itself changes nothing. */
  move(id: string, spot: PlanSpot): void {
    const below = new Set(branch(this.tree(), id));
    if (below.has(spot.parent)) return;
    this.edit((registers) => this.place(registers, id, spot));
  }

  /** With everything below it. */
  remove(id: string): void {
    const gone = branch(this.tree(), id);
    this.edit((registers) => gone.forEach((one) => this.put(registers, one, 'gone', true)));
  }

  private tree(): Map<string, string[]> {
    return settled(planRecords(planOf(this.doc).entries()), planLimits.depth);
  }

  private edit(work: (registers: Registers) => void): void {
    this.doc.transact(() => work(planOf(this.doc)), planOrigin);
  }

  private put(registers: Registers, id: string, name: string, value: unknown): void {
    const key = planKey(id, name);
    if (!isAllowedRegister(this.rules, key, value)) throw new UnfitPlan(`The plan holds no «${key}» with ${JSON.stringify(value)}`);
    registers.set(key, value);
  }

  /** Between its new neighbours; when there is no room between them, all of the parent's entries are spaced anew. */
  private place(registers: Registers, id: string, { parent, before = null }: PlanSpot): void {
    const records = planRecords(registers.entries());
    const siblings = (settled(records, planLimits.depth).get(parent) ?? []).filter((one) => one !== id);
    const at = before === null ? siblings.length : Math.max(0, siblings.indexOf(before));
    const orderAt = (index: number): string | null => records.get(siblings[index] ?? '')?.order ?? null;
    const order = orderBetween(at === 0 ? '' : (orderAt(at - 1) ?? ''), orderAt(at));
    if (order !== null && order.length <= planLimits.order) return this.put(registers, id, 'place', [parent, order]);
    const all = [...siblings.slice(0, at), id, ...siblings.slice(at)];
    const orders = evenOrders(all.length);
    all.forEach((one, index) => this.put(registers, one, 'place', [parent, orders[index]]));
  }
}

/** An entry and all below it. */
function branch(tree: ReadonlyMap<string, readonly string[]>, id: string): string[] {
  const found = [id];
  for (let index = 0; index < found.length; index += 1) found.push(...(tree.get(found[index] ?? '') ?? []));
  return found;
}
