export interface Sorting {
  column: string;
  down: boolean;
}

type Value = string | number | null | undefined;

/** Rows by a column. What has no value stays last, whichever way is up; equal rows keep their order. */
export function sorted<T>(rows: readonly T[], valueOf: (row: T, column: string) => Value, by: Sorting | null): T[] {
  if (!by) return [...rows];
  const sign = by.down ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [valueOf(a, by.column), valueOf(b, by.column)];
    const [noX, noY] = [x === null || x === undefined, y === null || y === undefined];
    if (noX || noY) return noX === noY ? 0 : noX ? 1 : -1;
    if (typeof x === 'number' && typeof y === 'number') return sign * (x - y);
    return sign * String(x).localeCompare(String(y));
  });
}

/** A first press sorts up, a second down, a third not at all. */
export const press = (by: Sorting | null, column: string): Sorting | null =>
  by?.column !== column ? { column, down: false } : by.down ? null : { column, down: true };
