import type { Finding } from '../api/types.ts';
import type { RefusedEvent } from '../outbox/event.ts';
import { text } from '../text/text.ts';
import { Dialog } from './Dialog.tsx';

/** What the server would not take, beginning with what became of everything else. */
export function Refusals({ refused, findings, onDismiss }: { refused: readonly RefusedEvent[]; findings: readonly Finding[]; onDismiss: () => void }) {
  const nameOf = (each: RefusedEvent): string => {
    const title = findings.find(finding => finding.name === each.event.finding)?.title;
    return [title ?? each.event.kind, each.event.new].filter(Boolean).join(' ');
  };
  return (
    <Dialog title={text('save.refused_title', refused.length)}>
      <p>{text('save.refused_safe')}</p>
      <ul className="list">
        {refused.slice(0, 20).map(each => <li key={each.id}>{text('save.refused_line', nameOf(each), each.reason, each.what_to_do)}</li>)}
      </ul>
      <button type="button" className="button" onClick={onDismiss}>{text('save.dismiss')}</button>
    </Dialog>
  );
}
