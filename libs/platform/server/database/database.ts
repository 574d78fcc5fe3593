import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Acting, Principal, Visitor } from '../../contract';
import { actsAs } from './as-system';

/** A transaction in which the actor is known to PostgreSQL, so that row-level security applies. */
export type Tx = EntityManager;

/** The one way to the database: every query runs in a transaction that names who acts. */
@Injectable()
export class Database {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /**
   * Runs `work` in one transaction. The actor is set with `set_config(…, true)`: local to the transaction, since a session-level
   * setting would leak to the pool's next borrower.
   */
  transaction<T>(acting: Acting, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.source.transaction(async (tx) => {
      const person = 'personId' in acting ? (acting.personId ?? '') : '';
      const system = 'system' in acting ? acting.system : '';
      await tx.query(`SELECT set_config('cohorte.person_id', $1, true), set_config('cohorte.system', $2, true)`, [person, system]);
      actsAs(tx, system);
      return work(tx);
    });
  }

  /** A function of the database that names who acts by itself, from its first parameter: one round trip where a transaction takes four. */
  async call<T>(acting: Principal | Visitor, name: string, values: readonly unknown[]): Promise<T> {
    const places = values.map((_, at) => `, $${at + 2}`).join('');
    const [row] = await this.source.query<{ answer: T }[]>(`SELECT ${name}($1${places}) AS answer`, [acting.personId ?? '', ...values]);
    return (row as { answer: T }).answer;
  }

  /** Refuses to run as a role that row-level security would not hold back. */
  async assertHeldByRowSecurity(): Promise<void> {
    const [role] = await this.source.query<{ rolsuper: boolean; rolbypassrls: boolean; rolname: string }[]>(
      'SELECT rolname, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user',
    );
    if (!role || role.rolsuper || role.rolbypassrls) {
      throw new Error(`The database role ${role?.rolname ?? '(unknown)'} bypasses row-level security: give DATABASE_URL an ordinary role.`);
    }
  }

  async ping(): Promise<void> {
    await this.source.query('SELECT 1');
  }
}
