import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MemberRole } from '../contract';

/** A person, or a structure (in a cohort), in a space; ended memberships are kept as history. */
@Entity('networks_membership')
export class MembershipEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'space_id', type: 'uuid' })
  spaceId!: string;

  @Column({ name: 'person_id', type: 'uuid', nullable: true })
  personId!: string | null;

  @Column({ name: 'structure_id', type: 'uuid', nullable: true })
  structureId!: string | null;

  @Column({ name: 'role', type: 'text' })
  role!: MemberRole;

  @Column({ name: 'since', type: 'timestamptz' })
  since!: Date;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt!: Date | null;

  @Column({ name: 'invited_by', type: 'uuid', nullable: true })
  invitedBy!: string | null;
}
