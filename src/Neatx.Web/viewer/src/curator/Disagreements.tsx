import { lazy, Suspense, useEffect, useState } from 'react';
import { answer, api } from '../api/client.ts';
import type { DisagreementPage, Finding } from '../api/types.ts';
import { text, whole } from '../text/text.ts';
import { Disputed } from './Disputed.tsx';

// The viewer is as large as the rest of the pages together; a curator who opens no film does not fetch it.
const DisputedFilm = lazy(() => import('./DisputedFilm.tsx'));

/** Images in dispute with their films in small, by finding; pressed, a film is shown whole, with what the raters drew. */
export function Disagreements({ counts, findings, owner }: { counts: Record<string, number>; findings: readonly Finding[]; owner: string }) {
  const [open, setOpen] = useState<DisagreementPage['images'][number] | null>(null);
  const [finding, setFinding] = useState('');
  const [page, setPage] = useState(1);
  const [shown, setShown] = useState<DisagreementPage | null>(null);
  const total = Object.values(counts).reduce((sum, each) => sum + each, 0);
  useEffect(() => {
    let isGone = false;
    answer(api.GET('/api/curator/disagreements', { params: { query: { page, ...(finding === '' ? {} : { finding }) } } })).then(fetched => !isGone && setShown(fetched), () => !isGone && setShown(null));
    return () => {
      isGone = true;
    };
  }, [finding, page, total]);
  return (
    <section aria-labelledby="disagreements">
      <div className="title">
        <h2 id="disagreements">{text('cur.disagreements')}</h2>
        <label className="field">{text('cur.finding')} <select value={finding} onChange={event => { setFinding(event.target.value); setPage(1); }}>
          <option value="">{text('cur.all_findings')}</option>
          {findings.map(each => <option key={each.name} value={each.name}>{each.title} ({counts[each.name] ?? 0})</option>)}
        </select></label>
      </div>
      {shown && (
        <>
          <p className="quiet">{text('cur.disagreements_n', whole(shown.total))}</p>
          <ul className="thumbnails">
            {shown.images.map(image => (
              <li key={image.handle}>
                <button type="button" className="thumbnail" onClick={() => setOpen(image)}>
                  <img src={`/api/films/${encodeURIComponent(image.handle)}/thumbnail`} alt="" loading="lazy" width="150" height="150" />
                  <strong>{text('cur.image', image.number)}</strong>
                </button>
                <Disputed image={image} findings={findings} />
              </li>
            ))}
          </ul>
          {shown.pages > 1 && (
            <p className="row">
              <button type="button" className="button" disabled={page <= 1} onClick={() => setPage(page - 1)}>{text('cur.previous')}</button>
              {text('cur.page', page, shown.pages)}
              <button type="button" className="button" disabled={page >= shown.pages} onClick={() => setPage(page + 1)}>{text('cur.next')}</button>
            </p>
          )}
        </>
      )}
      {open && <Suspense><DisputedFilm image={open} findings={findings} owner={owner} onClose={() => setOpen(null)} /></Suspense>}
    </section>
  );
}
