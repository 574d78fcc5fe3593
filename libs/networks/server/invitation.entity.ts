import type { Language } from '@cohorte/platform/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FormerLeadFate, MemberRole } from '../contract';

/** What the tokens of these mailed links are for. */
export const invitationLink = 'networks.invitation';

/** An invitation by mail; the link's token is never stored, only its hash and what it is recomputed from. */
@Entity('networks_invitation')
export class InvitationEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'space_id', type: 'uuid' })
  spaceId!: string;

  @Column({ name: 'role', type: 'text' })
  role!: MemberRole;

  @Column({ name: 'email', type: 'text' })
  email!: string;

  @Column({ name: 'language', type: 'text' })
  language!: Language;

  @Column({ name: 'note', type: 'text', nullable: true })
  note!: string | null;

  @Column({ name: 'former_lead', type: 'text', nullable: true })
  formerLead!: FormerLeadFate | null;

  @Column({ name: 'token_hash', type: 'text' })
  tokenHash!: string;

  @Column({ name: 'nonce', type: 'text' })
  nonce!: string;

  /** How many times it was sent: 1 for the first letter. */
  @Column({ name: 'sendings', type: 'integer' })
  sendings!: number;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;

  @Column({ name: 'sent_at', type: 'timestamptz', nullable: true })
  sentAt!: Date | null;

  @Column({ name: 'accepted_at', type: 'timestamptz', nullable: true })
  acceptedAt!: Date | null;

  @Column({ name: 'accepted_by', type: 'uuid', nullable: true })
  acceptedBy!: string | null;

  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true })
  revokedAt!: Date | null;

  @Column({ name: 'invited_by', type: 'uuid', nullable: true })
  invitedBy!: string | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
