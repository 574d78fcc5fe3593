import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ResourceFields } from '../contract';

/** What readers could read from one day to the next. */
@Entity({ name: 'library_version' })
export class VersionEntity {
  @PrimaryColumn({ name: 'resource_id', type: 'uuid' })
  resourceId!: string;

  @PrimaryColumn({ type: 'integer' })
  number!: number;

  /** What changed, in its author's words. */
  @Column({ type: 'text' })
  note!: string;

  @Column({ type: 'jsonb' })
  fields!: ResourceFields;

  @Column({ name: 'made_at', type: 'timestamptz' })
  madeAt!: Date;

  @Column({ name: 'made_by', type: 'uuid', nullable: true })
  madeBy!: string | null;
}
