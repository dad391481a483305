import { opposite, type Change } from './answers.ts';

/** Steps that can be taken back, each a group of changes that were one act. */
export interface History {
  done: readonly (readonly Change[])[];
  undone: readonly (readonly Change[])[];
}

export const emptyHistory: History = { done: [], undone: [] };
const longest = 1000;

/** A new act. What was undone before can no longer be redone. */
export const record = (history: History, changes: readonly Change[]): History =>
  changes.length === 0 ? history : { done: [...history.done, changes].slice(-longest), undone: [] };

/** The changes that take back the last act, in order, or null. */
export function undo(history: History): { history: History; changes: Change[] } | null {
  const last = history.done.at(-1);
  if (!last) return null;
  return {
    history: { done: history.done.slice(0, -1), undone: [...history.undone, last] },
    changes: [...last].reverse().map(opposite),
  };
}

/** The changes that do again what was undone last, or null. */
export function redo(history: History): { history: History; changes: Change[] } | null {
  const last = history.undone.at(-1);
  if (!last) return null;
  return { history: { done: [...history.done, last], undone: history.undone.slice(0, -1) }, changes: [...last] };
}
