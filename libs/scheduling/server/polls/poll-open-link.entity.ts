import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The one link by which anybody may answer a poll. */
@Entity({ name: 'scheduling_poll_open_link' })
export class PollOpenLinkEntity {
  @PrimaryColumn({ name: 'poll_id', type: 'uuid' })
  pollId!: string;

  @Column({ type: 'text' })
  nonce!: string;

  @Column({ name: 'token_hash', type: 'text' })
  tokenHash!: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
