import type { Tx } from '@cohorte/platform/server';
import type { MeetingDocument } from '../../contract';

export interface DocumentRow {
  id: string;
  meeting_id: string;
  moment: MeetingDocument['moment'];
  title: string;
  url: string | null;
  file_key: string | null;
  file_name: string | null;
  file_type: string | null;
  file_size: number | null;
}

export const documentColumns = 'id, meeting_id, moment, title, url, file_key, file_name, file_type, file_size';

/** Documents of a meeting the transaction's actor may read, oldest first. */
export async function documentsOf(tx: Tx, meetingId: string): Promise<MeetingDocument[]> {
  const rows = await tx.query<DocumentRow[]>(`SELECT ${documentColumns} FROM meetings_document WHERE meeting_id = $1 AND removed_at IS NULL ORDER BY created_at, id`, [meetingId]);
  return rows.map(toDocument);
}

export function toDocument(row: DocumentRow): MeetingDocument {
  const file = row.file_key === null ? null : { name: row.file_name ?? '', type: row.file_type ?? '', size: row.file_size ?? 0 };
  return { id: row.id, moment: row.moment, title: row.title, href: row.url ?? `/api/meetings/${row.meeting_id}/files/${row.id}`, file };
}
