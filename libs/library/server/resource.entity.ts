import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AccessLevel, ClauseFields, ResourceKind, ResourceState } from '../contract';

/** A resource as it stands: the text last written, and where it is on its way to readers. */
@Entity({ name: 'library_resource' })
export class ResourceEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column({ name: 'network_id', type: 'uuid' })
  networkId!: string;

  @Column({ name: 'space_id', type: 'uuid' })
  spaceId!: string;

  @Column({ type: 'text' })
  slug!: string;

  @Column({ name: 'request_id', type: 'uuid' })
  requestId!: string;

  @Column({ type: 'text' })
  state!: ResourceState;

  @Column({ type: 'text' })
  access!: AccessLevel;

  @Column({ type: 'text' })
  kind!: ResourceKind;

  @Column({ type: 'text' })
  form!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  summary!: string;

  @Column({ type: 'text' })
  content!: string;

  @Column({ type: 'jsonb', nullable: true })
  clause!: ClauseFields | null;

  @Column({ type: 'text', nullable: true })
  link!: string | null;

  @Column({ type: 'text' })
  publisher!: string;

  @Column({ type: 'integer', nullable: true })
  year!: number | null;

  @Column({ type: 'text' })
  language!: 'fr' | 'en';

  @Column({ type: 'text' })
  licence!: string;

  @Column({ type: 'text', array: true })
  themes!: string[];

  @Column({ type: 'text', array: true })
  segments!: string[];

  @Column({ type: 'text', array: true })
  stages!: string[];

  @Column({ type: 'text', array: true })
  sectors!: string[];

  @Column({ type: 'text', array: true })
  territories!: string[];

  @Column({ type: 'text', array: true })
  audiences!: string[];

  @Column({ type: 'text', array: true })
  legal!: string[];

  @Column({ type: 'text', array: true })
  tags!: string[];

  /** What each tag is compared by, in the order of `tags`. */
  @Column({ name: 'tag_keys', type: 'text', array: true })
  tagKeys!: string[];

  @Column({ type: 'text', array: true })
  cpv!: string[];

  @Column({ name: 'checked_on', type: 'date', nullable: true })
  checkedOn!: string | null;

  @Column({ name: 'review_on', type: 'date', nullable: true })
  reviewOn!: string | null;

  @Column({ name: 'owner_id', type: 'uuid', nullable: true })
  ownerId!: string | null;

  /** Rises with every change: who writes over another's change is told. */
  @Column({ type: 'integer' })
  version!: number;

  /** The number of the version that readers see. */
  @Column({ type: 'integer' })
  edition!: number;

  /** A draft that an import made for its file: out once that is read. */
  @Column({ name: 'awaits_file', type: 'boolean' })
  awaitsFile!: boolean;

  @Column({ name: 'returned_note', type: 'text' })
  returnedNote!: string;

  @Column({ name: 'retired_note', type: 'text' })
  retiredNote!: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt!: Date;

  @Column({ name: 'submitted_at', type: 'timestamptz', nullable: true })
  submittedAt!: Date | null;

  @Column({ name: 'published_at', type: 'timestamptz', nullable: true })
  publishedAt!: Date | null;
}
