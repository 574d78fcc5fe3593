import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ToolboxAccess, ToolboxState } from '../contract';

/** A selection that a network or a cohort makes together. */
@Entity({ name: 'library_toolbox' })
export class ToolboxEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column({ name: 'network_id', type: 'uuid' })
  networkId!: string;

  @Column({ name: 'space_id', type: 'uuid' })
  spaceId!: string;

  @Column({ type: 'text' })
  slug!: string;

  @Column({ name: 'request_id', type: 'uuid' })
  requestId!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  introduction!: string;

  @Column({ type: 'text' })
  access!: ToolboxAccess;

  @Column({ type: 'text' })
  state!: ToolboxState;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ name: 'created_by', type: 'uuid', nullable: true })
  createdBy!: string | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'published_at', type: 'timestamptz', nullable: true })
  publishedAt!: Date | null;
}
