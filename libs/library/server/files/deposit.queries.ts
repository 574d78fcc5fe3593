import type { Actor } from '@cohorte/networks/contract';
import { AppError, type InputOf, type OutputOf } from '@cohorte/platform/contract';
import { Config, Database, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { asReader, canResource, type DepositedFile, type DepositFields, type Duplicate, type fileLimits, type findKnownFiles, type listDeposits, type readDeposit, whyNotPublish } from '../../contract';
import { ResourceEntity } from '../resource.entity';
import { type FileRow, fileColumns } from './file-row';
import { type UploadRow, uploadColumns } from './upload-row';
import { UploadService } from './upload.service';

interface SentRow extends UploadRow {
  readonly choice: DepositedFile['choice'];
  readonly duplicates: { readonly resourceId: string; readonly how: Duplicate['how'] }[];
}

const lastOnes = 20;

/** What a depositor sees of their deposits; of others' resources only what they may read. */
@Injectable()
export class DepositQueries {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly uploads: UploadService,
  ) {}

  limits(actor: Actor): Promise<OutputOf<typeof fileLimits>> {
    return this.database.transaction(actor, async (tx) => ({ maxBytes: this.config.value.fileMaxBytes, leftBytes: await this.uploads.roomLeft(tx, actor.personId) }));
  }

  list(actor: Actor): Promise<OutputOf<typeof listDeposits>> {
    return this.database.transaction(actor, async (tx) => {
      const rows = await tx.query<{ id: string; madeAt: Date; files: number; waiting: number; refused: number; drafts: number }[]>(
        `SELECT d.id, d.made_at AS "madeAt", count(u.id)::integer AS files, count(*) FILTER (WHERE f.state = 'waiting')::integer AS waiting, count(*) FILTER (WHERE f.state = 'refused')::integer AS refused,
                count(*) FILTER (WHERE r.state = 'draft')::integer AS drafts
           FROM library_deposit d LEFT JOIN library_upload u ON u.deposit_id = d.id LEFT JOIN library_file f ON f.id = u.id LEFT JOIN library_resource r ON r.id = f.resource_id
          WHERE d.person_id = $1 GROUP BY d.id ORDER BY d.made_at DESC LIMIT ${lastOnes}`,
        [actor.personId],
      );
      return { deposits: rows.map((row) => ({ ...row, madeAt: row.madeAt.toISOString() })) };
    });
  }

  read(actor: Actor, depositId: string): Promise<OutputOf<typeof readDeposit>> {
    return this.database.transaction(actor, async (tx) => {
      const [deposit] = await tx.query<{ id: string; fields: DepositFields; madeAt: Date }[]>('SELECT id, fields, made_at AS "madeAt" FROM library_deposit WHERE id = $1 AND person_id = $2', [depositId, actor.personId]);
      if (!deposit) throw new AppError('not-found', 'library.deposit-not-found');
      const sent = await tx.query<SentRow[]>(`SELECT ${uploadColumns}, u.choice, u.duplicates FROM library_upload u WHERE u.deposit_id = $1 ORDER BY u.begun_at, u.id`, [depositId]);
      const files = await tx.query<FileRow[]>(`SELECT ${fileColumns} FROM library_file f WHERE f.id = ANY ($1)`, [sent.map(({ id }) => id)]);
      const resources = await this.known(tx, [...files.map(({ resourceId }) => resourceId), ...sent.flatMap(({ duplicates }) => duplicates.map(({ resourceId }) => resourceId))]);
      return { id: deposit.id, fields: deposit.fields, madeAt: deposit.madeAt.toISOString(), files: sent.map((row) => deposited(actor, row, files.find(({ id }) => id === row.id), resources)) };
    });
  }

  /** Files the reader may read already, by their hash: their line is not used for nothing. */
  alreadyThere(actor: Actor, { sha256 }: InputOf<typeof findKnownFiles>): Promise<OutputOf<typeof findKnownFiles>> {
    return this.database.transaction(actor, async (tx) => ({
      known: await tx.query<OutputOf<typeof findKnownFiles>['known']>(
        `SELECT DISTINCT ON (f.sha256) f.sha256, r.id AS "resourceId", r.slug, r.title FROM library_file f JOIN library_resource r ON r.id = f.resource_id
          WHERE f.sha256 = ANY ($1) AND f.edition IS NOT NULL AND f.state <> 'refused' ORDER BY f.sha256, f.uploaded_at`, [sha256]),
    }));
  }

  private async known(tx: Tx, ids: readonly string[]): Promise<Map<string, ResourceEntity>> {
    const rows = ids.length === 0 ? [] : await tx.getRepository(ResourceEntity).createQueryBuilder('r').whereInIds([...new Set(ids)]).getMany();
    return new Map(rows.map((row) => [row.id, row]));
  }
}

function deposited(actor: Actor, row: SentRow, file: FileRow | undefined, resources: ReadonlyMap<string, ResourceEntity>): DepositedFile {
  const resource = file && resources.get(file.resourceId);
  const { requestId, title, name, size, choice } = row;
  return {
    requestId, choice, name, size: Number(size), title: resource?.title ?? title, state: stateOf(row, file), ...ofFile(file), ...ofResource(resource),
    missing: file && resource ? missingIn(file, resource) : null,
    duplicates: choice ? [] : duplicatesFor(actor, row, resources, resource),
  };
}

const ofFile = (file: FileRow | undefined): Pick<DepositedFile, 'fileId' | 'type' | 'problem' | 'remarks'> =>
  file ? { fileId: file.id, type: file.type, problem: file.problem, remarks: file.remarks } : { fileId: null, type: null, problem: null, remarks: [] };

const ofResource = (resource: ResourceEntity | undefined): Pick<DepositedFile, 'resourceId' | 'slug' | 'version' | 'resourceState'> =>
  resource ? { resourceId: resource.id, slug: resource.slug, version: resource.version, resourceState: resource.state } : { resourceId: null, slug: null, version: null, resourceState: null };

/** The same codes as proposing it would answer. */
function missingIn({ state }: FileRow, resource: ResourceEntity): string | null {
  if (state !== 'ready') return state === 'waiting' ? 'library.file-not-ready' : 'library.file-refused';
  const problem = whyNotPublish({ ...resource, hasFile: true });
  return problem && `library.${problem}`;
}

const stateOf = ({ arrivedAt, choice }: SentRow, file: FileRow | undefined): DepositedFile['state'] => {
  if (!arrivedAt) return 'sending';
  return file && choice !== 'new-version' ? file.state : 'dropped';
};

function duplicatesFor(actor: Actor, { duplicates }: SentRow, resources: ReadonlyMap<string, ResourceEntity>, own: ResourceEntity | undefined): Duplicate[] {
  return duplicates.flatMap(({ resourceId, how }) => {
    const resource = resources.get(resourceId);
    if (!resource || resource === own || !canResource(asReader(actor), 'read', resource)) return [];
    return [{ resourceId, slug: resource.slug, title: resource.title, how, mayReplace: canResource(asReader(actor), 'edit', resource) }];
  });
}
