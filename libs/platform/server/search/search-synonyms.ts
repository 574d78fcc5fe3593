import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { asSystem } from '../database/as-system';
import type { Tx } from '../database/database';
import { KnownWords, wordsSignal } from './known-words';

/** Words that mean the same, as a domain lets people keep them; written in the transaction of their change. */
@Injectable()
export class SearchSynonyms {
  constructor(
    private readonly known: KnownWords,
    private readonly clock: Clock,
  ) {}

  async put(tx: Tx, id: string, members: readonly string[]): Promise<void> {
    await asSystem(tx, 'search', () => tx.query(
      'INSERT INTO platform_search_synonym (id, members, updated_at) VALUES ($1, $2, $3) ON CONFLICT (id) DO UPDATE SET members = excluded.members, updated_at = excluded.updated_at', [id, members, this.clock.now()]));
    await tell(tx);
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await asSystem(tx, 'search', () => tx.query('DELETE FROM platform_search_synonym WHERE id = $1', [id]));
    await tell(tx);
  }

  /** After the commit, for who changed them and looks at once; other nodes hear of it. */
  settle(): Promise<void> {
    return this.known.refresh();
  }
}

const tell = (tx: Tx): Promise<unknown> => tx.query(`SELECT pg_notify('${wordsSignal}', '')`);
