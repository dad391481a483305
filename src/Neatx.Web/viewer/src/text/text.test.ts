import { expect, test } from 'vitest';
import { da } from './da.ts';
import { en } from './en.ts';
import { fill, fixed, whole } from './text.ts';

test('both languages have the same keys, none empty', () => {
  expect(Object.keys(da).sort()).toEqual(Object.keys(en).sort());
  for (const each of [...Object.values(da), ...Object.values(en)]) expect(each.trim()).not.toBe('');
});

test('both languages use the same values', () => {
  const values = (pattern: string): string[] => [...new Set(pattern.match(/\{\d\}/g) ?? [])].sort();
  for (const [key, pattern] of Object.entries(en)) expect(values(da[key as keyof typeof en]), key).toEqual(values(pattern));
});

test('values are put in place, and what looks like a pattern in them is not', () => {
  expect(fill('{1} of {0}', [2, '{0}'])).toBe('{0} of 2');
  expect(whole(1234567)).toBe('1\u2009234\u2009567');
  expect([fixed(0.8, 2), fixed(-0.123, 2), fixed(1, 2), fixed(-0.001, 2), fixed(-10, 0)]).toEqual(['0.80', '\u22120.12', '1.00', '0.00', '\u221210']);
});
