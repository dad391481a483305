import { useLayoutEffect, useState, type RefObject } from 'react';
import type { Tool } from './handle.ts';
import { distance, shareOf, type Point } from './points.ts';
import type { Stage } from './stage.ts';

interface Done {
  onLine?: (points: [number, number][]) => void;
  onBox?: (box: [number, number, number, number]) => void;
}

export type Drawing = ReturnType<typeof useDrawing>;

const arrows: Readonly<Record<string, Point>> = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

/** The ruler, and a line or box on its way, drawn by the pointer or by keys. */
export function useDrawing(stage: RefObject<Stage | null>, tool: Tool, imageId: string, film: string, done: RefObject<Done>) {
  const [ruler, setRuler] = useState<Point[]>([]);
  const [drawn, setDrawn] = useState<Point[]>([]);
  const [cursor, setCursor] = useState<Point | null>(null);

  const cancel = (): boolean => {
    const something = drawn.length > 0 || ruler.length > 0 || cursor !== null;
    setDrawn([]);
    setCursor(null);
    setRuler([]);
    return something;
  };

  // What was on its way belongs to the film before.
  useLayoutEffect(() => void cancel(), [imageId, film]);

  const finishLine = (points: Point[]): void => {
    setDrawn([]);
    setCursor(null);
    const pixels = stage.current?.film;
    if (!pixels || points.length < 2) return;
    done.current.onLine?.(points.map(each => shareOf(each, pixels)));
  };

  const finishBox = (a: Point, b: Point): void => {
    setDrawn([]);
    setCursor(null);
    const pixels = stage.current?.film;
    if (!pixels || distance(a, b) <= 5) return;
    const [from, to] = [shareOf(a, pixels), shareOf(b, pixels)];
    done.current.onBox?.([Math.min(from[0], to[0]), Math.min(from[1], to[1]), Math.max(from[0], to[0]), Math.max(from[1], to[1])]);
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

  return {
    ruler,
    drawn,
    cursor,
    press,
    cancel,
    /** Forgets what the pointer drew; the cursor of the keys stays. */
    clear: () => {
      setRuler([]);
      setDrawn([]);
    },
    endLine: () => finishLine(drawn),
    /** A double click set its point twice. */
    endLineByDoubleClick: () => {
      if (tool === 'line') finishLine(drawn.slice(0, -1));
    },
    begin: (at: Point) => {
      if (tool === 'length') setRuler([at, at]);
      if (tool === 'box') setDrawn([at, at]);
      if (tool === 'line') setDrawn(before => [...before, at]);
    },
    move: (at: Point) => {
      if (tool === 'length') setRuler(points => (points[0] ? [points[0], at] : points));
      if (tool === 'box') setDrawn(points => (points[0] ? [points[0], at] : points));
    },
    end: () => {
      if (tool === 'box' && drawn.length === 2) finishBox(drawn[0]!, drawn[1]!);
    },
  };
}
