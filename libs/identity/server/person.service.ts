import { AppError, type Language, type Principal } from '@cohorte/platform/contract';
import { Clock, Database, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { type Person, type Preferences, preferences } from '../contract';

interface Row {
  id: string;
  name: string;
  email: string;
  job_title: string;
  language: Language;
  preferences: unknown;
}

export interface ProfileChange {
  readonly name?: string | undefined;
  readonly jobTitle?: string | undefined;
  readonly language?: Language | undefined;
  readonly preferences?: { [K in keyof Preferences]?: Preferences[K] | undefined } | undefined;
}

const toPerson = (row: Row): Person => ({
  id: row.id,
  name: row.name,
  email: row.email,
  jobTitle: row.job_title,
  language: row.language,
  // What an older version wrote and this one no longer knows is read as the default.
  preferences: preferences.safeParse(row.preferences).data ?? preferences.parse({}),
});

/** A person's own profile. */
@Injectable()
export class PersonService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  get(me: Principal): Promise<Person> {
    return this.database.transaction(me, (tx) => this.load(tx, me));
  }

  update(me: Principal, change: ProfileChange): Promise<Person> {
    return this.database.transaction(me, async (tx) => {
      const kept = JSON.stringify(change.preferences ?? {});
      await tx.query(
        `UPDATE identity_person SET name = coalesce($2, name), job_title = coalesce($3, job_title), language = coalesce($4, language),
           preferences = preferences || $5::jsonb, updated_at = $6
         WHERE id = $1 AND erased_at IS NULL`,
        [me.personId, change.name, change.jobTitle, change.language, kept, this.clock.now()],
      );
      return this.load(tx, me);
    });
  }

  private async load(tx: Tx, me: Principal): Promise<Person> {
    const [row] = await tx.query<Row[]>(
      'SELECT id, name, email, job_title, language, preferences FROM identity_person WHERE id = $1 AND erased_at IS NULL',
      [me.personId],
    );
    if (!row) throw new AppError('unauthenticated', 'platform.sign-in-needed');
    return toPerson(row);
  }
}
