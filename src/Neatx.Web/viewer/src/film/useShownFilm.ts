import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { RequestProblem } from '../api/client.ts';
import { text } from '../text/text.ts';
import { poseOf, type Liking } from './liking.ts';
import type { FilmPixels } from './loader.ts';
import { Stage } from './stage.ts';
import { windowOf, type Window } from './windowing.ts';

interface Told {
  onShown?: (film: FilmPixels) => void;
  onUnreadable?: () => void;
  onWindow?: (window: Window) => void;
}

/** A stage in an element while that is on the page, and the film on it. */
export function useShownFilm(imageId: string, film: string, liking: RefObject<Liking>, told: RefObject<Told>) {
  const element = useRef<HTMLDivElement>(null);
  const stage = useRef<Stage | null>(null);
  const [open, setOpen] = useState(false);
  const [view, setView] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const [loading, setLoading] = useState(true);

  useEffect(() => {
    let frame = 0;
    const created = new Stage(element.current!, () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => setView(before => before + 1));
    });
    stage.current = created;
    created.open().then(() => setOpen(true), error => setProblem(String(error)));
    return () => {
      cancelAnimationFrame(frame);
      created.close();
      stage.current = null;
      setOpen(false);
    };
  }, []);

  useLayoutEffect(() => {
    if (!open) return;
    let current = true;
    const began = performance.now();
    setProblem(null);
    setLoading(true);
    stage.current!.show(imageId, pixels => windowOf(pixels.window, liking.current.window), poseOf(liking.current, film)).then(
      pixels => {
        if (!current || !pixels) return;
        setLoading(false);
        // To the frame that shows it: Cornerstone draws in the next one.
        requestAnimationFrame(() => requestAnimationFrame(() => performance.measure('neatx-film', { start: began, end: performance.now() })));
        told.current.onShown?.(pixels);
        told.current.onWindow?.(windowOf(pixels.window, liking.current.window));
      },
      (error: unknown) => {
        if (!current) return;
        setLoading(false);
        const isUnreadable = error instanceof RequestProblem && error.problem.code === 'unreadable';
        setProblem(isUnreadable ? text('film.unreadable') : text('film.not_loaded'));
        if (isUnreadable) told.current.onUnreadable?.();
      },
    );
    return () => {
      current = false;
    };
  }, [open, imageId, film]);

  /** `view` changes whenever the film moved. */
  return { element, stage, view, problem, loading };
}
