import { expect, test } from 'vitest';
import type { Agreement } from '../api/types.ts';
import { bandOf, bands } from './bands.ts';
import { pairsOf } from './pairs.ts';

const figure = (kind: Agreement['kind'], a: string | null, b: string | null, finding: string, n: number): Agreement =>
  ({ kind, a, b, finding, n, kappa: 0.5, low: 0.4, high: 0.6, method: 'x', undefined: null, crosstab: { labels: [], counts: [] } });

test('a kappa belongs to the band whose upper end it does not pass, as in the report', () => {
  expect([-1, 0, 0.001, 0.2, 0.21, 0.4, 0.6, 0.61, 0.8, 0.81, 1].map(bandOf)).toEqual([0, 0, 1, 1, 2, 2, 3, 4, 4, 5, 5]);
  expect(bands.length).toBe(6);
});

test('figures become columns by pair, pooled first, and name the fewest and most images', () => {
  const pairs = pairsOf([figure('gold', 'R1', 'reference', 'drain', 9), figure('raters', 'R1', 'R2', 'drain', 30), figure('raters', 'R1', 'R2', 'tube', 28), figure('pooled', null, null, 'drain', 60)]);
  expect(pairs.map(each => [each.kind, ...each.n])).toEqual([['pooled', 60, 60], ['raters', 28, 30], ['gold', 9, 9]]);
  expect(pairs[1]!.figures.get('tube')!.n).toBe(28);
  expect(pairs[0]!.figures.get('tube')).toBeUndefined();
});
