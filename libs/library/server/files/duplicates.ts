import type { Actor } from '@cohorte/networks/contract';
import { asSystem, Database, SearchQueries, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { areNearTitles, type Duplicate } from '../../contract';
import { areNearTexts } from '../reading/shingles';

type Found = Pick<Duplicate, 'resourceId' | 'how'>;

/** Told to a depositor: more would not be read. */
const told = 5;

/** Looks for what a file deposited may be already, among what its depositor may read; nothing is decided here. */
@Injectable()
export class Duplicates {
  constructor(
    private readonly database: Database,
    private readonly search: SearchQueries,
  ) {}

  /** By the file itself and by its title, as soon as it has come. */
  async lookFor(actor: Actor, fileId: string): Promise<void> {
    const [file] = await this.database.transaction(actor, (tx) => tx.query<{ title: string }[]>(
      'SELECT r.title FROM library_file f JOIN library_resource r ON r.id = f.resource_id JOIN library_upload u ON u.id = f.id WHERE f.id = $1 AND u.deposit_id IS NOT NULL', [fileId]));
    if (!file) return;
    const { ids } = await this.search.matching(actor, { text: file.title, domain: 'library' });
    await this.database.transaction(actor, async (tx) => {
      const same = await tx.query<{ id: string }[]>(
        `SELECT DISTINCT o.resource_id AS id FROM library_file f JOIN library_file o ON o.sha256 = f.sha256 AND o.resource_id <> f.resource_id WHERE f.id = $1 AND o.edition IS NOT NULL LIMIT ${told}`, [fileId]);
      const titled = await tx.query<{ id: string; title: string }[]>('SELECT id, title FROM library_resource WHERE id = ANY ($1)', [ids.slice(0, 50)]);
      await keep(tx, fileId, [
        ...same.map(({ id }): Found => ({ resourceId: id, how: 'same-file' })),
        ...titled.filter(({ title }) => areNearTitles(title, file.title)).map(({ id }): Found => ({ resourceId: id, how: 'near-title' })),
      ]);
    });
  }

  /** By its text, once it is read. */
  lookForTexts(actor: Actor, fileId: string): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      const rows = await tx.query<{ id: string; mine: number[]; theirs: number[] }[]>(
        `SELECT DISTINCT ON (o.resource_id) o.resource_id AS id, f.shingles AS mine, o.shingles AS theirs
           FROM library_file f JOIN library_upload u ON u.id = f.id AND u.deposit_id IS NOT NULL JOIN library_file o ON o.shingles && f.shingles AND o.resource_id <> f.resource_id AND o.edition IS NOT NULL
          WHERE f.id = $1 ORDER BY o.resource_id, o.edition DESC, o.uploaded_at DESC LIMIT 200`, [fileId]);
      await keep(tx, fileId, rows.filter(({ mine, theirs }) => areNearTexts(mine, theirs)).map(({ id }): Found => ({ resourceId: id, how: 'near-text' })));
    });
  }
}

/** Each resource once, by the surest of its signs. */
async function keep(tx: Tx, fileId: string, found: readonly Found[]): Promise<void> {
  if (found.length === 0) return;
  await asSystem(tx, 'library', async () => {
    const [row] = await tx.query<{ duplicates: Found[] }[]>('SELECT duplicates FROM library_upload WHERE id = $1 FOR UPDATE', [fileId]);
    const sure: Found['how'][] = ['same-file', 'near-text', 'near-title'];
    const all = [...(row?.duplicates ?? []), ...found].toSorted((a, b) => sure.indexOf(a.how) - sure.indexOf(b.how));
    const each = all.filter(({ resourceId }, at) => all.findIndex((one) => one.resourceId === resourceId) === at).slice(0, told);
    await tx.query('UPDATE library_upload SET duplicates = $2 WHERE id = $1', [fileId, JSON.stringify(each)]);
  });
}
