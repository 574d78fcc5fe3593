import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MeetingHalf } from '../contract';

/** A meeting's place on the track of a cohort. */
@Entity({ name: 'tracks_step' })
export class StepEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column({ name: 'cohort_id', type: 'uuid' })
  cohortId!: string;

  @Column({ name: 'meeting_id', type: 'uuid' })
  meetingId!: string;

  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'integer', nullable: true })
  number!: number | null;

  @Column({ name: 'after_number', type: 'integer', nullable: true })
  afterNumber!: number | null;

  @Column({ name: 'short_title', type: 'text' })
  shortTitle!: string;

  @Column({ type: 'jsonb' })
  halves!: MeetingHalf[];
}
