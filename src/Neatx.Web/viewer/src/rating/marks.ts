import type { Answers, Finding } from '../api/types.ts';
import type { Mark } from '../film/Marks.tsx';

/** Lines and boxes of answers as they are drawn. What cannot be read is not drawn. */
export function marksOf(answers: Answers, findings: readonly Finding[], by: Mark['by'] = 'own', prefix = ''): Mark[] {
  const title = (name: string): string => prefix + (findings.find(each => each.name === name)?.title ?? name);
  const lines = Object.entries(answers.lines).flatMap(([name, json]): Mark[] => {
    const points = numbers(json) as [number, number][] | null;
    return points ? [{ kind: 'line', points, label: title(name), by }] : [];
  });
  const boxes = Object.entries(answers.boxes).flatMap(([name, json]): Mark[] => {
    const box = numbers(json) as [number, number, number, number] | null;
    return box ? [{ kind: 'box', points: [[box[0], box[1]], [box[2], box[3]]], label: title(name), by }] : [];
  });
  return [...lines, ...boxes];
}

function numbers(json: string): unknown[] | null {
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) && value.length >= 2 ? value : null;
  } catch {
    return null;
  }
}
