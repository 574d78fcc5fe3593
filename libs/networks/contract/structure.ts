import * as z from 'zod';
import { identifier, shortText } from '@cohorte/platform/contract';

export const structureKinds = [
  'hospital_group',
  'hospital',
  'medico_social',
  'region',
  'department',
  'municipality',
  'intermunicipality',
  'state_service',
  'association',
  'other',
] as const;
export type StructureKind = (typeof structureKinds)[number];

/** Place of an establishment in a hospital group: the support establishment carries the purchasing of all. */
export const groupRoles = ['support', 'member'] as const;
export type GroupRole = (typeof groupRoles)[number];

/** Annual purchases above which a scheme must be adopted, in euros without tax. Source: Code de la commande publique, L. 2111-3 and D. 2111-3. */
export const obligationThreshold = 50_000_000;

export const purchases = z.object({
  /** Euros without tax, spent in one calendar year. */
  amount: z.number().min(0).max(1e12).multipleOf(0.01),
  year: z.int().min(2000).max(2100),
});
export type Purchases = z.output<typeof purchases>;

export interface Purchaser {
  readonly isLegalPerson: boolean;
  /** Is a buyer in the sense of the Code de la commande publique. */
  readonly isSubjectToCode: boolean;
  readonly purchases: Purchases | null;
}

/** `not-concerned`: no buyer of its own, like a hospital group without legal personality; `unknown`: no figure given yet. */
export const obligations = ['obliged', 'not-obliged', 'unknown', 'not-concerned'] as const;
export type Obligation = (typeof obligations)[number];

/** The law says «supérieur à»: exactly the threshold is not above it. */
export function obligationOf(buyer: Purchaser): Obligation {
  if (!buyer.isLegalPerson || !buyer.isSubjectToCode) return 'not-concerned';
  if (!buyer.purchases) return 'unknown';
  return buyer.purchases.amount > obligationThreshold ? 'obliged' : 'not-obliged';
}

export const isObliged = (buyer: Purchaser): boolean => obligationOf(buyer) === 'obliged';

/** A hospital group has no legal personality, everything else does unless said otherwise. */
export const isLegalPersonByNature = (kind: StructureKind): boolean => kind !== 'hospital_group';

/** Associations are not buyers in the sense of the Code by their form alone. */
export const isSubjectByNature = (kind: StructureKind): boolean => kind !== 'association' && kind !== 'other';

/** Luhn's check on the 14 digits; La Poste's own establishments are the known exception and are let through. */
export function isSiret(text: string): boolean {
  if (!/^\d{14}$/.test(text)) return false;
  if (text.startsWith('356000000')) return true;
  const sum = [...text].reduce((total, digit, place) => {
    const doubled = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

export const siret = z
  .string()
  .transform((text) => text.replaceAll(/\s/g, ''))
  .refine(isSiret, { error: 'siret' });

/** A French department as its code is written on letters: 01 to 95, 2A, 2B, 971 to 978, 986 to 988. */
export const departmentCode = z.string().trim().toUpperCase().regex(/^(0[1-9]|[1-8]\d|9[0-5]|2[AB]|97[1-8]|98[678])$/);

/** Name and place: what every member of the network may know. */
export const structureCard = z.object({
  id: identifier,
  name: z.string(),
  shortName: z.string().nullable(),
  kind: z.enum(structureKinds),
  town: z.string().nullable(),
  isLegalPerson: z.boolean(),
  parentId: identifier.nullable(),
  groupRole: z.enum(groupRoles).nullable(),
});
export type StructureCard = z.output<typeof structureCard>;

/** What an animator or a lead writes about a structure. */
export const structureFields = z.object({
  name: shortText(160, 2),
  shortName: shortText(60).nullable(),
  kind: z.enum(structureKinds),
  isLegalPerson: z.boolean(),
  isSubjectToCode: z.boolean(),
  groupRole: z.enum(groupRoles).nullable(),
  siret: siret.nullable(),
  town: shortText(80).nullable(),
  department: departmentCode.nullable(),
  purchases: purchases.nullable(),
});
export type StructureFields = z.output<typeof structureFields>;

export interface TreeNode {
  readonly id: string;
  readonly parentId: string | null;
}

/** Would hanging `id` below `parentId` make it its own ancestor? */
export function makesLoop(id: string, parentId: string, nodes: readonly TreeNode[]): boolean {
  const parents = new Map(nodes.map((node) => [node.id, node.parentId]));
  const seen = new Set<string>([id]);
  for (let above: string | null = parentId; above; above = parents.get(above) ?? null) {
    if (seen.has(above)) return true;
    seen.add(above);
  }
  return false;
}

/** Groups first, each followed by its establishments (the support one first), then what stands alone; by name in French order. */
export function inTreeOrder<S extends TreeNode & { readonly name: string; readonly groupRole: GroupRole | null }>(structures: readonly S[]): (S & { readonly isBelow: boolean })[] {
  const known = new Set(structures.map((structure) => structure.id));
  const below = new Map<string, S[]>();
  for (const one of structures) if (one.parentId !== null && known.has(one.parentId)) below.set(one.parentId, [...(below.get(one.parentId) ?? []), one]);
  const byName = (a: S, b: S): number => Number(b.groupRole === 'support') - Number(a.groupRole === 'support') || a.name.localeCompare(b.name, 'fr');
  const tops = structures.filter((one) => one.parentId === null || !known.has(one.parentId));
  const groupsFirst = tops.sort((a, b) => Number(below.has(b.id)) - Number(below.has(a.id)) || byName(a, b));
  const withThose = (structure: S, isBelow: boolean): (S & { isBelow: boolean })[] => [
    { ...structure, isBelow },
    ...(below.get(structure.id) ?? []).sort(byName).flatMap((one) => withThose(one, true)),
  ];
  return groupsFirst.flatMap((top) => withThose(top, false));
}
