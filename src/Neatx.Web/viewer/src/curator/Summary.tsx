import type { Finding, Overview } from '../api/types.ts';
import { duration, fixed, text, whole } from '../text/text.ts';
import { IntervalBar } from './IntervalBar.tsx';

/** Four questions, answered without scrolling. */
export function Summary({ overview, findings }: { overview: Overview; findings: readonly Finding[] }) {
  const { ratings, images, raters } = overview;
  const hour = raters.reduce((sum, each) => sum + (each.paused || each.dropped ? 0 : each.per_hour ?? 0), 0);
  const paces = raters.flatMap(each => each.seconds_per_film ?? []).sort((a, b) => a - b);
  const pace = paces[paces.length >> 1];
  const left = Math.max(0, ratings.wanted - ratings.done);
  const pooled = overview.agreement.filter(each => each.kind === 'pooled');
  const main = pooled.length > 0 ? pooled : overview.agreement.filter(each => each.kind === 'raters');
  const alarms = overview.prevalence.filter(each => each.drift !== null);
  const title = (name: string): string => findings.find(each => each.name === name)?.title ?? name;
  return (
    <div className="summary">
      <section>
        <h2>{text('cur.far')}</h2>
        <p className="figure">{ratings.wanted === 0 ? '–' : `${Math.floor((100 * ratings.done) / ratings.wanted)}\u202f%`}</p>
        <progress max={Math.max(1, ratings.wanted)} value={ratings.done} aria-label={text('cur.far')} />
        <p>{text('cur.ratings', whole(ratings.done), whole(ratings.wanted))}</p>
        <p className="quiet">{text('cur.images_enough', whole(ratings.rated_enough), whole(images.main))}</p>
      </section>
      <section>
        <h2>{text('cur.fast')}</h2>
        {hour > 0 ? (
          <>
            <p className="figure">{whole(hour)}</p>
            <p>{text('cur.per_hour', whole(hour))}</p>
            <p className="quiet">{pace !== undefined && `${text('cur.seconds', Math.round(pace))}, `}{text('cur.left_time', duration(Math.ceil((60 * left) / hour)))}</p>
          </>
        ) : <p>{text('cur.no_pace')}</p>}
      </section>
      <section className="summary-agree">
        <h2>{text('cur.agree')}</h2>
        {main.length === 0 ? <p>{text('cur.none_yet')}</p> : (
          <table className="compact">
            <thead><tr><th scope="col">{text('cur.finding')}</th><th scope="col" className="number">{text('cur.kappa')}</th><th scope="col">{text('cur.interval')}</th></tr></thead>
            <tbody>
              {main.slice(0, 8).map(each => (
                <tr key={`${each.a}-${each.b}-${each.finding}`}>
                  <th scope="row">{title(each.finding)}</th>
                  <td className="number">{each.kappa === null ? '–' : fixed(each.kappa, 2)}</td>
                  <td>{each.kappa === null ? <span className="quiet">{text('cur.undefined', each.undefined ?? '')}</span> : <><IntervalBar value={each.kappa} low={each.low} high={each.high} /> <span className="interval-text">{each.low === null || each.high === null ? '' : `[${fixed(each.low, 2)}, ${fixed(each.high, 2)}]`}</span></>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <section className="summary-drift">
        <h2>{text('cur.drift')}</h2>
        {alarms.length === 0 ? <p className="calm"><span aria-hidden="true">✓</span> {text('cur.no_drift')}</p> : (
          <>
            <p className="alarm"><span aria-hidden="true">▲</span> {text('cur.drift_n', alarms.length)}</p>
            <ul className="list">{alarms.slice(0, 3).map(each => <li key={`${each.rater}-${each.finding}`}><strong>{each.rater}, {title(each.finding)}:</strong> {text(`drift.${each.drift!}`)}</li>)}</ul>
          </>
        )}
      </section>
    </div>
  );
}
