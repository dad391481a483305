import type { Answers, Finding } from '../api/types.ts';
import { text } from '../text/text.ts';
import { gradeKeys, grades, keyOf } from './keymap.ts';
import { Sides } from './Sides.tsx';

interface Props {
  findings: readonly Finding[];
  answers: Answers;
  chosen: number;
  canChange: boolean;
  onChoose: (finding: number) => void;
  onGrade: (finding: Finding, grade: string) => void;
  onSide: (finding: Finding, side: string) => void;
}

export const gradeWord = (grade: string): string => (grade === '0' || grade === '1' ? grade : grade.slice(1));

/** Keeps the focus where it was when the mouse presses a button, so that keys go on meaning what the panel says. */
export const keepFocus = (event: { preventDefault: () => void }): void => event.preventDefault();

/** A row a finding: its key, its name, five grades. A row without an answer is hollow and says so. */
export function FindingRows({ findings, answers, chosen, canChange, onChoose, onGrade, onSide }: Props) {
  return (
    <div className={answers.invalid === null ? 'rows' : 'rows rows-invalid'}>
      <div className="rows-head" aria-hidden="true">
        <span className="rows-absent">{text('rate.absent')}</span>
        {grades.map((grade, index) => <span key={grade} className="rows-grade"><kbd>{gradeKeys[index]!.toUpperCase()}</kbd>{gradeWord(grade)}</span>)}
      </div>
      {findings.map((finding, index) => {
        const grade = answers.grades[finding.name];
        const key = keyOf(finding, index);
        return (
          <div key={finding.name} className="row-finding" data-chosen={index === chosen} data-answered={grade !== undefined} data-finding={finding.name}>
            <button type="button" className="row-name" aria-pressed={index === chosen} onMouseDown={keepFocus} onClick={() => onChoose(index)}>
              {key && <kbd>{key.toUpperCase()}</kbd>}
              <span id={`finding-${index}`}>{finding.title}</span>
            </button>
            <div className="grades" role="radiogroup" aria-labelledby={`finding-${index}`} aria-describedby={grade === undefined ? 'unanswered' : undefined}>
              {grades.map((each, place) => (
                <button
                  key={each}
                  type="button"
                  role="radio"
                  aria-checked={grade === each}
                  aria-label={`${gradeWord(each)}${place === 0 ? ` ${text('rate.absent')}` : place === 4 ? ` ${text('rate.present')}` : ''}`}
                  tabIndex={grade === each || (grade === undefined && place === 0) ? 0 : -1}
                  disabled={!canChange}
                  className="grade"
                  onMouseDown={keepFocus}
                  onFocus={() => index !== chosen && onChoose(index)}
                  onClick={() => {
                    onChoose(index);
                    onGrade(finding, each);
                  }}
                >
                  <span className="grade-mark" aria-hidden="true" />
                </button>
              ))}
            </div>
            {finding.asks_side && grade !== undefined && grade !== '0' && answers.invalid === null && (
              <Sides finding={finding} side={answers.sides[finding.name] ?? null} showKeys={index === chosen} canChange={canChange} onSide={side => onSide(finding, side)} />
            )}
          </div>
        );
      })}
      <span id="unanswered" hidden>{text('rate.unanswered')}</span>
    </div>
  );
}
