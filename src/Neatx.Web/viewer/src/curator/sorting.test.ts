import { expect, test } from 'vitest';
import { press, sorted } from './sorting.ts';

const rows = [{ kappa: 0.5 }, { kappa: null }, { kappa: 0.9 }];
const value = (row: { kappa: number | null }): number | null => row.kappa;

test('undefined figures stay last whichever way is up', () => {
  expect(sorted(rows, value, { column: 'kappa', down: false }).map(value)).toEqual([0.5, 0.9, null]);
  expect(sorted(rows, value, { column: 'kappa', down: true }).map(value)).toEqual([0.9, 0.5, null]);
  expect(sorted(rows, value, null)).toEqual(rows);
});

test('pressing goes up, down, off', () => {
  const up = press(null, 'kappa');
  expect([up, press(up, 'kappa'), press(press(up, 'kappa'), 'kappa')]).toEqual([{ column: 'kappa', down: false }, { column: 'kappa', down: true }, null]);
});
