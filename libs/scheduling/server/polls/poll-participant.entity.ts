import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Someone asked, with all their answers in one line. */
@Entity({ name: 'scheduling_poll_participant' })
export class PollParticipantEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column({ name: 'poll_id', type: 'uuid' })
  pollId!: string;

  @Column({ name: 'person_id', type: 'uuid', nullable: true })
  personId!: string | null;

  /** Of guests only; people of the networks are reached through their account. */
  @Column({ type: 'text', nullable: true })
  email!: string | null;

  /** Empty for people with an account: their name is asked where they write it. */
  @Column({ type: 'text' })
  name!: string;

  @Column({ name: 'name_key', type: 'text' })
  nameKey!: string;

  @Column({ name: 'structure_id', type: 'uuid', nullable: true })
  structureId!: string | null;

  @Column({ type: 'boolean' })
  required!: boolean;

  @Column({ type: 'text' })
  nonce!: string;

  @Column({ name: 'token_hash', type: 'text' })
  tokenHash!: string;

  @Column({ type: 'text' })
  answers!: string;

  @Column({ name: 'none_fits', type: 'boolean' })
  noneFits!: boolean;

  @Column({ name: 'answered_at', type: 'timestamptz', nullable: true })
  answeredAt!: Date | null;

  @Column({ name: 'changed_at', type: 'timestamptz', nullable: true })
  changedAt!: Date | null;

  @Column({ name: 'link_told_at', type: 'timestamptz', nullable: true })
  linkToldAt!: Date | null;

  @Column({ type: 'integer' })
  reminders!: number;

  /** Said who they are themselves: their address is theirs once they sign in with it. */
  @Column({ name: 'by_open_link', type: 'boolean' })
  byOpenLink!: boolean;

  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true })
  revokedAt!: Date | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
