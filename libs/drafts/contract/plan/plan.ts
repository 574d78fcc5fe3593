import { settled } from './plan-tree';

/** The root Y.Map that holds the structured plan beside the text. */
export const planField = 'plan';
/** Marks the changes of the plan, so that they are undone with those of the text. */
export const planOrigin = 'plan';

export const planLimits = {
  /** Entries a reading keeps: far above a real plan, far below what would hang a page. */
  entries: 5_000,
  /** Axis, goal, action, indicator are four. */
  depth: 12,
  line: 200,
  text: 2_000,
  lines: 50,
  order: 64,
} as const;

/** What a field may hold; every field may also be empty (null). Long common texts belong in the document: of two people writing one field, the last is kept. */
export type PlanFieldRule = 'line' | 'text' | 'integer' | 'flag' | 'lines';
export type PlanValue = string | number | boolean | null | readonly string[];

/** What a kind's plan is made of: types of entries, each with its fields. */
export interface PlanRules {
  readonly types: Readonly<Record<string, { readonly fields: Readonly<Record<string, PlanFieldRule>> }>>;
}

/** One entry with those below it, in their order. */
export interface PlanEntry {
  readonly id: string;
  readonly type: string;
  readonly fields: Readonly<Record<string, PlanValue>>;
  readonly children: readonly PlanEntry[];
}

/** Where an entry stands: one register, so that a move is one change. An empty parent is the top of the plan. */
export type PlanPlace = readonly [parent: string, order: string];

const entryId = /^[a-z0-9][a-z0-9-]{7,39}$/;
const register = /^[a-z][A-Za-z0-9]{0,31}$/;
const order = /^[0-9a-z]{1,64}$/;
const word = /^[a-z][A-Za-z0-9-]{0,31}$/;

/** The registers every entry has; a field may not be called so. */
const ownRegisters = new Set(['type', 'place', 'gone']);

export const planKey = (id: string, name: string): string => `${id}/${name}`;

/** Splits a key of the plan's map, or null when it is not one. */
export function readPlanKey(key: string): { id: string; name: string } | null {
  const at = key.indexOf('/');
  const [id, name] = [key.slice(0, at), key.slice(at + 1)];
  return at > 0 && entryId.test(id) && register.test(name) ? { id, name } : null;
}

const isLine = (max: number) => (value: unknown): value is string => typeof value === 'string' && value.length <= max;
const isLines = (value: unknown): value is string[] => Array.isArray(value) && value.length <= planLimits.lines && value.every(isLine(planLimits.line));

const fieldRules: Record<PlanFieldRule, (value: unknown) => boolean> = {
  line: isLine(planLimits.line),
  text: isLine(planLimits.text),
  integer: (value) => Number.isSafeInteger(value),
  flag: (value) => typeof value === 'boolean',
  lines: isLines,
};

const isPlace = (value: unknown): value is PlanPlace =>
  Array.isArray(value) && value.length === 2 && (value[0] === '' || (typeof value[0] === 'string' && entryId.test(value[0]))) && typeof value[1] === 'string' && order.test(value[1]);

/** Whether some plan could hold this register: what can be said before the kind of the draft is known. */
export function isPlanRegister(key: string, value: unknown): boolean {
  const read = readPlanKey(key);
  if (!read) return false;
  if (read.name === 'type') return typeof value === 'string' && word.test(value);
  if (read.name === 'place') return isPlace(value);
  if (read.name === 'gone') return typeof value === 'boolean';
  return value === null || Object.values(fieldRules).some((rule) => rule(value));
}

/** Whether the plan of this kind may hold the register. A field is known by its name, whichever of its types the entry is of. */
export function isAllowedRegister({ types }: PlanRules, key: string, value: unknown): boolean {
  if (!isPlanRegister(key, value)) return false;
  const name = readPlanKey(key)?.name ?? '';
  if (name === 'type') return has(types, value as string);
  if (ownRegisters.has(name)) return true;
  const rules = Object.values(types).flatMap(({ fields }) => (has(fields, name) ? [fields[name] as PlanFieldRule] : []));
  return rules.some((rule) => value === null || fieldRules[rule](value));
}

const has = (rules: object, name: string): boolean => Object.prototype.hasOwnProperty.call(rules, name);

export interface PlanRecord {
  type: string;
  parent: string;
  order: string;
  readonly fields: Record<string, PlanValue>;
}

/** The entries that are there, by id; whatever else the map holds is left out. */
export function planRecords(registers: Iterable<readonly [string, unknown]>): Map<string, PlanRecord> {
  const all = new Map<string, Partial<PlanRecord> & { gone?: boolean; fields: Record<string, PlanValue> }>();
  for (const [key, value] of registers) {
    const read = readPlanKey(key);
    if (!read || !isPlanRegister(key, value)) continue;
    const record = all.get(read.id) ?? { fields: {} };
    all.set(read.id, record);
    if (read.name === 'place') [record.parent, record.order] = value as PlanPlace;
    else if (read.name === 'type') record.type = value as string;
    else if (read.name === 'gone') record.gone = value as boolean;
    else if (value !== null) record.fields[read.name] = value as PlanValue;
  }
  const there = [...all].filter(([, record]) => record.type !== undefined && record.gone !== true).sort(([one], [other]) => (one < other ? -1 : 1));
  return new Map(there.slice(0, planLimits.entries).map(([id, { type = '', parent = '', order: key = '', fields }]) => [id, { type, parent, order: key, fields }]));
}

/**
 * The plan as a tree, the same for every copy that holds the same registers. An entry whose parent is gone, is below itself or is too
 * deep stands at the top: what people wrote at the same time is shown, never lost.
 */
export function readPlan(registers: Iterable<readonly [string, unknown]>): PlanEntry[] {
  const records = planRecords(registers);
  const children = settled(records, planLimits.depth);
  const build = (id: string): PlanEntry => {
    const { type, fields } = records.get(id) as PlanRecord;
    return { id, type, fields, children: (children.get(id) ?? []).map(build) };
  };
  return (children.get('') ?? []).map(build);
}
