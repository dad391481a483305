import type { Feedback, Finding } from '../api/types.ts';
import { keepFocus, gradeWord } from '../rating/FindingRows.tsx';
import { text } from '../text/text.ts';
import { sentenceOf } from './sentence.ts';

interface Props {
  feedback: Feedback | null;
  findings: readonly Finding[];
  onNext: () => void;
}

/** After a film of the training: right or not, the expert's answer, one sentence why. Words and shapes, never colour alone. */
export function FeedbackPanel({ feedback, findings, onNext }: Props) {
  if (!feedback) return <p className="feedback-wait" role="status">{text('train.wait')}</p>;
  return (
    <section className="feedback" aria-label={text('train.title')} aria-live="polite">
      <h2>{text('train.title')} <span className="feedback-score">{text('train.score', feedback.right, feedback.of)}</span></h2>
      <ul>
        {feedback.findings.map(each => {
          const verdict = each.right === null ? 'open' : each.right ? 'right' : 'wrong';
          return (
            <li key={each.finding} className={`verdict-${verdict}`}>
              <p className="feedback-head">
                <span className="verdict">{verdict === 'right' ? '✓' : verdict === 'wrong' ? '≠' : '○'} {text(`train.${verdict}`)}</span>
                <strong>{findings.find(finding => finding.name === each.finding)?.title ?? each.finding}</strong>
              </p>
              <p className="quiet">
                {text('train.you', each.own === null ? text('rate.unanswered') : gradeWord(each.own))}
                {each.expert && <> · {text('train.expert', text(`expert.${each.expert}`))}</>}
              </p>
              <p>{sentenceOf(each, findings.find(finding => finding.name === each.finding))}</p>
              {(each.line || each.box) && <p className="feedback-drawn"><span className="swatch-expert" aria-hidden="true" /> {text(each.line ? 'train.line_shown' : 'train.box_shown')}</p>}
            </li>
          );
        })}
      </ul>
      <button type="button" className="finish" onMouseDown={keepFocus} onClick={onNext}><kbd>Enter</kbd> {text('train.next')}</button>
    </section>
  );
}
