import type { Finding, Prevalence } from '../api/types.ts';
import { fixed, text, whole } from '../text/text.ts';
import { IntervalBar } from './IntervalBar.tsx';
import { SortableTable, type Column } from './SortableTable.tsx';

/** How often each rater calls each finding positive, and what moved. */
export function PrevalenceTable({ prevalence, findings }: { prevalence: readonly Prevalence[]; findings: readonly Finding[] }) {
  const title = (name: string): string => findings.find(each => each.name === name)?.title ?? name;
  const columns: Column<Prevalence>[] = [
    { name: 'finding', title: text('cur.finding'), value: row => title(row.finding), cell: row => title(row.finding) },
    { name: 'rater', title: text('cur.rater'), value: row => row.rater, cell: row => row.rater },
    { name: 'judged', title: text('cur.judged'), isNumber: true, value: row => row.judged, cell: row => whole(row.judged) },
    { name: 'share', title: `${text('cur.share')} %`, isNumber: true, value: row => row.share, cell: row => (row.share === null ? '–' : fixed(100 * row.share, 1)) },
    {
      name: 'interval', title: text('cur.interval_share'),
      cell: row => row.low !== null && row.high !== null && <span className="interval-cell"><IntervalBar value={row.share} low={row.low} high={row.high} from={0} /> <span className="interval-text">[{fixed(100 * row.low, 1)}, {fixed(100 * row.high, 1)}]</span></span>,
    },
    { name: 'drift', title: text('cur.alarm'), value: row => row.drift, cell: row => row.drift && <span className="alarm"><span aria-hidden="true">▲</span> {text(`drift.${row.drift}`)}</span> },
  ];
  return (
    <section aria-labelledby="prevalence">
      <h2 id="prevalence">{text('cur.prevalence')}</h2>
      {prevalence.length === 0 ? <p className="quiet">{text('cur.none_yet')}</p> : <SortableTable label={text('cur.prevalence')} columns={columns} rows={prevalence} keyOf={row => `${row.rater}|${row.finding}`} />}
    </section>
  );
}
