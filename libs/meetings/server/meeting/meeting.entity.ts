import type { MeetingFormat } from '../../contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One meeting of a space: what, when, how long. */
@Entity({ name: 'meetings_meeting' })
export class MeetingEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column({ name: 'space_id', type: 'uuid' })
  spaceId!: string;

  @Column({ name: 'network_id', type: 'uuid' })
  networkId!: string;

  /** Order within the space. */
  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  objective!: string;

  @Column({ type: 'text' })
  format!: MeetingFormat;

  @Column({ type: 'integer' })
  minutes!: number;

  @Column({ name: 'starts_at', type: 'timestamptz', nullable: true })
  startsAt!: Date | null;

  @Column({ name: 'date_by_poll', type: 'boolean' })
  dateByPoll!: boolean;

  @Column({ name: 'cancelled_at', type: 'timestamptz', nullable: true })
  cancelledAt!: Date | null;

  @Column({ type: 'integer' })
  version!: number;
}
