import type { Qualification } from '../api/types.ts';
import { IntervalBar } from '../curator/IntervalBar.tsx';
import { fixed, text, whole } from '../text/text.ts';

/** Whether the bound was reached, with the numbers it was decided by. */
export function QualificationResult({ qualification, onGo }: { qualification: Qualification; onGo?: () => void }) {
  const { kappa, low, high, n, bound, passed } = qualification;
  return (
    <section className="result">
      <h1>{text(passed ? 'qual.title_passed' : 'qual.title_failed')}</h1>
      {kappa !== null && low !== null && high !== null
        ? <><p>{text('qual.result', fixed(kappa, 2), fixed(low, 2), fixed(high, 2), whole(n), fixed(bound, 2))}</p><IntervalBar value={kappa} low={low} high={high} bound={bound} /></>
        : <p>{text('qual.undefined', whole(n), fixed(bound, 2))}</p>}
      <p>{text(passed ? 'qual.passed_next' : 'qual.failed_next')}</p>
      {onGo && <button type="button" className="finish" autoFocus onClick={onGo}><kbd>Enter</kbd> {text('qual.go')}</button>}
    </section>
  );
}
