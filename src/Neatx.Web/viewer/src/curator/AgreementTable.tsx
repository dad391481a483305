import { useState } from 'react';
import type { Agreement, Finding, Overview } from '../api/types.ts';
import { fixed, text, whole } from '../text/text.ts';
import { Crosstab } from './Crosstab.tsx';
import { IntervalBar } from './IntervalBar.tsx';
import { KappaHeatmap } from './KappaHeatmap.tsx';
import { kinds, pairKeyOf, pairNameOf, pairsOf } from './pairs.ts';
import { SortableTable, type Column } from './SortableTable.tsx';

/** Kappa of every pair and finding: the report's heatmap, the crosstab behind a cell, and the same as a table with the intervals drawn. */
export function AgreementTable({ overview, findings }: { overview: Overview; findings: readonly Finding[] }) {
  const [opened, setOpened] = useState<string | null>(null);
  const pairs = pairsOf(overview.agreement);
  const keyOf = (each: Agreement): string => `${pairKeyOf(each)}|${each.finding}`;
  const title = (name: string): string => findings.find(each => each.name === name)?.title ?? name;
  // Figures are renewed while somebody looks: what is open is known by its name.
  const open = overview.agreement.find(each => keyOf(each) === opened) ?? null;
  const rows = kinds.flatMap(kind => overview.agreement.filter(each => each.kind === kind));
  const columns: Column<Agreement>[] = [
    { name: 'finding', title: text('cur.finding'), value: row => title(row.finding), cell: row => title(row.finding) },
    { name: 'pair', title: text('cur.pair'), value: pairNameOf, cell: pairNameOf },
    { name: 'n', title: text('cur.n'), isNumber: true, value: row => row.n, cell: row => whole(row.n) },
    { name: 'kappa', title: text('cur.kappa'), isNumber: true, value: row => row.kappa, cell: row => (row.kappa === null ? '–' : fixed(row.kappa, 3)) },
    {
      name: 'interval', title: text('cur.interval'), value: row => (row.low === null || row.high === null ? null : row.high - row.low),
      cell: row => row.kappa === null || row.low === null || row.high === null
        ? <span className="undefined">{text('cur.undefined', row.undefined ?? '')}</span>
        : <span className="interval-cell"><IntervalBar value={row.kappa} low={row.low} high={row.high} /> <span className="interval-text">[{fixed(row.low, 3)}, {fixed(row.high, 3)}]</span></span>,
    },
  ];
  return (
    <section aria-labelledby="agreement">
      <h2 id="agreement">{text('cur.agreement')}</h2>
      {pairs.length === 0 ? <p className="quiet">{text('cur.none_yet')}</p> : (
        <>
          <KappaHeatmap pairs={pairs} findings={findings} open={open} onOpen={figure => setOpened(figure && keyOf(figure))} />
          {open && <Crosstab row={open} title={title(open.finding)} />}
          <details className="as-table">
            <summary>{text('cur.as_table')}</summary>
            <SortableTable label={text('cur.agreement')} columns={columns} rows={rows} keyOf={keyOf} />
          </details>
        </>
      )}
    </section>
  );
}
