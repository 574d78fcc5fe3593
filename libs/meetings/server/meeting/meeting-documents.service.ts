import type { Actor } from '@cohorte/networks/contract';
import { AppError, type InputOf } from '@cohorte/platform/contract';
import { Clock, Database, FileStore, newId, type StoredFile, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { type addMeetingLink, type MeetingDocument, meetingFileMaxBytes, meetingFileType, type MeetingReaderActor } from '../../contract';
import { documentColumns, type DocumentRow, toDocument } from './meeting-documents.queries';
import { allowedMeeting } from './meeting-row';

/** More than this is no longer a list one reads before a meeting. */
const mostDocuments = 50;

export interface NewMeetingFile {
  readonly meetingId: string;
  readonly moment: MeetingDocument['moment'];
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Where a document of a meeting is kept, and what it is. */
interface KeptFile {
  readonly key: string;
  readonly name: string;
  readonly type: string;
}

/** A document on its way to its reader. */
export interface OpenedFile {
  readonly file: StoredFile;
  readonly name: string;
  readonly type: string;
}

/** Documents read before a meeting and kept after it: links, and files in the platform's store. */
@Injectable()
export class MeetingDocuments {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly files: FileStore,
  ) {}

  addLink(actor: Actor, { meetingId, moment, title, url }: InputOf<typeof addMeetingLink>): Promise<MeetingDocument> {
    return this.database.transaction(actor, async (tx) => {
      await this.room(tx, actor, meetingId);
      return this.insert(tx, actor, { meeting_id: meetingId, moment, title, url, file_key: null, file_name: null, file_type: null, file_size: null });
    });
  }

  /** The file is stored before its row: a row never names a file that is not there. */
  async addFile(actor: Actor, { meetingId, moment, name, bytes }: NewMeetingFile): Promise<MeetingDocument> {
    const type = meetingFileType(name, bytes);
    if (bytes.byteLength > meetingFileMaxBytes) throw new AppError('too-large', 'meetings.file-too-large');
    if (!type) throw new AppError('unsupported-type', 'meetings.file-refused');
    await this.database.transaction(actor, (tx) => this.room(tx, actor, meetingId));
    const key = `meetings/${newId()}`;
    await this.files.put(key, bytes);
    const title = name.replace(/\.[^.]+$/, '').slice(0, 160);
    return this.database.transaction(actor, async (tx) => {
      await this.room(tx, actor, meetingId);
      return this.insert(tx, actor, { meeting_id: meetingId, moment, title, url: null, file_key: key, file_name: name, file_type: type, file_size: bytes.byteLength });
    });
  }

  remove(actor: Actor, meetingId: string, documentId: string): Promise<MeetingDocument> {
    return this.mark(actor, { meetingId, documentId }, this.clock.now());
  }

  restore(actor: Actor, meetingId: string, documentId: string): Promise<MeetingDocument> {
    return this.mark(actor, { meetingId, documentId }, null);
  }

  /** The file is opened once the transaction is over: a slow disk holds no connection. */
  async open(actor: MeetingReaderActor, meetingId: string, documentId: string): Promise<OpenedFile> {
    return this.opened(await this.database.transaction(actor, async (tx) => {
      await allowedMeeting(tx, actor, 'read', meetingId);
      return this.find(tx, meetingId, documentId);
    }));
  }

  /** For a caller who has checked who may read it. */
  async find(tx: Tx, meetingId: string, documentId: string): Promise<KeptFile> {
    const [row] = await tx.query<DocumentRow[]>(`SELECT ${documentColumns} FROM meetings_document WHERE meeting_id = $1 AND id = $2 AND removed_at IS NULL AND file_key IS NOT NULL`, [meetingId, documentId]);
    if (!row?.file_key) throw new AppError('not-found', 'meetings.document-not-found');
    return { key: row.file_key, name: row.file_name ?? row.title, type: row.file_type ?? 'application/octet-stream' };
  }

  async opened({ key, name, type }: KeptFile): Promise<OpenedFile> {
    return { file: await this.files.get(key), name, type };
  }

  private async room(tx: Tx, actor: Actor, meetingId: string): Promise<void> {
    await allowedMeeting(tx, actor, 'edit', meetingId);
    const [held] = await tx.query<{ count: number }[]>('SELECT count(*)::int AS count FROM meetings_document WHERE meeting_id = $1 AND removed_at IS NULL', [meetingId]);
    if ((held?.count ?? 0) >= mostDocuments) throw new AppError('conflict', 'meetings.too-many-documents');
  }

  private async insert(tx: Tx, actor: Actor, row: Omit<DocumentRow, 'id'>): Promise<MeetingDocument> {
    const id = newId();
    await tx.query(
      `INSERT INTO meetings_document (${documentColumns}, created_by, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [id, row.meeting_id, row.moment, row.title, row.url, row.file_key, row.file_name, row.file_type, row.file_size, actor.personId, this.clock.now()],
    );
    return toDocument({ ...row, id });
  }

  private mark(actor: Actor, { meetingId, documentId }: { meetingId: string; documentId: string }, removedAt: Date | null): Promise<MeetingDocument> {
    return this.database.transaction(actor, async (tx) => {
      await allowedMeeting(tx, actor, 'edit', meetingId);
      const [rows] = await tx.query<[DocumentRow[], number]>(
        `UPDATE meetings_document SET removed_at = $3 WHERE meeting_id = $1 AND id = $2 RETURNING ${documentColumns}`,
        [meetingId, documentId, removedAt],
      );
      const [row] = rows;
      if (!row) throw new AppError('not-found', 'meetings.document-not-found');
      return toDocument(row);
    });
  }
}
