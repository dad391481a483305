import { expect, test } from 'vitest';
import type { Feedback } from '../api/types.ts';
import { expertMarksOf, marksOf } from '../rating/marks.ts';
import { sentenceOf } from './sentence.ts';

const drain = { name: 'drain', title: 'Chest drain', key: '1', asks_side: false };
const of = (part: Partial<Feedback['findings'][number]>): Feedback['findings'][number] => ({ finding: 'drain', own: '0', expert: 'negative', right: true, line: null, box: null, ...part });

test('what is right is said once; what differs also says what the rater saw', () => {
  expect(sentenceOf(of({}), drain)).toBe('There is none: Chest drain.');
  expect(sentenceOf(of({ expert: 'positive', right: false }), drain)).toBe('There is: Chest drain. You saw none.');
  expect(sentenceOf(of({ own: '0.75', right: false }), drain)).toBe('There is none: Chest drain. You saw one.');
  expect(sentenceOf(of({ own: '0.5', right: false }), drain)).toBe('There is none: Chest drain. You were undecided.');
  expect(sentenceOf(of({ own: null, right: false }), drain)).toBe('There is none: Chest drain. You held the film unfit.');
  expect(sentenceOf(of({ expert: null, right: null }), drain)).toBe('The expert does not say whether there is: Chest drain.');
});

test('the expert’s marks are drawn apart from the rater’s, and what cannot be read is not drawn', () => {
  const feedback: Feedback = { right: 0, of: 1, findings: [of({ line: '[[0.1,0.2],[0.3,0.4]]', box: 'no json' })] };
  expect(expertMarksOf(feedback, [drain])).toEqual([{ kind: 'line', points: [[0.1, 0.2], [0.3, 0.4]], label: 'Chest drain, expert', by: 'expert' }]);
  expect(marksOf({ lines: {}, boxes: { drain: '[0.1,0.2,0.3,0.4]' } }, [drain])).toEqual([{ kind: 'box', points: [[0.1, 0.2], [0.3, 0.4]], label: 'Chest drain', by: 'own' }]);
});
