import { Clock, newId, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import type { NoticeKind, NoticeThing } from '../../contract';

/** Someone to tell: a person, or an address and the name of who reads it. */
export interface ToTell {
  readonly personId: string | null;
  readonly email: string;
  readonly name: string;
}

/** One fact to tell to many. */
export interface Telling {
  readonly kind: NoticeKind;
  readonly about: NoticeThing;
  readonly aboutId: string;
  /** What makes it one: `<event or moment>:<what it is about>`; told once to each person however often it is written. */
  readonly occasion: string;
  /** What the letter must know of that moment, never what can be asked when it leaves. */
  readonly facts?: Readonly<Record<string, string>>;
  readonly to: readonly (ToTell & { readonly standingId?: string })[];
}

/** What happens together leaves together: long enough for the events of one change to be delivered, short enough to wait for. */
const gatherMs = 4_000;
/** A fact about thousands is written in pieces. */
const atOnce = 1_000;

const sql = `
  INSERT INTO notifications_notice (id, kind, about, about_id, standing_id, person_id, address, name, recipient, occasion, facts, leave_at, next_attempt_at, created_at)
  SELECT t.id, $1, $2, $3, t.standing_id, t.person_id, t.address, t.name, t.recipient, $4, $5, $6, $6, $7
    FROM unnest($8::uuid[], $9::uuid[], $10::uuid[], $11::text[], $12::text[], $13::text[]) AS t (id, standing_id, person_id, address, name, recipient)
  ON CONFLICT (recipient, occasion) DO NOTHING`;

/** An address as it is compared everywhere. */
export const plainAddress = (email: string): string => email.trim().toLowerCase();

/** Who counts as one: two colleagues may share one mailbox, and nobody is told twice. */
export const recipientOf = ({ personId, email, name }: ToTell): string => personId ?? `${plainAddress(email)} ${name.trim().toLowerCase().replaceAll(/\s+/g, ' ')}`;

/** Writes what people are to be told, in bulk, once for each occasion. */
@Injectable()
export class Notices {
  constructor(private readonly clock: Clock) {}

  async write(tx: Tx, { kind, about, aboutId, occasion, facts = {}, to }: Telling): Promise<void> {
    const now = this.clock.now();
    const leaveAt = new Date(now.getTime() + gatherMs);
    for (let from = 0; from < to.length; from += atOnce) {
      const some = to.slice(from, from + atOnce);
      await tx.query(sql, [
        kind, about, aboutId, occasion, JSON.stringify(facts), leaveAt, now,
        some.map(() => newId()),
        some.map((person) => person.standingId ?? null),
        some.map((person) => person.personId),
        some.map((person) => (person.personId ? null : plainAddress(person.email))),
        some.map((person) => (person.personId ? null : person.name.trim().slice(0, 200))),
        some.map(recipientOf),
      ]);
    }
  }
}
