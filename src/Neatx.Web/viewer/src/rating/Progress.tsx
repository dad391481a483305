import type { Campaign, Film } from '../api/types.ts';
import { duration, text, whole } from '../text/text.ts';
import { minutesLeft, secondsPerFilm } from './pace.ts';
import type { SessionState } from './session.ts';

/** How far, and how long it still takes at the pace of the latest films. */
export function Progress({ campaign, state, film }: { campaign: Campaign; state: SessionState; film: Film | null }) {
  const before = campaign.progress;
  const done = (before?.done ?? 0) + state.finished;
  const left = Math.max(0, (before?.left ?? 0) - state.finished);
  const all = done + left;
  const seconds = secondsPerFilm(state.pace, before?.seconds_per_film ?? null);
  const minutes = minutesLeft(left, seconds);
  return (
    <div className="progress">
      <p className="progress-main">
        <strong>{text('rate.position', whole(film && !film.completed ? Math.min(all, done + 1) : done), whole(all))}</strong>
        <span>{text('rate.left', whole(left))}</span>
      </p>
      <progress max={Math.max(1, all)} value={done} aria-label={text('rate.position', done, all)} />
      <p className="quiet progress-pace">
        <span>{seconds === null || minutes === null ? text('rate.pace_unknown') : text('rate.pace', Math.max(1, Math.round(seconds)), duration(minutes))}</span>
        <span>{state.phase && text(`phase.${state.phase}`)}{film?.completed && ` · ${text('rate.done_film')}`}</span>
      </p>
      {campaign.synthetic && <p className="quiet">{text('app.synthetic')}</p>}
    </div>
  );
}
