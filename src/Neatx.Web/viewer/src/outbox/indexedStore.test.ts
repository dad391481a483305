import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { newId, type NewEvent } from './event.ts';
import { IndexedStore } from './indexedStore.ts';

const event = (owner: string, value: string): NewEvent => ({ owner, id: newId(), kind: 'rating.set', handle: 'a', finding: 'drain', old: null, new: value, dwell_ms: 1, window: null, client_time: '2026-01-01T00:00:00Z' });
let factory: IDBFactory;
let store: IndexedStore;
beforeEach(async () => {
  factory = new IDBFactory();
  store = await IndexedStore.open(factory);
});

test('events wait by owner in the order in which they came, across reloads', async () => {
  await store.add([event('rita', '1'), event('tom', '2')]);
  await store.add([event('rita', '3')]);
  const again = await IndexedStore.open(factory);
  expect((await again.oldest('rita', 10)).map(each => each.new)).toEqual(['1', '3']);
  expect((await again.oldest('rita', 1)).map(each => each.new)).toEqual(['1']);
  expect(await again.count('tom')).toBe(1);
  expect(await again.otherOwners('rita')).toEqual(['tom']);
});

test('what is acknowledged goes, what is refused is put aside in the same step until it was read', async () => {
  const [one, two, three] = await store.add([event('rita', '1'), event('rita', '2'), event('rita', '3')]);
  await store.settle([one!], [{ id: two!.id, owner: 'rita', event: two!, code: 'phase', reason: 'Over.', what_to_do: 'Ask.' }]);
  expect(await store.oldest('rita', 10)).toEqual([three]);
  expect((await store.refused('rita')).map(each => each.event.new)).toEqual(['2']);
  await store.dismiss([two!.id]);
  expect(await store.refused('rita')).toEqual([]);
});

test('a count is never given twice, even when all that waited is gone', async () => {
  const [one] = await store.add([event('rita', '1')]);
  await store.settle([one!], []);
  const [two] = await store.add([event('rita', '2')]);
  expect(two!.client_sequence).toBeGreaterThan(one!.client_sequence);
});

test('a connection that the browser closed is opened again', async () => {
  await store.add([event('rita', '1')]);
  store.close();
  await store.add([event('rita', '2')]);
  expect((await store.oldest('rita', 10)).map(each => each.new)).toEqual(['1', '2']);
});
