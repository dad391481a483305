import type { DisagreementPage, Finding } from '../api/types.ts';
import { gradeWord } from '../rating/FindingRows.tsx';
import { reasonWord } from '../rating/InvalidMenu.tsx';
import { text } from '../text/text.ts';

/** What each rater said of the findings in dispute, and what was decided. */
export function Disputed({ image, findings }: { image: DisagreementPage['images'][number]; findings: readonly Finding[] }) {
  return image.findings.map(name => (
    <p key={name}>{findings.find(each => each.name === name)?.title ?? name}<br />
      <span className="quiet">{image.answers.map(each => `${each.rater} ${each.invalid !== null ? reasonWord(each.invalid) : gradeWord(each.grades[name] ?? '–')}`).join(' · ')}</span>
      {image.decided.grades[name] !== undefined && <><br />{text('cur.decided', gradeWord(image.decided.grades[name]!))}</>}
    </p>
  ));
}
