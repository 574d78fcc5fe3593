import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SlotStatus } from '../../contract';

/** One date a poll asks about. */
@Entity({ name: 'scheduling_poll_slot' })
export class PollSlotEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column({ name: 'poll_id', type: 'uuid' })
  pollId!: string;

  /** Its letter in every participant’s line of answers. */
  @Column({ type: 'integer' })
  place!: number;

  @Column({ name: 'starts_at', type: 'timestamptz' })
  startsAt!: Date;

  @Column({ type: 'integer' })
  minutes!: number;

  @Column({ name: 'all_day', type: 'boolean' })
  allDay!: boolean;

  /** `2026-03-29`, in the zone it was written in. */
  @Column({ type: 'date' })
  day!: string;

  @Column({ type: 'text' })
  status!: SlotStatus;

  @Column({ name: 'proposed_by', type: 'uuid', nullable: true })
  proposedBy!: string | null;

  @Column({ name: 'added_at', type: 'timestamptz' })
  addedAt!: Date;
}
