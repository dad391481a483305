import { useEffect, useRef, type PointerEvent as ReactPointerEvent, type RefObject } from 'react';
import type { Tool } from './handle.ts';
import { distance, type Point } from './points.ts';
import type { Stage } from './stage.ts';
import type { Drawing } from './useDrawing.ts';
import type { LikingTools } from './useLiking.ts';
import { drag } from './windowing.ts';

interface Given {
  element: RefObject<HTMLDivElement | null>;
  stage: RefObject<Stage | null>;
  tool: Tool;
  space: RefObject<boolean>;
  drawing: Drawing;
  liking: LikingTools;
}

/** What mouse, pen and fingers do on a film: the tool, and moving and zooming whatever the tool. */
export function usePointers({ element, stage, tool, space, drawing, liking }: Given) {
  const pointers = useRef(new Map<number, Point>());

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

  const onPointerDown = (event: ReactPointerEvent<HTMLDivElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    const place = placeOf(event);
    pointers.current.set(event.pointerId, place);
    const at = stage.current?.toFilm(...place);
    if (!at || event.button !== 0 || space.current || pointers.current.size > 1) return;
    drawing.begin(at);
  };

  const onPointerMove = (event: ReactPointerEvent<HTMLDivElement>): void => {
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
      const window = liking.currentWindow();
      if (window) liking.setWindow(drag(window, current.film!.window, dx, dy, 600));
    } else {
      const at = current.toFilm(...place);
      if (at) drawing.move(at);
    }
    pointers.current.set(event.pointerId, place);
  };

  const onPointerUp = (event: ReactPointerEvent<HTMLDivElement>): void => {
    pointers.current.delete(event.pointerId);
    if (tool === 'window') liking.save();
    drawing.end();
  };

  return { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp };
}

const placeOf = (event: ReactPointerEvent): Point => {
  const box = event.currentTarget.getBoundingClientRect();
  return [event.clientX - box.left, event.clientY - box.top];
};
