import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/database';
import { newId } from '../ids';
import type { DomainEvent, PayloadOf } from './event';

/** Writes facts in the outbox, in the same transaction as the change they tell. */
@Injectable()
export class Events {
  publish<E extends DomainEvent>(tx: Tx, declared: E, payload: PayloadOf<E>): Promise<void> {
    return this.publishAll(tx, declared, [payload]);
  }

  /** Facts of one kind, with the call that wakes the dispatcher, in one statement: under a burst each way to the database and back counts. */
  async publishAll<E extends DomainEvent>(tx: Tx, declared: E, payloads: readonly PayloadOf<E>[]): Promise<void> {
    if (payloads.length === 0) return;
    const facts = payloads.map((payload) => ({ id: newId(), payload: declared.schema.parse(payload) }));
    await tx.query(
      `WITH told AS (INSERT INTO platform_outbox (id, name, payload) SELECT fact.id, $1, fact.payload FROM jsonb_to_recordset($2::jsonb) AS fact (id uuid, payload jsonb))
       SELECT pg_notify('platform_outbox', '')`,
      [declared.name, JSON.stringify(facts)],
    );
  }
}
