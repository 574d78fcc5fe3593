import type { Actor } from '@cohorte/networks/contract';
import { AppError } from '@cohorte/platform/contract';
import { asSystem, Clock, Database, FileStore, newId, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';
import { asReader, canResource, type DepositFields, type FileRole, type FileTypeKey, formOfType, harmlessName, type ResourceFields, typeOfName } from '../../contract';
import { ResourceEntity } from '../resource.entity';
import { ResourceService } from '../resource.service';
import { ArrivalContext } from './arrival-context';
import { fileOfEdition, filesOf, keysOfFile } from './file-row';
import { type UploadRow, uploadColumns } from './upload-row';
import { UploadStore } from './upload.store';

type NewFile = Pick<UploadRow, 'id' | 'role' | 'note' | 'name' | 'personId' | 'imported'> & Placed & { readonly size: string | number; readonly sha256: string };

interface Placed {
  readonly resourceId: string;
  /** Null: it takes its place once it has been read. */
  readonly edition: number | null;
}

/**
 * What happens when the last byte has come: hashed and kept, it becomes a draft of its depositor, or the next file of a resource.
 * The file has the identifier of its upload, so that doing it again after a crash does nothing twice.
 */
@Injectable()
export class FileArrival {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly store: UploadStore,
    private readonly files: FileStore,
    private readonly resources: ResourceService,
    private readonly arrivals: ArrivalContext,
  ) {}

  async complete(uploadId: string): Promise<void> {
    const upload = await this.store.rowOf(uploadId);
    if (!upload || upload.arrivedAt || (await this.store.arrivedBytes(uploadId)) !== Number(upload.size)) return;
    const actor = await this.arrivals.actorOf(upload.personId);
    const sha256 = await this.keep(uploadId);
    await this.database.transaction(actor, (tx) => this.place(tx, actor, uploadId, sha256));
    await this.store.forget(uploadId);
    await this.arrivals.compare(actor, uploadId);
  }

  /** A file that the house itself has (a demonstration, an import), in the caller's transaction, the caller having checked who may: it takes its place once it was read. */
  async give(tx: Tx, by: string, { resourceId, name, bytes }: { resourceId: string; name: string; bytes: Buffer }): Promise<void> {
    const id = newId();
    await this.files.put(keysOfFile(id).source, bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await this.insert(tx, { id, resourceId, role: 'main', edition: null, note: '', imported: false, name: harmlessName(name), size: bytes.length, sha256, personId: by });
  }

  /** Copies the bytes where files are kept, and hashes them on the way. */
  private async keep(uploadId: string): Promise<string> {
    const hash = createHash('sha256');
    const hashed = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        done(null, chunk);
      },
    });
    const source = this.store.bytesOf(uploadId);
    source.once('error', (error) => hashed.destroy(error));
    await this.files.put(keysOfFile(uploadId).source, source.pipe(hashed));
    return hash.digest('hex');
  }

  private async place(tx: Tx, actor: Actor, uploadId: string, sha256: string): Promise<void> {
    const [upload] = await asSystem(tx, 'library', () => tx.query<UploadRow[]>(`SELECT ${uploadColumns} FROM library_upload u WHERE u.id = $1 FOR UPDATE`, [uploadId]));
    if (!upload || upload.arrivedAt) return;
    const isThere = upload.resourceId !== null && (upload.imported || upload.note === '') && (await this.isInPlace(tx, upload.resourceId, { role: upload.role, sha256 }));
    if (isThere) return this.arrived(tx, uploadId);
    const { resourceId, edition } = upload.resourceId ? await this.nextFile(tx, actor, upload.resourceId) : await this.newDraft(tx, actor, upload);
    await this.insert(tx, { ...upload, resourceId, edition, sha256 });
    await this.arrived(tx, uploadId);
  }

  private async arrived(tx: Tx, uploadId: string): Promise<void> {
    await asSystem(tx, 'library', () => tx.query('UPDATE library_upload SET arrived_at = $2 WHERE id = $1', [uploadId, this.clock.now()]));
  }

  /** The very file it has already: sent again (an import run twice), it changes nothing. */
  private async isInPlace(tx: Tx, resourceId: string, { role, sha256 }: { role: FileRole; sha256: string }): Promise<boolean> {
    const files = await asSystem(tx, 'library', () => filesOf(tx, resourceId));
    return fileOfEdition(files, Number.MAX_SAFE_INTEGER, role)?.sha256 === sha256;
  }

  private async insert(tx: Tx, { id, resourceId, role, edition, note, imported, name, size, sha256, personId }: NewFile): Promise<void> {
    await asSystem(tx, 'library', async () => {
      // Another that waited to take the same place does not any more.
      if (edition === null) await tx.query('DELETE FROM library_file WHERE resource_id = $1 AND role = $2 AND edition IS NULL', [resourceId, role]);
      await tx.query(
        `INSERT INTO library_file (id, resource_id, role, edition, note, name, size, sha256, state, uploaded_by, uploaded_at, imported) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', $9, $10, $11)`,
        [id, resourceId, role, edition, note, name, size, sha256, personId, this.clock.now(), imported],
      );
    });
    await this.arrivals.tell(tx, id);
  }

  private async newDraft(tx: Tx, actor: Actor, upload: UploadRow): Promise<Placed> {
    const [deposit] = await tx.query<{ fields: DepositFields }[]>('SELECT fields FROM library_deposit WHERE id = $1', [upload.depositId]);
    if (!deposit) throw new AppError('not-found', 'library.deposit-not-found');
    const { id } = await this.resources.depositAs(tx, actor, { requestId: upload.requestId, then: 'keep', fields: fieldsFrom(deposit.fields, upload) });
    return { resourceId: id, edition: 0 };
  }

  /** What is out keeps its file until the next has been read: readers never meet one that must be refused. */
  private async nextFile(tx: Tx, actor: Actor, resourceId: string): Promise<Placed> {
    const resource = await tx.getRepository(ResourceEntity).findOneBy({ id: resourceId });
    if (!resource || !canResource(asReader(actor), 'edit', resource)) throw new AppError('forbidden', 'library.not-yours');
    const isOut = resource.state === 'published' || resource.state === 'retired';
    return { resourceId, edition: isOut ? null : resource.edition };
  }
}

const bare = { summary: '', content: '', clause: null, link: null, legal: [], cpv: [], checkedOn: null, reviewOn: null };

const fieldsFrom = ({ form, ...shared }: DepositFields, upload: UploadRow): ResourceFields => ({
  ...bare, ...shared, title: upload.title, form: upload.form ?? form ?? formOfType(typeOfName(upload.name) as FileTypeKey),
});
