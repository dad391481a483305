import type { Answers, EventKind, Film, Finding } from '../api/types.ts';

/** One change of an answer, or of whether the film is done. Its opposite undoes it. */
export interface Change {
  kind: Exclude<EventKind, 'guideline.read'>;
  handle: string;
  finding: string | null;
  old: string | null;
  new: string | null;
}

export const noAnswers = (): Answers => ({ grades: {}, sides: {}, invalid: null, note: null, lines: {}, boxes: {} });

export const invalidPrefix = 'INVALID:';

/** The film after a change. What is taken back is absent again, never 0. */
export function apply(film: Film, change: Change): Film {
  const answers = { ...film.answers };
  const value = change.new;
  switch (change.kind) {
    case 'rating.set':
    case 'adjudication.set':
      if (change.finding === null) answers.invalid = value === null ? null : value.slice(invalidPrefix.length);
      else answers.grades = put(answers.grades, change.finding, value);
      break;
    case 'side.set':
      answers.sides = put(answers.sides, change.finding!, value);
      break;
    case 'line.set':
      answers.lines = put(answers.lines, change.finding!, value);
      break;
    case 'box.set':
      answers.boxes = put(answers.boxes, change.finding!, value);
      break;
    case 'note.set':
      answers.note = value;
      break;
    case 'image.completed':
      return { ...film, completed: true };
    case 'image.reopened':
      return { ...film, completed: false };
  }
  return { ...film, answers };
}

function put(map: Record<string, string>, key: string, value: string | null): Record<string, string> {
  const next = { ...map };
  if (value === null) delete next[key];
  else next[key] = value;
  return next;
}

/** The change that takes back another. */
export function opposite(change: Change): Change {
  if (change.kind === 'image.completed') return { ...change, kind: 'image.reopened' };
  if (change.kind === 'image.reopened') return { ...change, kind: 'image.completed' };
  return { ...change, old: change.new, new: change.old };
}

export const unanswered = (answers: Answers, findings: readonly Finding[]): Finding[] => findings.filter(each => !(each.name in answers.grades));

export const gradeChange = (film: Film, finding: string, grade: string | null): Change => ({
  kind: 'rating.set', handle: film.handle, finding, old: film.answers.grades[finding] ?? null, new: grade,
});

/**
 * Sets a grade. A film that was held invalid no longer is, and an absent tube has no side, line or box: what would contradict the grade goes with it,
 * in the same step of undo.
 */
export function gradeChanges(film: Film, finding: string, grade: string): Change[] {
  const changes: Change[] = [];
  const { answers } = film;
  if (answers.invalid !== null) changes.push(invalidChange(film, null));
  if (answers.grades[finding] !== grade) changes.push(gradeChange(film, finding, grade));
  if (grade === '0') {
    const belongings = [['side.set', answers.sides], ['line.set', answers.lines], ['box.set', answers.boxes]] as const;
    for (const [kind, map] of belongings) {
      const old = map[finding];
      if (old !== undefined) changes.push({ kind, handle: film.handle, finding, old, new: null });
    }
  }
  return changes;
}

export const invalidChange = (film: Film, reason: string | null): Change => ({
  kind: 'rating.set',
  handle: film.handle,
  finding: null,
  old: film.answers.invalid === null ? null : invalidPrefix + film.answers.invalid,
  new: reason === null ? null : invalidPrefix + reason,
});

/** What Enter does: every finding without an answer is absent, and the film is done. An invalid film is only done. */
export function finishChanges(film: Film, findings: readonly Finding[]): Change[] {
  const changes = film.answers.invalid === null
    ? unanswered(film.answers, findings).map(each => gradeChange(film, each.name, '0'))
    : [];
  if (!film.completed) changes.push({ kind: 'image.completed', handle: film.handle, finding: null, old: null, new: null });
  return changes;
}
