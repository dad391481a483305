import type { PlanAction, RaterRow } from '../api/types.ts';
import { dateTime, fixed, text, whole } from '../text/text.ts';
import { SortableTable, type Column } from './SortableTable.tsx';

interface Props {
  raters: readonly RaterRow[];
  isCurator: boolean;
  onPlan: (action: PlanAction, rater: string, value?: string) => Promise<void>;
}

/** Who rates, how far and how fast; a curator pauses, resumes and drops here. */
export function RaterTable({ raters, isCurator, onPlan }: Props) {
  const stateOf = (row: RaterRow): string => (row.dropped ? text('cur.dropped') : row.paused ? text('cur.paused') : text(`phase.${row.phase}`));
  const columns: Column<RaterRow>[] = [
    { name: 'rater', title: text('cur.rater'), value: row => row.pseudonym, cell: row => <>{row.pseudonym}{row.name && <span className="quiet"> {row.name}</span>}</> },
    { name: 'phase', title: text('cur.phase'), value: stateOf, cell: stateOf },
    { name: 'done', title: text('cur.done'), isNumber: true, value: row => row.done, cell: row => whole(row.done) },
    { name: 'open', title: text('cur.open'), isNumber: true, value: row => row.open, cell: row => whole(row.open) },
    { name: 'hour', title: text('cur.hour'), isNumber: true, value: row => row.per_hour, cell: row => (row.per_hour === null ? '–' : whole(row.per_hour)) },
    { name: 'pace', title: text('cur.film_seconds'), isNumber: true, value: row => row.seconds_per_film, cell: row => (row.seconds_per_film === null ? '–' : fixed(row.seconds_per_film, 1)) },
    {
      name: 'qualification', title: text('cur.qualification'), value: row => row.qualification?.kappa,
      cell: row => (row.qualification?.kappa == null ? '–' : `${fixed(row.qualification.kappa, 2)} [${fixed(row.qualification.low ?? NaN, 2)}, ${fixed(row.qualification.high ?? NaN, 2)}]`),
    },
    { name: 'seen', title: text('cur.last_seen'), value: row => row.last_seen, cell: row => (row.last_seen === null ? text('cur.certain') : dateTime(row.last_seen)) },
    ...(isCurator ? [{
      name: 'actions', title: text('cur.actions'),
      cell: (row: RaterRow) => !row.dropped && (
        <span className="row">
          {row.phase === 'failed' && <button type="button" className="button-small" onClick={() => void onPlan('phase', row.user, 'training')}>{text('cur.train_again')}</button>}
          {row.phase === 'failed' && <button type="button" className="button-small" onClick={() => confirm(text('cur.let_rate_sure', row.pseudonym)) && void onPlan('phase', row.user, 'rating')}>{text('cur.let_rate')}</button>}
          <button type="button" className="button-small" onClick={() => void onPlan(row.paused ? 'resume' : 'pause', row.user)}>{text(row.paused ? 'cur.resume' : 'cur.pause')}</button>
          <button type="button" className="button-small" onClick={() => confirm(text('cur.drop_sure', row.pseudonym)) && void onPlan('drop', row.user)}>{text('cur.drop')}</button>
        </span>
      ),
    }] : []),
  ];
  return (
    <section aria-labelledby="raters">
      <h2 id="raters">{text('cur.raters')}</h2>
      {raters.length === 0 ? <p className="quiet">{text('cur.none_yet')}</p> : <SortableTable label={text('cur.raters')} columns={columns} rows={raters} keyOf={row => row.user} />}
    </section>
  );
}
