import type { NewEvent, RefusedEvent, WaitingEvent } from './event.ts';
import type { OutboxStore } from './store.ts';

const name = 'neatx';
const version = 1;

/** The outbox in IndexedDB, written with durability 'strict': a transaction ends once the disk has it. A connection that breaks is opened again. */
export class IndexedStore implements OutboxStore {
  private database: IDBDatabase | null = null;

  private constructor(private readonly factory: IDBFactory) {}

  static async open(factory: IDBFactory = indexedDB): Promise<IndexedStore> {
    const store = new IndexedStore(factory);
    await store.connect();
    return store;
  }

  /** Lets the connection go; the next use opens another. */
  close(): void {
    this.database?.close();
    this.database = null;
  }

  private async connect(): Promise<IDBDatabase> {
    if (this.database) return this.database;
    const request = this.factory.open(name, version);
    request.onupgradeneeded = () => {
      const waiting = request.result.createObjectStore('waiting', { keyPath: 'client_sequence', autoIncrement: true });
      waiting.createIndex('owner', 'owner');
      const refused = request.result.createObjectStore('refused', { keyPath: 'id' });
      refused.createIndex('owner', 'owner');
    };
    const database = await done(request);
    // A later version of the page may change the tables; this one then lets go.
    database.onversionchange = () => this.close();
    // The browser closes it when it clears or repairs its storage.
    database.onclose = () => this.close();
    return (this.database = database);
  }

  async add(events: readonly NewEvent[]): Promise<WaitingEvent[]> {
    const transaction = await this.change('waiting');
    const requests = events.map(each => transaction.objectStore('waiting').add(each));
    await completed(transaction);
    return events.map((each, index) => ({ ...each, client_sequence: requests[index]!.result as number }));
  }

  async oldest(owner: string, count: number): Promise<WaitingEvent[]> {
    // Entries of an index with equal keys come in the order of the primary key, the client's sequence.
    return done((await this.read('waiting')).index('owner').getAll(owner, count));
  }

  async count(owner: string): Promise<number> {
    return done((await this.read('waiting')).index('owner').count(owner));
  }

  async settle(acknowledged: readonly WaitingEvent[], refused: readonly RefusedEvent[]): Promise<void> {
    const transaction = await this.change('waiting', 'refused');
    for (const each of acknowledged) transaction.objectStore('waiting').delete(each.client_sequence);
    for (const each of refused) {
      transaction.objectStore('waiting').delete(each.event.client_sequence);
      transaction.objectStore('refused').put(each);
    }
    await completed(transaction);
  }

  async refused(owner: string): Promise<RefusedEvent[]> {
    return done((await this.read('refused')).index('owner').getAll(owner));
  }

  async dismiss(ids: readonly string[]): Promise<void> {
    const transaction = await this.change('refused');
    for (const id of ids) transaction.objectStore('refused').delete(id);
    await completed(transaction);
  }

  async otherOwners(owner: string): Promise<string[]> {
    const owners: string[] = [];
    const request = (await this.read('waiting')).index('owner').openKeyCursor(null, 'nextunique');
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

  private async read(table: string): Promise<IDBObjectStore> {
    return (await this.connect()).transaction(table, 'readonly').objectStore(table);
  }

  private async change(...tables: string[]): Promise<IDBTransaction> {
    return (await this.connect()).transaction(tables, 'readwrite', { durability: 'strict' });
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
