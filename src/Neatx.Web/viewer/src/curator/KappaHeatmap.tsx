import { useRef, useState, type KeyboardEvent } from 'react';
import type { Agreement, Finding } from '../api/types.ts';
import { fixed, text, whole } from '../text/text.ts';
import { bandOf, bands } from './bands.ts';
import type { Pair } from './pairs.ts';

interface Props {
  pairs: readonly Pair[];
  findings: readonly Finding[];
  /** The figure whose crosstab is open. */
  open: Agreement | null;
  onOpen: (figure: Agreement | null) => void;
}

const steps: Readonly<Record<string, [number, number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/**
 * Kappa of every finding (rows) and pair (columns), as in the report: the shade is the band, the text the kappa and its interval, undefined is hatched.
 * Tab reaches one cell, arrows the others; what a cell says in full stands below for the one that is pointed at or focused.
 */
export function KappaHeatmap({ pairs, findings, open, onOpen }: Props) {
  const [at, setAt] = useState<[number, number]>([0, 0]);
  const [told, setTold] = useState<string | null>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const hasUndefined = pairs.some(pair => [...pair.figures.values()].some(each => each.kappa === null));

  const move = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const next: [number, number] = [Math.min(findings.length - 1, Math.max(0, at[0] + step[0])), Math.min(pairs.length - 1, Math.max(0, at[1] + step[1]))];
    body.current?.querySelector<HTMLButtonElement>(`[data-at="${next.join()}"]`)?.focus();
  };

  return (
    <figure className="heat">
      <figcaption>{text('cur.heat')} <span className="quiet">{text('cur.heat_hint')}</span></figcaption>
      <div className="scroll" role="region" aria-label={text('cur.heat')} tabIndex={-1}>
        <table className="heat-table">
          <thead>
            <tr>
              <td />
              {pairs.map(each => <th key={each.key} scope="col">{each.name}<span className="quiet">n = {each.n[0] === each.n[1] ? whole(each.n[0]) : `${whole(each.n[0])}–${whole(each.n[1])}`}</span></th>)}
            </tr>
          </thead>
          <tbody ref={body} onKeyDown={move} onMouseLeave={() => setTold(null)}>
            {findings.map((finding, row) => (
              <tr key={finding.name}>
                <th scope="row">{finding.title}</th>
                {pairs.map((pair, column) => {
                  const figure = pair.figures.get(finding.name);
                  const words = figure ? sentenceOf(figure, pair, finding) : text('cur.cell_none', finding.title, pair.name);
                  return (
                    <td key={pair.key}>
                      <button
                        type="button"
                        className={figure?.kappa == null ? 'heat-cell heat-undefined' : `heat-cell band-${bandOf(figure.kappa)}`}
                        data-at={`${row},${column}`}
                        tabIndex={row === at[0] && column === at[1] ? 0 : -1}
                        aria-expanded={figure ? figure === open : undefined}
                        onFocus={() => {
                          setAt([row, column]);
                          setTold(words);
                        }}
                        onMouseEnter={() => setTold(words)}
                        onClick={() => figure && onOpen(figure === open ? null : figure)}
                      >
                        <span className="spoken">{finding.title}, {pair.name}: </span>
                        {figure?.kappa == null ? <span className="heat-word">{figure ? text('cur.undefined_word') : '–'}</span> : (
                          <>
                            <span className="heat-kappa">{fixed(figure.kappa, 2)}</span>
                            {figure.low !== null && figure.high !== null && <span className="heat-interval">[{fixed(figure.low, 2)}, {fixed(figure.high, 2)}]</span>}
                          </>
                        )}
                        {figure && <span className="spoken">, n = {whole(figure.n)}, {figure.kappa === null ? figure.undefined : text(bands[bandOf(figure.kappa)]!.name)}</span>}
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="heat-told" aria-hidden="true">{told ?? '\u00a0'}</p>
      <ul className="legend" aria-label={text('cur.legend')}>
        {bands.map((each, place) => <li key={each.name}><span className={`legend-box band-${place}`} aria-hidden="true" />{text(each.name)} {each.range}</li>)}
        {hasUndefined && <li><span className="legend-box heat-undefined" aria-hidden="true" />{text('cur.undefined_word')}</li>}
      </ul>
    </figure>
  );
}

/** Everything a cell stands for, in words. */
function sentenceOf(figure: Agreement, pair: Pair, finding: Finding): string {
  if (figure.kappa === null) return text('cur.cell_undefined', finding.title, pair.name, figure.undefined ?? '', whole(figure.n));
  const interval = figure.low === null || figure.high === null ? text('cur.no_interval', figure.undefined ?? '') : `[${fixed(figure.low, 3)}, ${fixed(figure.high, 3)}]`;
  return text('cur.cell', finding.title, pair.name, fixed(figure.kappa, 3), interval, whole(figure.n), text(bands[bandOf(figure.kappa)]!.name), figure.method ?? '');
}
