import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A regional network; its id is its space's. */
@Entity('networks_network')
export class NetworkEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'name', type: 'text' })
  name!: string;

  @Column({ name: 'slug', type: 'text' })
  slug!: string;

  @Column({ name: 'region', type: 'text' })
  region!: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
