import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/database';
import { newId } from '../ids';
import type { DomainEvent, PayloadOf } from './event';

/** Writes facts in the outbox, in the same transaction as the change they tell. */
@Injectable()
export class Events {
  async publish<E extends DomainEvent>(tx: Tx, declared: E, payload: PayloadOf<E>): Promise<void> {
    const checked = declared.schema.parse(payload);
    // One statement: under a burst each way to the database and back counts.
    await tx.query(`WITH told AS (INSERT INTO platform_outbox (id, name, payload) VALUES ($1, $2, $3)) SELECT pg_notify('platform_outbox', '')`, [newId(), declared.name, JSON.stringify(checked)]);
  }
}
