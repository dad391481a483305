import { answer, api } from '../api/client.ts';
import type { EventOutcome } from '../api/types.ts';
import { newId, type NewEvent, type RefusedEvent, type WaitingEvent } from './event.ts';
import { Sender, type SendState } from './sender.ts';
import type { OutboxStore } from './store.ts';
import { Storing } from './storing.ts';

export interface OutboxStatus {
  /** Changes that the server has not acknowledged, those that are being stored among them. */
  waiting: number;
  /** Changes that are not yet on this computer's disk. */
  storing: number;
  /** Why storing failed, while it does. */
  trouble: string | null;
  state: SendState;
  refused: RefusedEvent[];
  others: string[];
  /** When the last event was acknowledged, in ms, or null. */
  savedAt: number | null;
}

type Message =
  | { say: 'added'; owner: string; events: WaitingEvent[] }
  | { say: 'state'; owner: string; state: SendState; savedAt: number | null }
  | { say: 'outcome'; owner: string; outcome: EventOutcome }
  | { say: 'wake' };

export type Draft = Omit<NewEvent, 'id' | 'owner' | 'client_time'>;

/**
 * The outbox of one person in one tab. All tabs write to the same store; the one that holds the lock sends, and tells the others.
 * Where locks are absent (a page without https) each tab sends: ids make that harmless.
 */
export class Outbox {
  status: OutboxStatus = { waiting: 0, storing: 0, trouble: null, state: { is: 'idle' }, refused: [], others: [], savedAt: null };

  /** Called with events that another tab stored. */
  readonly others = new Set<(events: WaitingEvent[]) => void>();
  /** Called with what the server answered, whichever tab asked. */
  readonly outcomes = new Set<(outcome: EventOutcome) => void>();

  private readonly listeners = new Set<() => void>();
  private readonly channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('neatx-outbox');
  private readonly closing = new AbortController();
  private wakeUp: () => void = () => {};
  private awake = false;
  private readonly storing: Storing;
  private stored = 0;
  private writes = 0;

  private constructor(
    private readonly store: OutboxStore,
    readonly owner: string,
  ) {
    this.storing = new Storing({
      store: events => store.add(events),
      onStored: events => {
        this.tell({ say: 'added', owner, events });
        this.wake();
        void this.recount();
      },
      onChange: (count, trouble) => {
        // What was on its way and is on disk now still waits for the server.
        const written = Math.max(0, this.status.storing - count);
        this.stored += written;
        this.writes += written;
        this.set({ waiting: this.stored + count, storing: count, trouble });
      },
      pause: ms => new Promise(resolve => setTimeout(resolve, ms)),
    });
    this.channel?.addEventListener('message', event => this.hear(event.data as Message));
    for (const sign of ['online', 'focus', 'pageshow'] as const) addEventListener(sign, this.wake, { signal: this.closing.signal });
    addEventListener('beforeunload', this.askToStay, { signal: this.closing.signal });
  }

  /** An outbox that knows what waits from before, so that the page never says 'saved' while it looks. */
  static async open(store: OutboxStore, owner: string): Promise<Outbox> {
    const outbox = new Outbox(store, owner);
    await outbox.recount();
    void outbox.run();
    return outbox;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  snapshot = (): OutboxStatus => this.status;

  /** Stores changes, in order, and lets them be sent. Settles once they are on this computer's disk. */
  add(drafts: readonly Draft[]): Promise<void> {
    if (drafts.length === 0) return Promise.resolve();
    const time = new Date().toISOString();
    return this.storing.add(drafts.map(each => ({ ...each, id: newId(), owner: this.owner, client_time: time })));
  }

  private askToStay = (event: BeforeUnloadEvent): void => {
    if (this.status.storing > 0) event.preventDefault();
  };

  /** What waits now, to lay over what the server knows; what is not on this computer's disk yet too. */
  async pending(): Promise<WaitingEvent[]> {
    const unstored = [...this.storing.events];
    const stored = await this.store.oldest(this.owner, 100_000);
    const known = new Set(stored.map(each => each.id));
    return [...stored, ...unstored.filter(each => !known.has(each.id)).map(each => ({ ...each, client_sequence: Number.MAX_SAFE_INTEGER }))];
  }

  async dismissRefused(): Promise<void> {
    await this.store.dismiss(this.status.refused.map(each => each.id));
    await this.recount();
  }

  /** Tries at once: after a sign-in, when the network is back. */
  wake = (): void => {
    this.awake = true;
    this.wakeUp();
    this.tell({ say: 'wake' });
  };

  close(): void {
    this.closing.abort();
    this.wakeUp();
    this.channel?.close();
  }

  private async run(): Promise<void> {
    const send = async (): Promise<void> => {
      const sender = new Sender({
        store: this.store,
        owner: this.owner,
        post: events => answer(api.POST('/api/events', { body: { events } })),
        now: () => Date.now(),
        pause: ms => this.sleep(ms),
        onState: state => this.report(state),
        onSettled: outcome => {
          if (outcome.acknowledged.length > 0) this.set({ savedAt: Date.now() });
          for (const each of this.outcomes) each(outcome);
          this.tell({ say: 'outcome', owner: this.owner, outcome });
          void this.recount();
        },
      });
      while (!this.closing.signal.aborted) {
        try {
          await sender.drain();
        } catch (error) {
          this.report({ is: 'held', since: Date.now(), detail: String(error) });
        }
        await this.recount();
        await this.sleep(60_000);
      }
    };
    try {
      if (typeof navigator.locks === 'undefined') await send();
      else await navigator.locks.request(`neatx-outbox-${this.owner}`, { signal: this.closing.signal }, send);
    } catch (error) {
      if (!this.closing.signal.aborted) throw error;
    }
  }

  private sleep(ms: number): Promise<void> {
    if (this.awake || this.closing.signal.aborted) {
      this.awake = false;
      return Promise.resolve();
    }
    return new Promise(resolve => {
      const timer = setTimeout(end, ms);
      const self = this;
      this.wakeUp = end;
      function end(): void {
        clearTimeout(timer);
        self.wakeUp = () => {};
        self.awake = false;
        resolve();
      }
    });
  }

  private hear(message: Message): void {
    if (message.say === 'wake') {
      this.awake = true;
      this.wakeUp();
      return;
    }
    if (message.owner !== this.owner) return;
    if (message.say === 'state') this.set({ state: message.state, savedAt: message.savedAt });
    if (message.say === 'added') for (const each of this.others) each(message.events);
    if (message.say === 'outcome') for (const each of this.outcomes) each(message.outcome);
    void this.recount();
  }

  private report(state: SendState): void {
    this.set({ state });
    this.tell({ say: 'state', owner: this.owner, state, savedAt: this.status.savedAt });
  }

  private tell(message: Message): void {
    if (!this.closing.signal.aborted) this.channel?.postMessage(message);
  }

  private async recount(): Promise<void> {
    const { writes } = this;
    const [stored, refused, others] = await Promise.all([this.store.count(this.owner), this.store.refused(this.owner), this.store.otherOwners(this.owner)]);
    // Something was written meanwhile: what was counted is too little, and 'saved' would be wrong.
    if (writes !== this.writes) return this.recount();
    this.stored = stored;
    this.set({ waiting: stored + this.status.storing, refused, others });
  }

  private set(part: Partial<OutboxStatus>): void {
    this.status = { ...this.status, ...part };
    for (const listener of this.listeners) listener();
  }
}
