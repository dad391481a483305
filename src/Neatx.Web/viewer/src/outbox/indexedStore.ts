import type { NewEvent, RefusedEvent, WaitingEvent } from './event.ts';
import type { OutboxStore } from './store.ts';

const name = 'neatx';
const version = 1;

/** The outbox in IndexedDB, written with durability 'strict': a transaction ends once the disk has it. */
export class IndexedStore implements OutboxStore {
  private constructor(private readonly database: IDBDatabase) {}

  static async open(factory: IDBFactory = indexedDB): Promise<IndexedStore> {
    const request = factory.open(name, version);
    request.onupgradeneeded = () => {
      const waiting = request.result.createObjectStore('waiting', { keyPath: 'client_sequence', autoIncrement: true });
      waiting.createIndex('owner', 'owner');
      const refused = request.result.createObjectStore('refused', { keyPath: 'id' });
      refused.createIndex('owner', 'owner');
    };
    const database = await done(request);
    // A later version of the page may change the tables; this one then lets go.
    database.onversionchange = () => database.close();
    return new IndexedStore(database);
  }

  async add(events: readonly NewEvent[]): Promise<WaitingEvent[]> {
    const transaction = this.change('waiting');
    const requests = events.map(each => transaction.objectStore('waiting').add(each));
    await completed(transaction);
    return events.map((each, index) => ({ ...each, client_sequence: requests[index]!.result as number }));
  }

  oldest(owner: string, count: number): Promise<WaitingEvent[]> {
    // Entries of an index with equal keys come in the order of the primary key, the client's sequence.
    return done(this.read('waiting').index('owner').getAll(owner, count));
  }

  count(owner: string): Promise<number> {
    return done(this.read('waiting').index('owner').count(owner));
  }

  async settle(acknowledged: readonly WaitingEvent[], refused: readonly RefusedEvent[]): Promise<void> {
    const transaction = this.change('waiting', 'refused');
    for (const each of acknowledged) transaction.objectStore('waiting').delete(each.client_sequence);
    for (const each of refused) {
      transaction.objectStore('waiting').delete(each.event.client_sequence);
      transaction.objectStore('refused').put(each);
    }
    await completed(transaction);
  }

  refused(owner: string): Promise<RefusedEvent[]> {
    return done(this.read('refused').index('owner').getAll(owner));
  }

  async dismiss(ids: readonly string[]): Promise<void> {
    const transaction = this.change('refused');
    for (const id of ids) transaction.objectStore('refused').delete(id);
    await completed(transaction);
  }

  async otherOwners(owner: string): Promise<string[]> {
    const owners: string[] = [];
    const request = this.read('waiting').index('owner').openKeyCursor(null, 'nextunique');
    await new Promise<void>((resolve, reject) => {
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        const cursor = request.result;
        if (!cursor) return resolve();
        if (cursor.key !== owner) owners.push(String(cursor.key));
        cursor.continue();
      };
    });
    return owners;
  }

  private read(table: string): IDBObjectStore {
    return this.database.transaction(table, 'readonly').objectStore(table);
  }

  private change(...tables: string[]): IDBTransaction {
    return this.database.transaction(tables, 'readwrite', { durability: 'strict' });
  }
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function completed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}
