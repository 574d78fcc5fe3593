import type { GroupRole, StructureCard, StructureKind } from '../contract';

/** Columns of a structure's card, of a table named `t`. */
export const structureColumns = 't.id, t.name, t.short_name, t.kind, t.town, t.is_legal_person, t.parent_id, t.group_role';

export interface StructureRow {
  id: string;
  name: string;
  short_name: string | null;
  kind: StructureKind;
  town: string | null;
  is_legal_person: boolean;
  parent_id: string | null;
  group_role: GroupRole | null;
}

export const toStructureCard = (row: StructureRow): StructureCard => ({
  id: row.id,
  name: row.name,
  shortName: row.short_name,
  kind: row.kind,
  town: row.town,
  isLegalPerson: row.is_legal_person,
  parentId: row.parent_id,
  groupRole: row.group_role,
});
