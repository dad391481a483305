import { expect, test } from 'vitest';
import { plainLiking, poseOf, readLiking, turn, writeLiking } from './liking.ts';
import { upright } from './pose.ts';
import { asItCame, drag, likingOf, rangeOf, windowOf, windowOfPixels } from './windowing.ts';

const own = { center: 2048, width: 4096 };

test('a liking carries over to films of another depth', () => {
  const liking = likingOf(own, { center: 1024, width: 2048 });
  expect(windowOf({ center: 32768, width: 65536 }, liking)).toEqual({ center: 16384, width: 32768 });
  expect(windowOf(own, asItCame)).toEqual(own);
});

test('dragging right widens, down darkens, and neither leaves the scale', () => {
  expect(drag(own, own, 100, 0, 600).width).toBeGreaterThan(own.width);
  expect(drag(own, own, 0, 100, 600).center).toBeGreaterThan(own.center);
  expect(drag(own, own, 1e6, 1e6, 600)).toEqual({ center: 2048 + 8192, width: 8 * 4096 });
  expect(drag(own, own, -1e6, 0, 600).width).toBe(16);
});

test('a film without a window gets one from its pixels', () => {
  const pixels = Uint16Array.from({ length: 160_000 }, (_, index) => Math.floor(index / 160));
  const { lower, upper } = rangeOf(windowOfPixels(pixels));
  expect(lower).toBeCloseTo(9, -1);
  expect(upper).toBeCloseTo(990, -1);
});

test('turning is remembered for a film, inversion for all', () => {
  const kept = new Map<string, string>();
  const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
  writeLiking('rita', turn(plainLiking, 'a', { invert: true, rotation: 90, flip: true }), storage);
  const liking = readLiking('rita', storage);
  expect(poseOf(liking, 'a')).toEqual({ invert: true, rotation: 90, flip: true });
  expect(poseOf(liking, 'b')).toEqual({ ...upright, invert: true });
  expect(turn(liking, 'a', upright).turned).toEqual({});
  expect(readLiking('tom', storage)).toEqual(plainLiking);
});
