import type { Finding } from '../api/types.ts';

export type Command =
  | { do: 'choose'; finding: number }
  | { do: 'grade'; grade: string }
  | { do: 'side'; side: string }
  | {
      do:
        | 'up' | 'down' | 'less' | 'more' | 'clear'
        | 'finish' | 'earlier' | 'later' | 'front' | 'invalid' | 'note' | 'undo' | 'redo' | 'help' | 'guideline'
        | 'invert' | 'rotate' | 'flip' | 'fit' | 'actual' | 'reset' | 'length' | 'line' | 'box' | 'window' | 'escape';
    };

export const grades = ['0', '0.25', '0.5', '0.75', '1'] as const;
export const gradeKeys = ['q', 'w', 'e', 'r', 't'] as const;

/** The keys that are not findings'. R is a grade, so sides take Shift. */
export const keys: Readonly<Record<string, Command>> = {
  ...Object.fromEntries(gradeKeys.map((key, index): [string, Command] => [key, { do: 'grade', grade: grades[index]! }])),
  'shift+l': { do: 'side', side: 'L' },
  'shift+r': { do: 'side', side: 'R' },
  'shift+b': { do: 'side', side: 'both' },
  arrowup: { do: 'up' },
  arrowdown: { do: 'down' },
  arrowleft: { do: 'less' },
  arrowright: { do: 'more' },
  delete: { do: 'clear' },
  enter: { do: 'finish' },
  backspace: { do: 'earlier' },
  pageup: { do: 'earlier' },
  pagedown: { do: 'later' },
  end: { do: 'front' },
  x: { do: 'invalid' },
  n: { do: 'note' },
  z: { do: 'undo' },
  'ctrl+z': { do: 'undo' },
  y: { do: 'redo' },
  'ctrl+y': { do: 'redo' },
  'ctrl+shift+z': { do: 'redo' },
  '?': { do: 'help' },
  g: { do: 'guideline' },
  i: { do: 'invert' },
  o: { do: 'rotate' },
  h: { do: 'flip' },
  f: { do: 'fit' },
  p: { do: 'actual' },
  a: { do: 'reset' },
  d: { do: 'length' },
  v: { do: 'line' },
  k: { do: 'box' },
  escape: { do: 'escape' },
};

export interface Pressed {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** The key that chooses a finding: its own where that is free, else its number. Null for the tenth and later without an own key. */
export function keyOf(finding: Finding, index: number): string | null {
  const own = finding.key.toLowerCase();
  if (own.length === 1 && !(own in keys)) return own;
  return index < 9 ? String(index + 1) : null;
}

/** What a pressed key means, or null. Numbers always choose by position, unless a finding has that number as its own key. */
export function commandOf(pressed: Pressed, findings: readonly Finding[]): Command | null {
  if (pressed.altKey) return null;
  const key = pressed.key.toLowerCase();
  const chord = pressed.ctrlKey || pressed.metaKey;
  const name = `${chord ? 'ctrl+' : ''}${pressed.shiftKey && key !== '?' ? 'shift+' : ''}${key}`;
  if (!chord && !pressed.shiftKey) {
    const own = findings.findIndex((each, index) => keyOf(each, index) === key);
    if (own >= 0) return { do: 'choose', finding: own };
    if (/^[1-9]$/.test(key) && Number(key) <= findings.length) return { do: 'choose', finding: Number(key) - 1 };
  }
  return keys[name] ?? null;
}

/** The grade one step more or less; from unanswered, the first step right is 0 and the first step left is 1. */
export function stepGrade(grade: string | undefined, step: 1 | -1): string {
  const index = grade === undefined ? -1 : grades.indexOf(grade as (typeof grades)[number]);
  if (index < 0) return step > 0 ? grades[0] : grades[4];
  return grades[Math.min(4, Math.max(0, index + step))]!;
}
