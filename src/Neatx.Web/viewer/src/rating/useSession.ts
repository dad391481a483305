import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { answer, api } from '../api/client.ts';
import type { Campaign } from '../api/types.ts';
import { imageIdOf, pixelsOf, prepare } from '../film/loader.ts';
import type { Window } from '../film/windowing.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { RatingSession } from './session.ts';

const ahead = 3;

/** The rater's session on this page: loaded, kept alive, fed by the other tabs, with the next films decoded ahead. */
export function useSession(campaign: Campaign, outbox: Outbox, windowNow: () => Window | null, onPhase: () => void): RatingSession {
  const session = useMemo(() => new RatingSession(campaign, {
    next: count => answer(api.POST('/api/work/next', { body: { count } })),
    page: (from, count) => answer(api.GET('/api/work', { params: { query: { from, count } } })),
    pending: () => outbox.pending(),
    store: (changes, dwell) => {
      const window = windowNow();
      const text = window && `${Math.round(window.center)},${Math.round(window.width)}`;
      void outbox.add(changes.map(each => ({ ...each, dwell_ms: dwell, window: text })));
    },
    now: () => performance.now(),
    // A session is of one campaign's rules and one person; a phase that changes is told to it.
  }), [outbox]);

  useEffect(() => {
    let timer = 0;
    const load = (): void => {
      session.load().catch(() => {
        timer = window.setTimeout(load, 3000);
      });
    };
    load();
    const others = (events: Parameters<RatingSession['hear']>[0]): void => session.hear(events);
    const outcomes = (outcome: Parameters<RatingSession['heed']>[0]): void => {
      void session.heed(outcome).then(changed => changed && onPhase());
    };
    outbox.others.add(others);
    outbox.outcomes.add(outcomes);
    const renewal = setInterval(() => document.visibilityState === 'visible' && void session.renew(), Math.max(20, campaign.lease_minutes * 20) * 1000);
    const retry = setInterval(() => (session.state.isCut || (session.state.isLoaded && session.film === null)) && void session.renew(), 5000);
    return () => {
      clearTimeout(timer);
      clearInterval(renewal);
      clearInterval(retry);
      outbox.others.delete(others);
      outbox.outcomes.delete(outcomes);
    };
  }, [session, outbox]);

  useEffect(() => void session.rebase(), [session, campaign]);

  const state = useSyncExternalStore(session.subscribe, session.snapshot);
  useEffect(() => {
    // The present film first; the others must not take its place in the line to the server.
    const present = session.film;
    const first = present ? prepare(imageIdOf(pixelsOf(present.handle))) : Promise.resolve();
    void first.catch(() => {}).then(() => session.soon(ahead).forEach(each => void prepare(imageIdOf(pixelsOf(each.handle))).catch(() => {})));
  }, [session, state.index, state.films.length]);
  return session;
}
