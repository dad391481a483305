import { describe, expect, test } from 'vitest';
import { NoConnection, RequestProblem } from '../api/client.ts';
import type { EventOutcome, EventToSend } from '../api/types.ts';
import { newId } from './event.ts';
import { Sender, type SendState } from './sender.ts';
import { MemoryStore } from './store.ts';

const event = (owner = 'rita', value = '1') => ({ owner, id: newId(), kind: 'rating.set' as const, handle: 'a', finding: 'drain', old: null, new: value, dwell_ms: 1, window: null, client_time: '2026-01-01T00:00:00Z' });
const taken = (events: EventToSend[]): EventOutcome => ({ acknowledged: events.map((each, index) => ({ id: each.id.toUpperCase(), sequence: index + 1 })), refused: [], phase: null, campaign_phase: 'rating' });
const problem = (status: number) => new RequestProblem({ type: '', title: 'x', status, detail: 'Because.', code: 'x', what_to_do: '' });

function setUp(post: (events: EventToSend[], call: number) => EventOutcome) {
  const store = new MemoryStore();
  const states: SendState[] = [];
  const pauses: number[] = [];
  const sent: EventToSend[][] = [];
  const sender = new Sender({
    store, owner: 'rita', now: () => 42, onSettled: () => {},
    post: async events => {
      sent.push(events);
      return post(events, sent.length);
    },
    pause: async ms => void pauses.push(ms),
    onState: state => void states.push(state),
  });
  return { store, states, pauses, sent, sender };
}

describe('sender', () => {
  test('sends 500 in order and deletes only after the acknowledgement', async () => {
    const all = setUp((events, call) => {
      expect(all.store.waiting.length).toBe(500 - 200 * (call - 1));
      return taken(events);
    });
    await all.store.add(Array.from({ length: 500 }, () => event()));
    expect(await all.sender.drain()).toBe(true);
    const order = all.sent.flat().map(each => each.client_sequence);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order.length).toBe(500);
    expect(all.store.waiting).toEqual([]);
  });

  test('keeps everything while the network is away, waits longer each time, and sends the same ids again', async () => {
    const all = setUp((events, call) => {
      if (call < 4) throw new NoConnection('cut');
      return taken(events);
    });
    await all.store.add([event(), event()]);
    expect(await all.sender.drain()).toBe(true);
    expect(all.pauses).toEqual([1000, 2000, 4000]);
    expect(all.states).toContainEqual({ is: 'offline', since: 42 });
    expect(new Set(all.sent.map(each => each.map(one => one.id).join())).size).toBe(1);
  });

  test('stops at the end of a session with everything kept', async () => {
    const all = setUp(() => {
      throw problem(401);
    });
    await all.store.add([event()]);
    expect(await all.sender.drain()).toBe(false);
    expect(all.states.at(-1)).toEqual({ is: 'signed_out' });
    expect(all.store.waiting.length).toBe(1);
  });

  test('a server in trouble is tried again', async () => {
    const all = setUp((events, call) => {
      if (call === 1) throw problem(503);
      return taken(events);
    });
    await all.store.add([event()]);
    expect(await all.sender.drain()).toBe(true);
    expect(all.states).toContainEqual({ is: 'held', since: 42, detail: 'Because.' });
  });

  test('a refused event is put aside, the others go', async () => {
    const all = setUp(events => ({ ...taken(events.slice(1)), refused: [{ id: events[0]!.id, code: 'phase', reason: 'Over.', what_to_do: 'Ask.' }] }));
    await all.store.add([event(), event()]);
    await all.sender.drain();
    expect(all.store.aside).toMatchObject([{ reason: 'Over.' }]);
    expect(all.store.waiting).toEqual([]);
  });

  test('one event the server cannot read is found by halving, and no other is lost', async () => {
    const all = setUp(events => {
      if (events.some(each => each.new === 'bad')) throw problem(400);
      return taken(events);
    });
    await all.store.add(Array.from({ length: 9 }, (_, index) => event('rita', index === 5 ? 'bad' : '1')));
    expect(await all.sender.drain()).toBe(true);
    expect(all.store.aside.map(each => each.event.new)).toEqual(['bad']);
    expect(all.sent.flat().filter(each => each.new === '1').length).toBeGreaterThanOrEqual(8);
    expect(all.store.waiting).toEqual([]);
  });

  test('an answer that names none of the events is no acknowledgement', async () => {
    const all = setUp((events, call) => (call === 1 ? taken([]) : taken(events)));
    await all.store.add([event()]);
    await all.sender.drain();
    expect(all.sent.length).toBe(2);
  });

  test('never sends another person’s work', async () => {
    const all = setUp(taken);
    await all.store.add([event('tom'), event('rita')]);
    await all.sender.drain();
    expect(all.store.waiting.map(each => each.owner)).toEqual(['tom']);
    expect(await all.store.otherOwners('rita')).toEqual(['tom']);
  });

  test('ids are version 4 UUIDs', () => expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/));
});
