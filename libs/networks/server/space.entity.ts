import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SpaceKind } from '../contract';

/** Something people belong to. */
@Entity('networks_space')
export class SpaceEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'kind', type: 'text' })
  kind!: SpaceKind;

  @Column({ name: 'network_id', type: 'uuid', nullable: true })
  networkId!: string | null;

  /** Cohorts only. */
  @Column({ name: 'name', type: 'text', nullable: true })
  name!: string | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
