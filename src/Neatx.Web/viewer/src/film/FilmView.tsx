import { useImperativeHandle, useRef, type Ref } from 'react';
import { text } from '../text/text.ts';
import type { FilmHandle, Tool } from './handle.ts';
import { readLiking } from './liking.ts';
import type { FilmPixels } from './loader.ts';
import { Marks, type Mark } from './Marks.tsx';
import { useDrawing } from './useDrawing.ts';
import { useLiking } from './useLiking.ts';
import { usePanKey } from './usePanKey.ts';
import { usePointers } from './usePointers.ts';
import { useShownFilm } from './useShownFilm.ts';
import type { Window } from './windowing.ts';

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

/** A film with its gestures: drag for the window, wheel to zoom, space and drag (or two fingers) to move. */
export function FilmView(props: Props) {
  const { imageId, owner, film, tool = 'window' } = props;
  const callbacks = useRef(props);
  callbacks.current = props;
  const liked = useRef(readLiking(owner));
  const { element, stage, view, problem, loading } = useShownFilm(imageId, film, liked, callbacks);
  const liking = useLiking(owner, film, stage, liked, callbacks);
  const drawing = useDrawing(stage, tool, imageId, film, callbacks);
  const drawsByKeys = useRef(false);
  drawsByKeys.current = drawing.cursor !== null;
  const { space, isPanning } = usePanKey(drawsByKeys);
  const pointers = usePointers({ element, stage, tool, space, drawing, liking });

  useImperativeHandle(props.ref, () => ({
    press: drawing.press,
    invert: () => liking.change(pose => ({ ...pose, invert: !pose.invert })),
    rotate: () => {
      liking.change(pose => ({ ...pose, rotation: (pose.rotation + 90) % 360 }));
      stage.current?.fit();
    },
    flip: () => liking.change(pose => ({ ...pose, flip: !pose.flip })),
    fit: () => stage.current?.fit(),
    actual: () => stage.current?.actual(),
    reset: () => {
      drawing.clear();
      liking.reset();
    },
    endLine: drawing.endLine,
    cancel: drawing.cancel,
    window: liking.currentWindow,
  }));

  const pixels = stage.current?.film;
  return (
    <div
      className={`film ${isPanning ? 'film-pan' : `film-${tool}`}`}
      role="img"
      aria-label={props.label}
      aria-busy={loading}
      data-film={loading ? undefined : film}
      {...pointers}
      onDoubleClick={drawing.endLineByDoubleClick}
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
          ruler={drawing.ruler}
          drawn={drawing.drawn}
          cursor={drawing.cursor}
          isBox={tool === 'box'}
        />
      )}
      {loading && !problem && <p className="film-message" role="status">{text('film.loading')}</p>}
      {problem && <p className="film-message" role="alert">{problem}</p>}
    </div>
  );
}
