import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something each structure prepares before a meeting. */
@Entity({ name: 'tracks_homework' })
export class HomeworkEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column({ name: 'cohort_id', type: 'uuid' })
  cohortId!: string;

  /** The step it prepares. */
  @Column({ name: 'step_id', type: 'uuid' })
  stepId!: string;

  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  body!: string;

  /** Days before the meeting by which it is due. */
  @Column({ name: 'days_before', type: 'integer' })
  daysBefore!: number;
}
