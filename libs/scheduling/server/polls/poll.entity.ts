import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ClosedReason, PollCounting, PollProposals, PollState, PollVisibility } from '../../contract';

/** What is asked, of whom nothing: the slots and the people are beside. */
@Entity({ name: 'scheduling_poll' })
export class PollEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column({ name: 'space_id', type: 'uuid' })
  spaceId!: string;

  @Column({ name: 'network_id', type: 'uuid' })
  networkId!: string;

  @Column({ name: 'meeting_id', type: 'uuid' })
  meetingId!: string;

  /** Set when a page of a whole track asks: that page invites and reminds. */
  @Column({ name: 'track_poll_id', type: 'uuid', nullable: true })
  trackPollId!: string | null;

  @Column({ name: 'request_id', type: 'uuid' })
  requestId!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  note!: string;

  @Column({ type: 'text' })
  zone!: string;

  @Column({ name: 'third_answer', type: 'boolean' })
  thirdAnswer!: boolean;

  @Column({ type: 'text' })
  visibility!: PollVisibility;

  @Column({ name: 'names_hidden', type: 'boolean' })
  namesHidden!: boolean;

  @Column({ type: 'text' })
  counting!: PollCounting;

  @Column({ type: 'integer', nullable: true })
  quorum!: number | null;

  @Column({ type: 'text' })
  proposals!: PollProposals;

  @Column({ type: 'text' })
  state!: PollState;

  @Column({ name: 'closed_reason', type: 'text', nullable: true })
  closedReason!: ClosedReason | null;

  @Column({ name: 'closes_at', type: 'timestamptz' })
  closesAt!: Date;

  @Column({ name: 'opened_at', type: 'timestamptz', nullable: true })
  openedAt!: Date | null;

  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true })
  closedAt!: Date | null;

  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true })
  decidedAt!: Date | null;

  @Column({ name: 'decided_slot_id', type: 'uuid', nullable: true })
  decidedSlotId!: string | null;

  /** When those missing are reminded by the poll itself. */
  @Column({ name: 'reminder_at', type: 'timestamptz', nullable: true })
  reminderAt!: Date | null;

  @Column({ name: 'auto_reminded_at', type: 'timestamptz', nullable: true })
  autoRemindedAt!: Date | null;

  @Column({ name: 'hand_reminded_at', type: 'timestamptz', nullable: true })
  handRemindedAt!: Date | null;

  @Column({ name: 'complete_told_at', type: 'timestamptz', nullable: true })
  completeToldAt!: Date | null;

  /** How many places slots were ever given; a place is never given twice. */
  @Column({ type: 'integer' })
  places!: number;

  @Column({ name: 'created_by', type: 'uuid', nullable: true })
  createdBy!: string | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ type: 'integer' })
  version!: number;
}
