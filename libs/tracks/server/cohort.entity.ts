import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CohortScope } from '../contract';

/** A group of structures on a track; its id is its space's. */
@Entity({ name: 'tracks_cohort' })
export class CohortEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column({ name: 'network_id', type: 'uuid' })
  networkId!: string;

  @Column({ name: 'template_code', type: 'text' })
  templateCode!: string;

  @Column({ name: 'template_version', type: 'integer' })
  templateVersion!: number;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  scope!: CohortScope;

  /** Made by the page that opened the cohort: the same form sent twice finds the first one. */
  @Column({ name: 'request_id', type: 'uuid' })
  requestId!: string;

  @Column({ name: 'created_by', type: 'uuid', nullable: true })
  createdBy!: string | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
