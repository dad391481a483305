import { useSyncExternalStore } from 'react';
import type { Outbox, OutboxStatus } from '../outbox/outbox.ts';
import { text, time } from '../text/text.ts';

/** The one place that says whether work is saved: a word and a shape, not colour alone. */
export function SaveState({ outbox }: { outbox: Outbox }) {
  const status = useSyncExternalStore(outbox.subscribe, outbox.snapshot);
  const kind = kindOf(status);
  return (
    <div className="save" data-waiting={status.waiting} data-storing={status.storing}>
      <p className={`save-state save-${kind}`} role="status">
        <span className="save-dot" aria-hidden="true" />
        {words(status)}
      </p>
      {status.others.map(each => <p key={each} className="save-others">{text('save.others', each)}</p>)}
    </div>
  );
}

function kindOf({ waiting, state, trouble }: OutboxStatus): string {
  if (trouble !== null) return 'held';
  if (state.is === 'offline' || state.is === 'held' || state.is === 'signed_out') return waiting > 0 || state.is === 'signed_out' ? 'held' : 'saved';
  return waiting > 0 ? 'waiting' : 'saved';
}

/** What the place says. */
export function words({ waiting, storing, state, trouble }: Pick<OutboxStatus, 'waiting' | 'storing' | 'state' | 'trouble'>): string {
  if (trouble !== null) return text('save.trouble', storing, trouble);
  if (state.is === 'signed_out') return text('save.signed_out', waiting);
  if (waiting === 0) return text('save.saved');
  if (state.is === 'offline') return text('save.offline', time(state.since), waiting);
  if (state.is === 'held') return text('save.held', waiting, state.detail);
  return text('save.waiting', waiting);
}
