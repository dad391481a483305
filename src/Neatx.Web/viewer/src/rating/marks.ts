import type { Answers, Feedback, Finding } from '../api/types.ts';
import type { Mark } from '../film/Marks.tsx';
import { text } from '../text/text.ts';

/** Lines and boxes of answers as they are drawn. What cannot be read is not drawn. */
export function marksOf(answers: Pick<Answers, 'lines' | 'boxes'>, findings: readonly Finding[], by: Mark['by'] = 'own', prefix = ''): Mark[] {
  const title = (name: string): string => prefix + titleOf(name, findings);
  return [
    ...Object.entries(answers.lines).flatMap(([name, json]) => lineOf(json, title(name), by)),
    ...Object.entries(answers.boxes).flatMap(([name, json]) => boxOf(json, title(name), by)),
  ];
}

/** What the expert drew on a film of the training. */
export const expertMarksOf = (feedback: Feedback, findings: readonly Finding[]): Mark[] =>
  feedback.findings.flatMap(each => {
    const label = text('train.expert_mark', titleOf(each.finding, findings));
    return [...lineOf(each.line, label, 'expert'), ...boxOf(each.box, label, 'expert')];
  });

const titleOf = (name: string, findings: readonly Finding[]): string => findings.find(each => each.name === name)?.title ?? name;

function lineOf(json: string | null, label: string, by: Mark['by']): Mark[] {
  const points = numbers(json) as [number, number][] | null;
  return points ? [{ kind: 'line', points, label, by }] : [];
}

function boxOf(json: string | null, label: string, by: Mark['by']): Mark[] {
  const box = numbers(json) as [number, number, number, number] | null;
  return box ? [{ kind: 'box', points: [[box[0], box[1]], [box[2], box[3]]], label, by }] : [];
}

function numbers(json: string | null): unknown[] | null {
  if (json === null) return null;
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) && value.length >= 2 ? value : null;
  } catch {
    return null;
  }
}
