import type { EventToSend } from '../api/types.ts';

/** A change as it waits in the browser. `client_sequence` is the browser's own count, given when it is stored. */
export interface WaitingEvent extends EventToSend {
  /** Who did it; nobody else's session may send it. */
  owner: string;
}

export type NewEvent = Omit<WaitingEvent, 'client_sequence'>;

/** An event the server will never take, with what it said. Kept until the rater has read it. */
export interface RefusedEvent {
  id: string;
  owner: string;
  event: WaitingEvent;
  code: string;
  reason: string;
  what_to_do: string;
}

/** A version 4 UUID, also where the page is not served by https and randomUUID is absent. */
export function newId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, each => each.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
