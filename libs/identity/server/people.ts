import { AppError, type Language } from '@cohorte/platform/contract';
import { asSystem, Clock, newId, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';

export interface Contact {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

/** The door through which other domains create and find people, inside their own transaction. */
@Injectable()
export class People {
  constructor(private readonly clock: Clock) {}

  /** Answers the new person's id. The address counts as verified: every way in starts by proving it. */
  async createPerson(tx: Tx, given: { name: string; email: string; language: Language; jobTitle?: string }): Promise<string> {
    const id = newId();
    const email = given.email.trim().toLowerCase();
    const created = await asSystem(tx, 'identity', () =>
      tx.query<unknown[]>(
        `INSERT INTO identity_person (id, name, email, job_title, language, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $6)
         ON CONFLICT (email) DO NOTHING RETURNING id`,
        [id, given.name.trim(), email, given.jobTitle ?? '', given.language, this.clock.now()],
      ),
    );
    if (created.length === 0) throw new AppError('conflict', 'identity.address-already-known');
    return id;
  }

  /** Changes how someone is written down who has never signed in; false when they have since. */
  async correctNewcomer(tx: Tx, personId: string, given: { name: string; email: string; language: Language }): Promise<boolean> {
    const [, corrected] = await asSystem(tx, 'identity', () =>
      tx.query<[unknown[], number]>(
        'UPDATE identity_person SET name = $2, email = $3, language = $4, updated_at = $5 WHERE id = $1 AND first_signed_in_at IS NULL',
        [personId, given.name.trim(), given.email.trim().toLowerCase(), given.language, this.clock.now()],
      ),
    );
    return corrected === 1;
  }

  /** Whether this installation knows one person only, who has never signed in. */
  async areOneNewcomer(tx: Tx): Promise<boolean> {
    const known = await asSystem(tx, 'identity', () => tx.query<{ came: boolean }[]>('SELECT first_signed_in_at IS NOT NULL AS came FROM identity_person LIMIT 2'));
    return known.length === 1 && known[0]?.came === false;
  }

  async findByEmail(tx: Tx, email: string): Promise<Contact | null> {
    const found = await asSystem(tx, 'identity', () => tx.query<Contact[]>('SELECT id, name, email, language FROM identity_person WHERE email = $1', [email.trim().toLowerCase()]));
    return found[0] ?? null;
  }

  /** Where to write to people; the erased are left out. */
  contactsOf(tx: Tx, ids: readonly string[]): Promise<Contact[]> {
    return asSystem(tx, 'identity', () => tx.query<Contact[]>('SELECT id, name, email, language FROM identity_person WHERE id = ANY ($1) AND erased_at IS NULL', [ids]));
  }

  /** How people present themselves to those they belong with; the name is null once erased. */
  profilesOf(tx: Tx, ids: readonly string[]): Promise<{ id: string; name: string | null; jobTitle: string }[]> {
    return asSystem(tx, 'identity', () => tx.query('SELECT id, name, job_title AS "jobTitle" FROM identity_person WHERE id = ANY ($1)', [[...new Set(ids)]]));
  }

  /** Names behind ids; null for the erased. In SQL, join `identity_names(array)` instead. */
  async namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string | null>> {
    const rows = await tx.query<{ id: string; name: string | null }[]>('SELECT id, name FROM identity_names($1)', [[...new Set(ids)]]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
