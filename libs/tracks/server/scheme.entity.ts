import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SchemeStage } from '../contract';

/** The one scheme of a structure: its draft and how far it is. */
@Entity({ name: 'tracks_scheme' })
export class SchemeEntity {
  @PrimaryColumn({ name: 'structure_id', type: 'uuid' })
  structureId!: string;

  @Column({ name: 'draft_id', type: 'uuid' })
  draftId!: string;

  @Column({ type: 'text' })
  stage!: SchemeStage;

  @Column({ name: 'stage_by', type: 'uuid', nullable: true })
  stageBy!: string | null;

  @Column({ name: 'stage_at', type: 'timestamptz' })
  stageAt!: Date;
}
