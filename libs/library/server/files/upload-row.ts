import { identifier, shortText } from '@cohorte/platform/contract';
import * as z from 'zod';
import { fileRoles, type FileRole } from '../../contract';
import { formKeys } from '../../contract/taxonomies';

/** What the page says of a file before its first byte, in the metadata of tus. */
export const uploadMetadata = z
  .object({
    requestId: identifier,
    depositId: identifier.optional(),
    resourceId: identifier.optional(),
    filename: z.string().max(4_000),
    title: z.string().max(300).optional(),
    form: z.enum(formKeys as [string, ...string[]]).optional(),
    note: shortText(300, 0).default(''),
    role: z.enum(fileRoles).default('main'),
    /** Sent by an import: the very file that is there changes nothing, and a draft made for it is published once it was read. */
    imported: z.literal('1').optional(),
  })
  .refine(({ depositId, resourceId }) => (depositId === undefined) !== (resourceId === undefined));
export type UploadMetadata = z.output<typeof uploadMetadata>;

export interface UploadRow {
  readonly id: string;
  readonly requestId: string;
  readonly personId: string;
  readonly depositId: string | null;
  readonly resourceId: string | null;
  readonly role: FileRole;
  readonly imported: boolean;
  readonly note: string;
  readonly name: string;
  readonly title: string;
  readonly form: string | null;
  /** Bytes; a bigint of PostgreSQL comes as text. */
  readonly size: string;
  readonly begunAt: Date;
  readonly arrivedAt: Date | null;
}

export const uploadColumns = `u.id, u.request_id AS "requestId", u.person_id AS "personId", u.deposit_id AS "depositId", u.resource_id AS "resourceId", u.role, u.imported, u.note, u.name, u.title, u.form, u.size,
  u.begun_at AS "begunAt", u.arrived_at AS "arrivedAt"`;
