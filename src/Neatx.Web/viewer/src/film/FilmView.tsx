import { useCallback, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState, type PointerEvent as ReactPointerEvent, type Ref } from 'react';
import { RequestProblem } from '../api/client.ts';
import { text } from '../text/text.ts';
import { poseOf, readLiking, turn, writeLiking } from './liking.ts';
import type { FilmPixels } from './loader.ts';
import { Marks, type Mark } from './Marks.tsx';
import { upright } from './pose.ts';
import { Stage } from './stage.ts';
import { asItCame, drag, likingOf, windowOf, type Window } from './windowing.ts';

export type Tool = 'window' | 'length' | 'line' | 'box';

export interface FilmHandle {
  invert(): void;
  rotate(): void;
  flip(): void;
  fit(): void;
  actual(): void;
  reset(): void;
  /** Ends a line being drawn, or forgets it. */
  endLine(): void;
  cancel(): boolean;
  /** A key while a line or box is drawn: arrows move the cursor (Shift: by a pixel), Space sets a point. True where the key was for the film. */
  press(key: string, isFine: boolean): boolean;
  window(): Window | null;
}

interface Props {
  ref?: Ref<FilmHandle>;
  imageId: string;
  /** For the preferences of this person. */
  owner: string;
  film: string;
  label: string;
  tool?: Tool;
  /** Drawn over the film, in shares of its width and height. */
  marks?: readonly Mark[];
  onLine?: (points: [number, number][]) => void;
  onBox?: (box: [number, number, number, number]) => void;
  onShown?: (film: FilmPixels) => void;
  onUnreadable?: () => void;
  onWindow?: (window: Window) => void;
}

type Point = [number, number];
const panKey = ' ';
const arrows: Readonly<Record<string, Point>> = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

/** A film with its gestures: drag for the window, wheel to zoom, space and drag (or two fingers) to move. */
export function FilmView(props: Props) {
  const { imageId, owner, film, tool = 'window' } = props;
  const element = useRef<HTMLDivElement>(null);
  const stage = useRef<Stage | null>(null);
  const liking = useRef(readLiking(owner));
  const [open, setOpen] = useState(false);
  const [view, setView] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const [loading, setLoading] = useState(true);
  const [ruler, setRuler] = useState<Point[]>([]);
  const [drawn, setDrawn] = useState<Point[]>([]);
  const [cursor, setCursor] = useState<Point | null>(null);
  const [isPanning, setIsPanning] = useState(false);
  const space = useRef(false);
  const drawsByKeys = useRef(false);
  drawsByKeys.current = cursor !== null;
  const pointers = useRef(new Map<number, Point>());
  const callbacks = useRef(props);
  callbacks.current = props;

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
    setRuler([]);
    setDrawn([]);
    setCursor(null);
    stage.current!.show(imageId, pixels => windowOf(pixels.window, liking.current.window), poseOf(liking.current, film)).then(
      pixels => {
        if (!current || !pixels) return;
        setLoading(false);
        // To the frame that shows it: Cornerstone draws in the next one.
        requestAnimationFrame(() => requestAnimationFrame(() => performance.measure('neatx-film', { start: began, end: performance.now() })));
        callbacks.current.onShown?.(pixels);
        callbacks.current.onWindow?.(windowOf(pixels.window, liking.current.window));
      },
      (error: unknown) => {
        if (!current) return;
        setLoading(false);
        const isUnreadable = error instanceof RequestProblem && error.problem.code === 'unreadable';
        setProblem(isUnreadable ? text('film.unreadable') : text('film.not_loaded'));
        if (isUnreadable) callbacks.current.onUnreadable?.();
      },
    );
    return () => {
      current = false;
    };
  }, [open, imageId, film]);

  const save = (): void => writeLiking(owner, liking.current);

  const currentWindow = (): Window | null => {
    const pixels = stage.current?.film;
    return pixels ? windowOf(pixels.window, liking.current.window) : null;
  };

  const setWindow = (window: Window): void => {
    const pixels = stage.current?.film;
    if (!pixels) return;
    liking.current = { ...liking.current, window: likingOf(pixels.window, window) };
    stage.current!.window(window);
    callbacks.current.onWindow?.(window);
  };

  const change = useCallback((how: (pose: ReturnType<typeof poseOf>) => ReturnType<typeof poseOf>) => {
    const window = currentWindow();
    if (!window) return;
    const pose = how(poseOf(liking.current, film));
    liking.current = turn(liking.current, film, pose);
    stage.current!.apply(window, pose);
    save();
  }, [film]);

  const finishLine = (points: Point[]): void => {
    setDrawn([]);
    setCursor(null);
    const pixels = stage.current?.film;
    if (!pixels || points.length < 2) return;
    callbacks.current.onLine?.(points.map(each => shareOf(each, pixels)));
  };

  const finishBox = (a: Point, b: Point): void => {
    setDrawn([]);
    setCursor(null);
    const pixels = stage.current?.film;
    if (!pixels || distance(a, b) <= 5) return;
    const [from, to] = [shareOf(a, pixels), shareOf(b, pixels)];
    callbacks.current.onBox?.([Math.min(from[0], to[0]), Math.min(from[1], to[1]), Math.max(from[0], to[0]), Math.max(from[1], to[1])]);
  };

  const press = (key: string, isFine: boolean): boolean => {
    if (tool !== 'line' && tool !== 'box') return false;
    const current = stage.current;
    const move = arrows[key];
    if (move && current?.film) {
      const from = current.toScreen(...(cursor ?? [current.film.width / 2, current.film.height / 2]));
      const step = isFine ? 1 : 12;
      const to = from && current.toFilm(from[0] + step * move[0], from[1] + step * move[1]);
      if (!to) return true;
      setCursor(to);
      if (tool === 'box') setDrawn(points => (points[0] ? [points[0], to] : points));
      return true;
    }
    if (key !== ' ' || !cursor) return false;
    if (tool === 'line') setDrawn(points => [...points, cursor]);
    else if (drawn[0]) finishBox(drawn[0], cursor);
    else setDrawn([cursor, cursor]);
    return true;
  };

  useImperativeHandle(props.ref, () => ({
    press,
    invert: () => change(pose => ({ ...pose, invert: !pose.invert })),
    rotate: () => {
      change(pose => ({ ...pose, rotation: (pose.rotation + 90) % 360 }));
      stage.current?.fit();
    },
    flip: () => change(pose => ({ ...pose, flip: !pose.flip })),
    fit: () => stage.current?.fit(),
    actual: () => stage.current?.actual(),
    reset: () => {
      setRuler([]);
      setDrawn([]);
      liking.current = { ...liking.current, window: asItCame };
      change(() => upright);
      stage.current?.fit();
      const window = currentWindow();
      if (window) callbacks.current.onWindow?.(window);
    },
    endLine: () => finishLine(drawn),
    cancel: () => {
      const something = drawn.length > 0 || ruler.length > 0 || cursor !== null;
      setDrawn([]);
      setCursor(null);
      setRuler([]);
      return something;
    },
    window: currentWindow,
  }));

  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const target = event.target as HTMLElement;
      if (event.key !== panKey || target.closest('input, textarea, select, button, a, [role=radio], dialog')) return;
      // While keys draw, Space sets a point.
      if (drawsByKeys.current) return;
      event.preventDefault();
      space.current = event.type === 'keydown';
      setIsPanning(space.current);
    };
    addEventListener('keydown', press);
    addEventListener('keyup', press);
    return () => {
      removeEventListener('keydown', press);
      removeEventListener('keyup', press);
    };
  }, []);

  useEffect(() => {
    const node = element.current!.parentElement!;
    const wheel = (event: WheelEvent): void => {
      event.preventDefault();
      const box = node.getBoundingClientRect();
      stage.current?.zoom(Math.exp(-event.deltaY / 500), [event.clientX - box.left, event.clientY - box.top]);
    };
    node.addEventListener('wheel', wheel, { passive: false });
    return () => node.removeEventListener('wheel', wheel);
  }, []);

  const placeOf = (event: ReactPointerEvent): Point => {
    const box = event.currentTarget.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };

  const down = (event: ReactPointerEvent<HTMLDivElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    const place = placeOf(event);
    pointers.current.set(event.pointerId, place);
    const at = stage.current?.toFilm(...place);
    if (!at || event.button !== 0 || space.current || pointers.current.size > 1) return;
    if (tool === 'length') setRuler([at, at]);
    if (tool === 'box') setDrawn([at, at]);
    if (tool === 'line') setDrawn(before => [...before, at]);
  };

  const move = (event: ReactPointerEvent<HTMLDivElement>): void => {
    const before = pointers.current.get(event.pointerId);
    const current = stage.current;
    if (!before || !current) return;
    const place = placeOf(event);
    const [dx, dy] = [place[0] - before[0], place[1] - before[1]];
    if (pointers.current.size === 2) {
      const other = [...pointers.current.entries()].find(([id]) => id !== event.pointerId)![1];
      const [was, is] = [distance(before, other), distance(place, other)];
      if (was > 0) current.zoom(is / was, other);
      current.pan(dx / 2, dy / 2);
    } else if (space.current || (event.buttons & 4) !== 0) {
      current.pan(dx, dy);
    } else if (tool === 'window') {
      const window = currentWindow();
      if (window) setWindow(drag(window, current.film!.window, dx, dy, 600));
    } else {
      const at = current.toFilm(...place);
      if (at && tool === 'length') setRuler(points => (points[0] ? [points[0], at] : points));
      if (at && tool === 'box') setDrawn(points => (points[0] ? [points[0], at] : points));
    }
    pointers.current.set(event.pointerId, place);
  };

  const up = (event: ReactPointerEvent<HTMLDivElement>): void => {
    pointers.current.delete(event.pointerId);
    if (tool === 'window') save();
    if (tool === 'box' && drawn.length === 2) finishBox(drawn[0]!, drawn[1]!);
  };

  const pixels = stage.current?.film;
  return (
    <div
      className={`film ${isPanning ? 'film-pan' : `film-${tool}`}`}
      role="img"
      aria-label={props.label}
      aria-busy={loading}
      data-film={loading ? undefined : film}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={up}
      onDoubleClick={() => tool === 'line' && finishLine(drawn.slice(0, -1))}
      onContextMenu={event => event.preventDefault()}
    >
      <div className="film-canvas" ref={element} />
      {pixels && !loading && (
        <Marks
          key="marks"
          view={view}
          toScreen={(x, y) => stage.current?.toScreen(x, y) ?? null}
          size={[pixels.width, pixels.height]}
          width={element.current?.clientWidth ?? 0}
          marks={props.marks ?? []}
          ruler={ruler}
          drawn={drawn}
          cursor={cursor}
          isBox={tool === 'box'}
        />
      )}
      {loading && !problem && <p className="film-message" role="status">{text('film.loading')}</p>}
      {problem && <p className="film-message" role="alert">{problem}</p>}
    </div>
  );
}

const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** Shares of width and height with five digits, within the film. */
const shareOf = (point: Point, film: FilmPixels): Point => [share(point[0], film.width), share(point[1], film.height)];
const share = (value: number, size: number): number => Math.round(Math.min(1, Math.max(0, value / size)) * 1e5) / 1e5;
