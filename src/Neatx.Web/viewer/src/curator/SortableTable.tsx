import { useState, type ReactNode } from 'react';
import { press, sorted, type Sorting } from './sorting.ts';

export interface Column<T> {
  name: string;
  title: string;
  isNumber?: boolean;
  value?: (row: T) => string | number | null | undefined;
  cell: (row: T) => ReactNode;
}

interface Props<T> {
  label: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  keyOf: (row: T) => string;
}

/** A table that sorts by its heads and scrolls inside itself where the page is narrow. */
export function SortableTable<T>({ label, columns, rows, keyOf }: Props<T>) {
  const [by, setBy] = useState<Sorting | null>(null);
  const shown = sorted(rows, (row, column) => columns.find(each => each.name === column)?.value?.(row), by);
  return (
    <div className="scroll" role="region" aria-label={label} tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            {columns.map(each => (
              <th key={each.name} scope="col" className={each.isNumber ? 'number' : undefined} aria-sort={by?.column === each.name ? (by.down ? 'descending' : 'ascending') : undefined}>
                {each.value
                  ? <button type="button" onClick={() => setBy(press(by, each.name))}>{each.title}<span aria-hidden="true" className="sort">{by?.column === each.name ? (by.down ? '▼' : '▲') : '↕'}</span></button>
                  : each.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(row => <tr key={keyOf(row)}>{columns.map(each => <td key={each.name} className={each.isNumber ? 'number' : undefined}>{each.cell(row)}</td>)}</tr>)}
        </tbody>
      </table>
    </div>
  );
}
