import { answerOf, byDraft, byPerson, openOutboxDatabase, outboxStores, written } from './outbox-database';

/** Local work not acknowledged yet. `pushId` stays the same at every attempt, so that a push sent twice counts once. */
export interface OutboxEdit {
  readonly pushId: string;
  readonly personId: string;
  readonly draftId: string;
  /** Rises with every edit of a tab; edits of two tabs follow the clock of this device. */
  readonly order: number;
  readonly update: Uint8Array;
  /** How many edits of the writer are merged in `update`. */
  readonly edits: number;
}

/** Work the server would not take, with the reason it gave: kept until the writer has it in hand. */
export interface RefusedEdit extends OutboxEdit {
  readonly code: string;
  readonly at: number;
}

/** A draft as this device last saw it, so that it opens without network. */
export interface KeptDraft {
  readonly personId: string;
  readonly draftId: string;
  readonly title: string;
  readonly ownerName: string;
  readonly right: string;
  /** The only blocks its kind may hold; absent in what earlier versions kept. */
  readonly blocks?: readonly string[] | null;
  /** Every row of the journal up to here is in the state; absent in what earlier versions kept. */
  readonly upto?: number;
  readonly state: Uint8Array;
  readonly at: number;
}

export interface UnsentWork {
  readonly edits: OutboxEdit[];
  readonly refused: RefusedEdit[];
}

type Durability = 'strict' | 'relaxed';
type Work<T> = (transaction: IDBTransaction) => Promise<T> | T;

const everyStore = Object.values(outboxStores);

/**
 * What this browser holds for its writers. An edit enters before it is sent and leaves only when the server says it is saved,
 * so that a closed tab, a dead battery or an expired session lose nothing.
 */
export class DraftOutbox {
  private readonly database: Promise<IDBDatabase | null>;
  private lastOrder = 0;

  constructor(open: () => Promise<IDBDatabase | null> = openOutboxDatabase) {
    this.database = open();
  }

  /** False where the browser refuses to keep anything: edits then live in this tab only. */
  async keeps(): Promise<boolean> {
    return (await this.database) !== null;
  }

  nextOrder(): number {
    this.lastOrder = Math.max(this.lastOrder + 1, Date.now() * 1000);
    return this.lastOrder;
  }

  /** Offline this device is the only keeper, so the write waits for the disk; online the server is. */
  append(edits: readonly OutboxEdit[], durability: Durability): Promise<void> {
    return this.write(durability, (transaction) => {
      for (const edit of edits) transaction.objectStore(outboxStores.edits).put(edit);
    });
  }

  /** Replaces several edits by what they were merged (or cut) into, all or nothing. */
  replace(from: readonly OutboxEdit[], to: readonly OutboxEdit[]): Promise<void> {
    return this.write('relaxed', (transaction) => {
      const store = transaction.objectStore(outboxStores.edits);
      for (const edit of from) store.delete(edit.pushId);
      for (const edit of to) store.put(edit);
    });
  }

  acknowledged(pushId: string): Promise<void> {
    return this.write('relaxed', (transaction) => void transaction.objectStore(outboxStores.edits).delete(pushId));
  }

  /** Moves refused work aside and forgets the kept state, which contains it. */
  refuse(refused: readonly RefusedEdit[]): Promise<void> {
    return this.write('strict', (transaction) => {
      for (const edit of refused) {
        transaction.objectStore(outboxStores.edits).delete(edit.pushId);
        transaction.objectStore(outboxStores.refused).put(edit);
        transaction.objectStore(outboxStores.states).delete([edit.personId, edit.draftId]);
      }
    });
  }

  async waiting(personId: string, draftId: string): Promise<OutboxEdit[]> {
    const found = await this.read<OutboxEdit>(outboxStores.edits, byDraft, [personId, draftId]);
    return found.sort((one, other) => one.order - other.order);
  }

  refused(personId: string, draftId: string): Promise<RefusedEdit[]> {
    return this.read<RefusedEdit>(outboxStores.refused, byDraft, [personId, draftId]);
  }

  /** The writer has taken the copy, or does not want it. */
  forgetRefused(personId: string, draftId: string): Promise<void> {
    return this.write('relaxed', (transaction) => deleteThrough(transaction.objectStore(outboxStores.refused).index(byDraft), [personId, draftId]));
  }

  async kept(personId: string, draftId: string): Promise<KeptDraft | null> {
    const database = await this.database;
    if (!database) return null;
    const store = database.transaction(outboxStores.states).objectStore(outboxStores.states);
    return ((await answerOf(store.get([personId, draftId]))) as KeptDraft | undefined) ?? null;
  }

  keep(draft: KeptDraft): Promise<void> {
    return this.write('relaxed', (transaction) => void transaction.objectStore(outboxStores.states).put(draft));
  }

  async unsentOf(personId: string): Promise<UnsentWork> {
    const edits = await this.read<OutboxEdit>(outboxStores.edits, byPerson, personId);
    const refused = await this.read<RefusedEdit>(outboxStores.refused, byPerson, personId);
    return { edits: edits.sort((one, other) => one.order - other.order), refused };
  }

  keptTitles(personId: string): Promise<KeptDraft[]> {
    return this.read<KeptDraft>(outboxStores.states, byPerson, personId);
  }

  /** After signing out nothing of the person stays on the device. */
  wipe(personId: string): Promise<void> {
    return this.write('strict', async (transaction) => {
      for (const store of everyStore) await deleteThrough(transaction.objectStore(store).index(byPerson), personId);
    });
  }

  /** The right was withdrawn: the text may not stay readable here, except what the person wrote and could not send. */
  forgetState(personId: string, draftId: string): Promise<void> {
    return this.write('strict', (transaction) => void transaction.objectStore(outboxStores.states).delete([personId, draftId]));
  }

  private async read<T>(store: string, index: string, key: IDBValidKey): Promise<T[]> {
    const database = await this.database;
    if (!database) return [];
    return (await answerOf(database.transaction(store).objectStore(store).index(index).getAll(key))) as T[];
  }

  private async write<T>(durability: Durability, work: Work<T>): Promise<void> {
    const database = await this.database;
    if (!database) return;
    const transaction = database.transaction(everyStore, 'readwrite', { durability });
    const done = written(transaction);
    await work(transaction);
    await done;
  }
}

async function deleteThrough(index: IDBIndex, key: IDBValidKey): Promise<void> {
  const keys = await answerOf(index.getAllKeys(key));
  for (const found of keys) index.objectStore.delete(found);
}
