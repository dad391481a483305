import type { Finding } from '../api/types.ts';
import { text } from '../text/text.ts';
import { keepFocus } from './FindingRows.tsx';

const sides = [['L', 'L', 'rate.side_L'], ['R', 'R', 'rate.side_R'], ['both', 'B', 'rate.side_both']] as const;

interface Props {
  finding: Finding;
  side: string | null;
  showKeys: boolean;
  canChange: boolean;
  onSide: (side: string) => void;
}

/** Left, right or both of the patient. */
export function Sides({ finding, side, showKeys, canChange, onSide }: Props) {
  return (
    <div className="sides" role="radiogroup" aria-label={text('rate.side_of', finding.title)} data-answered={side !== null}>
      <span aria-hidden="true">{text('rate.side')}</span>
      {sides.map(([value, key, name]) => (
        <button key={value} type="button" role="radio" aria-checked={side === value} disabled={!canChange} className="side" onMouseDown={keepFocus} onClick={() => onSide(value)}>
          {showKeys && <kbd>⇧{key}</kbd>} {text(name)}
        </button>
      ))}
    </div>
  );
}
