import type { NewEvent, RefusedEvent, WaitingEvent } from './event.ts';

/** Where events wait. Every method settles once the change is on disk. */
export interface OutboxStore {
  add(events: readonly NewEvent[]): Promise<WaitingEvent[]>;
  /** The first events of an owner, in order. */
  oldest(owner: string, count: number): Promise<WaitingEvent[]>;
  count(owner: string): Promise<number>;
  /** Removes what the server has answered; what it refused is kept aside, in the same step. */
  settle(acknowledged: readonly WaitingEvent[], refused: readonly RefusedEvent[]): Promise<void>;
  refused(owner: string): Promise<RefusedEvent[]>;
  dismiss(ids: readonly string[]): Promise<void>;
  /** Names of others whose work waits in this browser. */
  otherOwners(owner: string): Promise<string[]>;
}

/** A store that forgets, for tests. */
export class MemoryStore implements OutboxStore {
  waiting: WaitingEvent[] = [];
  aside: RefusedEvent[] = [];
  private last = 0;

  async add(events: readonly NewEvent[]): Promise<WaitingEvent[]> {
    const added = events.map(each => ({ ...each, client_sequence: ++this.last }));
    this.waiting.push(...added);
    return added;
  }

  async oldest(owner: string, count: number): Promise<WaitingEvent[]> {
    return this.waiting.filter(each => each.owner === owner).slice(0, count);
  }

  async count(owner: string): Promise<number> {
    return this.waiting.filter(each => each.owner === owner).length;
  }

  async settle(acknowledged: readonly WaitingEvent[], refused: readonly RefusedEvent[]): Promise<void> {
    const gone = new Set([...acknowledged.map(each => each.id), ...refused.map(each => each.id)]);
    this.waiting = this.waiting.filter(each => !gone.has(each.id));
    this.aside.push(...refused);
  }

  async refused(owner: string): Promise<RefusedEvent[]> {
    return this.aside.filter(each => each.owner === owner);
  }

  async dismiss(ids: readonly string[]): Promise<void> {
    this.aside = this.aside.filter(each => !ids.includes(each.id));
  }

  async otherOwners(owner: string): Promise<string[]> {
    return [...new Set(this.waiting.map(each => each.owner))].filter(each => each !== owner);
  }
}
