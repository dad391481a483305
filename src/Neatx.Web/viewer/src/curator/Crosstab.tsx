import type { Agreement } from '../api/types.ts';
import { text, whole } from '../text/text.ts';
import { pairNameOf } from './pairs.ts';

/** Counts of one rater's answers against the other's; the darker, the more, on one scale. */
export function Crosstab({ row, title }: { row: Agreement; title: string }) {
  const { labels, counts } = row.crosstab;
  const most = Math.max(1, ...counts.flat());
  const names = [row.a ?? text('cur.pooled'), row.b ?? text('cur.pooled')];
  return (
    <div className="scroll" role="region" tabIndex={0} aria-label={text('cur.crosstab')}>
      <table className="crosstab">
        <caption>{text('cur.crosstab_of', title, pairNameOf(row), names[0]!, names[1]!)}</caption>
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
