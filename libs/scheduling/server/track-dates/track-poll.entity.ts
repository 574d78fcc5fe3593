import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { HolidayPlace, MeetingRule, SchoolZone } from '../../contract';

/** What the polls of one track have in common; the slots and the answers are in those polls. */
@Entity({ name: 'scheduling_track_poll' })
export class TrackPollEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column({ name: 'space_id', type: 'uuid' })
  spaceId!: string;

  @Column({ name: 'network_id', type: 'uuid' })
  networkId!: string;

  @Column({ name: 'request_id', type: 'uuid' })
  requestId!: string;

  @Column({ type: 'text' })
  zone!: string;

  @Column({ name: 'school_zone', type: 'text', nullable: true })
  schoolZone!: SchoolZone | null;

  @Column({ type: 'text', array: true })
  places!: HolidayPlace[];

  /** One a meeting, in the order of the track. */
  @Column({ type: 'jsonb' })
  rules!: MeetingRule[];

  @Column({ name: 'closes_at', type: 'timestamptz' })
  closesAt!: Date;

  @Column({ name: 'opened_at', type: 'timestamptz' })
  openedAt!: Date;

  @Column({ name: 'reminder_at', type: 'timestamptz', nullable: true })
  reminderAt!: Date | null;

  @Column({ name: 'auto_reminded_at', type: 'timestamptz', nullable: true })
  autoRemindedAt!: Date | null;

  @Column({ name: 'hand_reminded_at', type: 'timestamptz', nullable: true })
  handRemindedAt!: Date | null;

  @Column({ name: 'complete_told_at', type: 'timestamptz', nullable: true })
  completeToldAt!: Date | null;

  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true })
  decidedAt!: Date | null;

  @Column({ name: 'cancelled_at', type: 'timestamptz', nullable: true })
  cancelledAt!: Date | null;

  @Column({ name: 'created_by', type: 'uuid', nullable: true })
  createdBy!: string | null;

  @Column({ type: 'integer' })
  version!: number;
}
