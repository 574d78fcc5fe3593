import type { Actor } from '@cohorte/networks/contract';
import { AppError } from '@cohorte/platform/contract';
import { asSystem, Clock, Config, Database, newId, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { asReader, canResource, harmlessName, titleOfName } from '../../contract';
import { ResourceEntity } from '../resource.entity';
import { type UploadMetadata, uploadMetadata, type UploadRow, uploadColumns } from './upload-row';
import { whyNotTaken } from './why-not-taken';

/** Lets files come: whose, how large, of which type, for what; sending a request twice goes on with the same upload. */
@Injectable()
export class UploadService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Answers the identifier under which the bytes will come. */
  async begin(actor: Actor, given: Readonly<Record<string, unknown>> | null | undefined, size: number): Promise<string> {
    // What tus carries empty comes as null.
    const read = uploadMetadata.safeParse(Object.fromEntries(Object.entries(given ?? {}).filter(([, value]) => value !== null)));
    if (!read.success) throw new AppError('bad-input', 'library.upload-unclear');
    const metadata = read.data;
    const name = this.acceptable(metadata, size);
    return this.database.transaction(actor, async (tx) => {
      const former = await this.alreadyBegun(tx, actor, metadata.requestId, size);
      if (former) return former;
      await this.assertWelcome(tx, actor, metadata);
      await this.assertRoom(tx, actor, size);
      const id = newId();
      await asSystem(tx, 'library', () => tx.query(
        `INSERT INTO library_upload (id, request_id, person_id, deposit_id, resource_id, role, note, name, title, form, size, begun_at, imported) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
        [id, metadata.requestId, actor.personId, metadata.depositId, metadata.resourceId, metadata.role, metadata.note, name, titleFrom(metadata, name), metadata.form, size, this.clock.now(), metadata.imported === '1'],
      ));
      return id;
    });
  }

  /** An upload is for whoever began it. */
  async assertMine(actor: Actor, id: string): Promise<void> {
    const rows = await this.database.transaction(actor, (tx) => tx.query<unknown[]>('SELECT FROM library_upload WHERE id::text = $1 AND person_id = $2', [id, actor.personId]));
    if (rows.length === 0) throw new AppError('not-found', 'library.upload-not-found');
  }

  /** How much room a person has left, in bytes. */
  async roomLeft(tx: Tx, personId: string): Promise<number> {
    const [row] = await asSystem(tx, 'library', () => tx.query<{ used: string }[]>(
      `SELECT coalesce((SELECT sum(size) FROM library_file WHERE uploaded_by = $1), 0) + coalesce((SELECT sum(size) FROM library_upload WHERE person_id = $1 AND arrived_at IS NULL), 0) AS used`, [personId]));
    return Math.max(0, this.config.value.personFilesBytes - Number(row?.used ?? 0));
  }

  private acceptable({ filename, role }: UploadMetadata, size: number): string {
    const name = harmlessName(filename);
    const refused = whyNotTaken({ name, role, size }, this.config.value.fileMaxBytes);
    if (refused) throw refused;
    return name;
  }

  /** The answer to the first request may be lost: the second goes on with the same upload, and learns when it is whole. */
  private async alreadyBegun(tx: Tx, actor: Actor, requestId: string, size: number): Promise<string | null> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('library.upload:' || $1, 0))`, [requestId]);
    const [row] = await asSystem(tx, 'library', () => tx.query<UploadRow[]>(`SELECT ${uploadColumns} FROM library_upload u WHERE u.request_id = $1`, [requestId]));
    if (!row) return null;
    if (row.personId !== actor.personId || Number(row.size) !== size) throw new AppError('conflict', 'library.request-used');
    if (row.arrivedAt) throw new AppError('gone', 'library.already-deposited');
    return row.id;
  }

  private async assertWelcome(tx: Tx, actor: Actor, { depositId, resourceId }: UploadMetadata): Promise<void> {
    if (depositId) {
      const [deposit] = await tx.query<{ personId: string }[]>('SELECT person_id AS "personId" FROM library_deposit WHERE id = $1', [depositId]);
      if (deposit?.personId !== actor.personId) throw new AppError('not-found', 'library.deposit-not-found');
      return;
    }
    const resource = await tx.getRepository(ResourceEntity).findOneBy({ id: resourceId as string });
    if (!resource || !canResource(asReader(actor), 'read', resource)) throw new AppError('not-found', 'library.not-found');
    if (!canResource(asReader(actor), 'edit', resource)) throw new AppError('forbidden', 'library.not-yours');
  }

  /** One at a time for a person, so that many begun at once do not all find the same room. */
  private async assertRoom(tx: Tx, actor: Actor, size: number): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('library.room:' || $1, 0))`, [actor.personId]);
    const left = await this.roomLeft(tx, actor.personId);
    if (size > left) throw new AppError('too-large', 'library.quota-exceeded', { leftMegabytes: Math.floor(left / 1_000_000) });
  }
}

/** A title that a resource may have: said by the page, else read from the name. */
function titleFrom({ title = '' }: UploadMetadata, name: string): string {
  const said = title.normalize('NFC').replaceAll(/\p{Cc}+/gu, ' ').trim().slice(0, 200);
  return said.length >= 3 ? said : titleOfName(name);
}
