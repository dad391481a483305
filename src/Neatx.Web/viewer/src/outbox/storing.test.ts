import { expect, test } from 'vitest';
import { newId, type NewEvent } from './event.ts';
import { MemoryStore } from './store.ts';
import { Storing } from './storing.ts';

const event = (value: string): NewEvent => ({ owner: 'rita', id: newId(), kind: 'rating.set', handle: 'a', finding: 'drain', old: null, new: value, dwell_ms: 1, window: null, client_time: '2026-01-01T00:00:00Z' });

function setUp(fail: (attempt: number) => boolean = () => false) {
  const store = new MemoryStore();
  const groups: string[][] = [];
  const changes: [number, string | null][] = [];
  const pauses: number[] = [];
  const gates: (() => void)[] = [];
  let attempts = 0;
  const storing = new Storing({
    store: async events => {
      await new Promise<void>(resolve => gates.push(resolve));
      if (fail(++attempts)) throw new Error('The disk is full.');
      groups.push(events.map(each => each.new!));
      return store.add(events);
    },
    onStored: () => {},
    onChange: (count, trouble) => void changes.push([count, trouble]),
    pause: async ms => void pauses.push(ms),
  });
  /** Lets the transaction that is on its way end. */
  const step = async (): Promise<void> => {
    while (gates.length === 0) await Promise.resolve();
    gates.shift()!();
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  };
  return { store, groups, changes, pauses, storing, step };
}

test('what comes while a transaction is written goes into the next one, all at once and in order', async () => {
  const all = setUp();
  const first = all.storing.add([event('1')]);
  for (const each of ['2', '3', '4']) void all.storing.add([event(each)]);
  expect(all.storing.events.length).toBe(4);
  await all.step();
  await all.step();
  await first;
  expect(all.groups).toEqual([['1'], ['2', '3', '4']]);
  expect(all.storing.events).toEqual([]);
  expect(all.changes.at(-1)).toEqual([0, null]);
});

test('a transaction that fails is tried again by itself, with what came since, and nothing is stored twice or out of order', async () => {
  const all = setUp(attempt => attempt <= 3);
  const done = all.storing.add([event('1')]);
  await all.step();
  expect(all.changes.at(-1)).toEqual([1, 'Error: The disk is full.']);
  void all.storing.add([event('2')]);
  for (let attempt = 0; attempt < 3; attempt++) await all.step();
  await done;
  expect(all.store.waiting.map(each => each.new)).toEqual(['1', '2']);
  expect(all.pauses).toEqual([500, 1000, 2000]);
  expect(all.changes.at(-1)).toEqual([0, null]);
});

test('an event is counted until it is on disk, and after that no more', async () => {
  const all = setUp();
  const first = all.storing.add([event('1'), event('2')]);
  expect(all.changes).toEqual([[2, null]]);
  await all.step();
  await first;
  const second = all.storing.add([event('3')]);
  await all.step();
  await second;
  expect(all.changes.map(each => each[0])).toEqual([2, 0, 1, 0]);
});
