/** Name and shape of this browser's store of drafts; raised with every change of shape. */
const databaseName = 'cohorte-drafts';
const databaseVersion = 1;

export const outboxStores = { edits: 'edits', refused: 'refused', states: 'states' } as const;

/** Rows are found by who wrote them and in which draft. */
export const byDraft = 'by-draft';
export const byPerson = 'by-person';

function createStores(database: IDBDatabase): void {
  for (const name of [outboxStores.edits, outboxStores.refused]) {
    const store = database.createObjectStore(name, { keyPath: 'pushId' });
    store.createIndex(byDraft, ['personId', 'draftId']);
    store.createIndex(byPerson, 'personId');
  }
  const states = database.createObjectStore(outboxStores.states, { keyPath: ['personId', 'draftId'] });
  states.createIndex(byPerson, 'personId');
}

/** The database, or null where the browser keeps nothing (private windows, full disks): the page then says so. */
export function openOutboxDatabase(): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open(databaseName, databaseVersion);
      request.onupgradeneeded = () => createStores(request.result);
      request.onerror = () => resolve(null);
      request.onblocked = () => resolve(null);
      request.onsuccess = () => {
        const database = request.result;
        database.onversionchange = () => database.close();
        resolve(database);
      };
    } catch {
      resolve(null);
    }
  });
}

export const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Settles once the browser reports the whole transaction as written; `strict` waits for the disk itself. */
export function written(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
    transaction.onerror = () => reject(transaction.error);
  });
}
