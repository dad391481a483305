import type { NewEvent, WaitingEvent } from './event.ts';

export interface StoringPorts {
  /** Writes events in one transaction; settles once they are on disk. */
  store(events: readonly NewEvent[]): Promise<WaitingEvent[]>;
  onStored(events: WaitingEvent[]): void;
  /** How many events are not on disk yet, and why the last attempt failed, if it did. */
  onChange(count: number, trouble: string | null): void;
  pause(ms: number): Promise<void>;
}

const firstPause = 500;
const longestPause = 10_000;

/**
 * Puts events on disk in the order in which they came. One transaction takes all that came while the last one was written, so that however fast the keys,
 * little is on its way. A transaction that fails is tried again by itself, with what has come since, until it is on disk.
 */
export class Storing {
  private waiting: NewEvent[] = [];
  private running: Promise<void> | null = null;

  constructor(private readonly ports: StoringPorts) {}

  /** What is not on disk yet, oldest first. */
  get events(): readonly NewEvent[] {
    return this.waiting;
  }

  /** Settles once these events and all before them are on disk. */
  add(events: readonly NewEvent[]): Promise<void> {
    this.waiting.push(...events);
    this.ports.onChange(this.waiting.length, null);
    return (this.running ??= this.run());
  }

  private async run(): Promise<void> {
    let failures = 0;
    while (this.waiting.length > 0) {
      const group = [...this.waiting];
      try {
        const stored = await this.ports.store(group);
        failures = 0;
        this.waiting = this.waiting.slice(group.length);
        this.ports.onChange(this.waiting.length, null);
        this.ports.onStored(stored);
      } catch (error) {
        this.ports.onChange(this.waiting.length, String(error));
        await this.ports.pause(Math.min(longestPause, firstPause * 2 ** failures++));
      }
    }
    this.running = null;
  }
}
