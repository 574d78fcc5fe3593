import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { GroupRole, StructureKind } from '../contract';

/** An organisation, or a group of organisations; its id is its space's. */
@Entity('networks_structure')
export class StructureEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'name', type: 'text' })
  name!: string;

  @Column({ name: 'short_name', type: 'text', nullable: true })
  shortName!: string | null;

  @Column({ name: 'kind', type: 'text' })
  kind!: StructureKind;

  @Column({ name: 'is_legal_person', type: 'boolean' })
  isLegalPerson!: boolean;

  @Column({ name: 'is_subject_to_code', type: 'boolean' })
  isSubjectToCode!: boolean;

  @Column({ name: 'parent_id', type: 'uuid', nullable: true })
  parentId!: string | null;

  @Column({ name: 'group_role', type: 'text', nullable: true })
  groupRole!: GroupRole | null;

  @Column({ name: 'siret', type: 'text', nullable: true })
  siret!: string | null;

  @Column({ name: 'town', type: 'text', nullable: true })
  town!: string | null;

  /** Code of the department, as on letters. */
  @Column({ name: 'department', type: 'text', nullable: true })
  department!: string | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
