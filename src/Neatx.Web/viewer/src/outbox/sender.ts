import { NoConnection, RequestProblem } from '../api/client.ts';
import type { EventOutcome, EventToSend } from '../api/types.ts';
import type { RefusedEvent, WaitingEvent } from './event.ts';
import type { OutboxStore } from './store.ts';

/** How sending stands. `since` is a time in ms. */
export type SendState =
  | { is: 'idle' }
  | { is: 'sending' }
  | { is: 'offline'; since: number }
  | { is: 'signed_out' }
  | { is: 'held'; since: number; detail: string };

export interface SenderPorts {
  store: OutboxStore;
  owner: string;
  post(events: EventToSend[]): Promise<EventOutcome>;
  now(): number;
  /** Resolves after so many ms, or at once when `wake` is called. */
  pause(ms: number): Promise<void>;
  onState(state: SendState): void;
  onSettled(outcome: EventOutcome): void;
}

const largest = 200;
const longestPause = 30_000;

/**
 * Sends what waits, in order, until nothing does. An event leaves the store only after the server's answer about it. Failures of the way
 * (no network, server down, session over) keep everything and try again; a batch the server cannot read is halved until the one event is found.
 */
export class Sender {
  private size = largest;
  private failures = 0;
  private offlineSince: number | null = null;

  constructor(private readonly ports: SenderPorts) {}

  /** Returns true when the store is empty, false when only a sign-in helps. */
  async drain(): Promise<boolean> {
    for (;;) {
      const batch = await this.ports.store.oldest(this.ports.owner, this.size);
      if (batch.length === 0) {
        this.report({ is: 'idle' });
        return true;
      }
      if (this.failures === 0) this.report({ is: 'sending' });
      try {
        const outcome = await this.ports.post(batch.map(toSend));
        await this.settle(batch, outcome);
        this.failures = 0;
        this.offlineSince = null;
        this.size = Math.min(largest, this.size * 2);
      } catch (error) {
        if (!(await this.recover(batch, error))) return false;
      }
    }
  }

  private async settle(batch: readonly WaitingEvent[], outcome: EventOutcome): Promise<void> {
    const known = new Map(batch.map(each => [each.id.toLowerCase(), each]));
    const acknowledged = outcome.acknowledged.flatMap(each => known.get(each.id.toLowerCase()) ?? []);
    const refused = outcome.refused.flatMap((each): RefusedEvent[] => {
      const event = known.get((each.id ?? '').toLowerCase());
      return event ? [{ id: event.id, owner: event.owner, event, code: each.code, reason: each.reason, what_to_do: each.what_to_do }] : [];
    });
    if (acknowledged.length + refused.length === 0) throw new NoConnection('The answer names none of the events that were sent.');
    await this.ports.store.settle(acknowledged, refused);
    this.ports.onSettled(outcome);
  }

  private async recover(batch: readonly WaitingEvent[], error: unknown): Promise<boolean> {
    if (error instanceof RequestProblem) {
      const { problem } = error;
      if (error.isSignedOut) {
        this.report({ is: 'signed_out' });
        return false;
      }
      if (problem.status === 400 || problem.status === 413 || problem.status === 422) {
        if (batch.length > 1) {
          this.size = batch.length >> 1;
          return true;
        }
        const event = batch[0]!;
        const refused = { id: event.id, owner: event.owner, event, code: problem.code, reason: problem.detail, what_to_do: problem.what_to_do };
        await this.ports.store.settle([], [refused]);
        this.ports.onSettled({ acknowledged: [], refused: [refused], phase: null, campaign_phase: 'rating' });
        return true;
      }
      this.offlineSince ??= this.ports.now();
      this.report({ is: 'held', since: this.offlineSince, detail: problem.detail });
    } else if (error instanceof NoConnection) {
      this.offlineSince ??= this.ports.now();
      this.report({ is: 'offline', since: this.offlineSince });
    } else {
      throw error;
    }
    await this.ports.pause(Math.min(longestPause, 1000 * 2 ** this.failures++));
    return true;
  }

  private report(state: SendState): void {
    this.ports.onState(state);
  }
}

const toSend = (event: WaitingEvent): EventToSend => ({
  id: event.id,
  client_sequence: event.client_sequence,
  kind: event.kind,
  handle: event.handle,
  finding: event.finding,
  old: event.old,
  new: event.new,
  dwell_ms: event.dwell_ms,
  window: event.window,
  client_time: event.client_time,
});
