import { useState } from 'react';
import type { Agreement, Finding, Overview } from '../api/types.ts';
import { fixed, text, whole } from '../text/text.ts';
import { IntervalBar } from './IntervalBar.tsx';
import { SortableTable, type Column } from './SortableTable.tsx';

const kinds = ['pooled', 'raters', 'gold', 'self'] as const;

/** Kappa of every pair and finding, its interval drawn and printed, with the crosstab it comes from. */
export function AgreementTable({ overview, findings }: { overview: Overview; findings: readonly Finding[] }) {
  const present = kinds.filter(kind => overview.agreement.some(each => each.kind === kind));
  const [wanted, setWanted] = useState<Agreement['kind'] | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const kind = wanted !== null && present.includes(wanted) ? wanted : present.find(each => each === 'raters') ?? present[0];
  const title = (name: string): string => findings.find(each => each.name === name)?.title ?? name;
  const keyOf = (each: Agreement): string => `${each.kind}|${each.a}|${each.b}|${each.finding}`;
  const rows = overview.agreement.filter(each => each.kind === kind);
  const detail = rows.find(each => keyOf(each) === shown);
  const columns: Column<Agreement>[] = [
    { name: 'finding', title: text('cur.finding'), value: row => title(row.finding), cell: row => title(row.finding) },
    { name: 'pair', title: text('cur.pair'), value: pairOf, cell: pairOf },
    { name: 'n', title: text('cur.n'), isNumber: true, value: row => row.n, cell: row => whole(row.n) },
    { name: 'kappa', title: text('cur.kappa'), isNumber: true, value: row => row.kappa, cell: row => (row.kappa === null ? '–' : fixed(row.kappa, 3)) },
    {
      name: 'interval', title: text('cur.interval'), value: row => (row.low === null || row.high === null ? null : row.high - row.low),
      cell: row => row.kappa === null || row.low === null || row.high === null
        ? <span className="undefined">{text('cur.undefined', row.undefined ?? '')}</span>
        : <span className="interval-cell"><IntervalBar value={row.kappa} low={row.low} high={row.high} /> <span className="interval-text">[{fixed(row.low, 3)}, {fixed(row.high, 3)}]</span></span>,
    },
    {
      name: 'crosstab', title: text('cur.crosstab'),
      cell: row => <button type="button" className="button-small" aria-expanded={shown === keyOf(row)} onClick={() => setShown(shown === keyOf(row) ? null : keyOf(row))}>{text('cur.crosstab')}</button>,
    },
  ];
  return (
    <section aria-labelledby="agreement">
      <div className="title">
        <h2 id="agreement">{text('cur.agree')}</h2>
        {present.length > 1 && (
          <label className="field">{text('cur.kind')} <select value={kind} onChange={event => setWanted(event.target.value as Agreement['kind'])}>{present.map(each => <option key={each} value={each}>{text(`cur.kind_${each}`)}</option>)}</select></label>
        )}
      </div>
      {rows.length === 0 ? <p className="quiet">{text('cur.none_yet')}</p> : <SortableTable label={text('cur.agree')} columns={columns} rows={rows} keyOf={keyOf} />}
      {detail && <Crosstab row={detail} title={title(detail.finding)} />}
    </section>
  );
}

function pairOf(row: Agreement): string {
  if (row.kind === 'pooled') return text('cur.pooled');
  if (row.kind === 'gold') return text('cur.with_reference', row.a ?? '');
  if (row.kind === 'self') return text('cur.with_self', row.a ?? '');
  return `${row.a} – ${row.b}`;
}

/** Counts of one rater's answers against the other's; the darker, the more, on one scale. */
function Crosstab({ row, title }: { row: Agreement; title: string }) {
  const { labels, counts } = row.crosstab;
  const most = Math.max(1, ...counts.flat());
  const names = [row.a ?? text('cur.pooled'), row.b ?? text('cur.pooled')];
  return (
    <div className="scroll" role="region" tabIndex={0} aria-label={text('cur.crosstab')}>
      <table className="crosstab">
        <caption>{text('cur.crosstab_of', title, pairOf(row), names[0]!, names[1]!)}</caption>
        <thead><tr><td />{labels.map(each => <th key={each} scope="col">{each}</th>)}</tr></thead>
        <tbody>
          {counts.map((line, index) => (
            <tr key={labels[index]}><th scope="row">{labels[index]}</th>{line.map((count, place) => <td key={place} data-band={count === 0 ? 0 : Math.min(5, 1 + Math.floor((5 * Math.log1p(count)) / Math.log1p(most) - 1e-9))}>{whole(count)}</td>)}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
