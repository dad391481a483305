import type { Feedback, Finding } from '../api/types.ts';
import { text } from '../text/text.ts';

/** What the expert says of a finding, and what the rater took it for where that differs. */
export function sentenceOf({ expert, own, right }: Feedback['findings'][number], finding: Finding | undefined): string {
  const title = finding?.title ?? '';
  const said = expert === null ? text('train.says_nothing', title) : text(`train.says_${expert}`, title);
  if (right !== false) return said;
  const saw = own === null ? text('train.saw_unfit') : own === '0.5' ? text('train.saw_undecided') : Number(own) > 0.5 ? text('train.saw_one') : text('train.saw_none');
  return `${said} ${saw}`;
}
