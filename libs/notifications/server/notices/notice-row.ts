import type { NoticeKind, NoticeThing } from '../../contract';

/** A notice as the database keeps it, as far as letters and the bell need it. */
export interface NoticeRow {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly about: NoticeThing;
  readonly aboutId: string;
  readonly standingId: string | null;
  readonly personId: string | null;
  readonly address: string | null;
  readonly name: string | null;
  readonly recipient: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly createdAt: Date;
  readonly attempts: number;
  readonly shownAt: Date | null;
  readonly readAt: Date | null;
}

export const noticeColumns = `id, kind, about, about_id AS "aboutId", standing_id AS "standingId", person_id AS "personId", address, name, recipient, facts,
  created_at AS "createdAt", attempts, shown_at AS "shownAt", read_at AS "readAt"`;
