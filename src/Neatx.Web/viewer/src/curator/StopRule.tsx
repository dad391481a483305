import type { Finding, Overview } from '../api/types.ts';
import { fixed, text, whole } from '../text/text.ts';

/** Whether enough is rated, by the rule of the protocol. */
export function StopRule({ stop, findings }: { stop: NonNullable<Overview['stop']>; findings: readonly Finding[] }) {
  return (
    <section aria-labelledby="stop">
      <h2 id="stop">{text('cur.stop')}</h2>
      <p>{text('cur.stop_rule', `${Math.round(100 * stop.level)}\u202f%`, fixed(stop.half_width, 2), whole(stop.least))} <strong>{text(stop.reached ? 'cur.stop_reached' : 'cur.stop_open')}</strong></p>
      <div className="scroll" role="region" aria-label={text('cur.stop')} tabIndex={0}>
        <table className="table">
          <thead><tr><th scope="col">{text('cur.finding')}</th><th scope="col" className="number">{text('cur.n')}</th><th scope="col" className="number">{text('cur.half_width')}</th><th scope="col">{text('cur.stop')}</th></tr></thead>
          <tbody>
            {stop.findings.map(each => (
              <tr key={each.finding}>
                <td>{findings.find(finding => finding.name === each.finding)?.title ?? each.finding}</td><td className="number">{whole(each.n)}</td>
                <td className="number">{each.half_width === null ? '–' : fixed(each.half_width, 3)}</td><td>{each.reached ? `✓ ${text('cur.reached')}` : `○ ${text('cur.not_reached')}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
