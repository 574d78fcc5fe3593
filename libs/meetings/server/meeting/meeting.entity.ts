import type { AgendaPart, LaterSitting, MeetingAudience, MeetingFormat, MeetingKind, MeetingSpeaker } from '../../contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One meeting of a space: what, when, where, how long. How to join it is kept apart (`meetings_access`). */
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

  @Column({ type: 'text' })
  kind!: MeetingKind;

  @Column({ type: 'text' })
  audience!: MeetingAudience;

  @Column({ type: 'text' })
  zone!: string;

  @Column({ type: 'text' })
  about!: string;

  @Column({ name: 'later_sittings', type: 'jsonb' })
  laterSittings!: LaterSitting[];

  /** End of the last sitting. */
  @Column({ name: 'ends_at', type: 'timestamptz', nullable: true })
  endsAt!: Date | null;

  @Column({ name: 'place_name', type: 'text' })
  placeName!: string;

  @Column({ name: 'place_address', type: 'text' })
  placeAddress!: string;

  @Column({ name: 'place_access', type: 'text' })
  placeAccess!: string;

  @Column({ name: 'replay_url', type: 'text' })
  replayUrl!: string;

  @Column({ type: 'jsonb' })
  agenda!: AgendaPart[];

  @Column({ type: 'jsonb' })
  speakers!: MeetingSpeaker[];

  @Column({ name: 'animator_ids', type: 'uuid', array: true })
  animatorIds!: string[];

  /** Null while its animators prepare it. */
  @Column({ name: 'published_at', type: 'timestamptz', nullable: true })
  publishedAt!: Date | null;

  @Column({ name: 'postponed_at', type: 'timestamptz', nullable: true })
  postponedAt!: Date | null;

  /** What was last told to everyone with a change of date. */
  @Column({ type: 'text' })
  notice!: string;

  @Column({ name: 'request_id', type: 'uuid', nullable: true })
  requestId!: string | null;
}
