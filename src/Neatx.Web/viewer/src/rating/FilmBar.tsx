import type { FilmHandle, Tool } from '../film/handle.ts';
import type { Window } from '../film/windowing.ts';
import { text, type TextKey } from '../text/text.ts';
import { keepFocus } from './FindingRows.tsx';

interface Props {
  window: Window | null;
  tool: Tool;
  onTool: (tool: Tool) => void;
  film: FilmHandle | null;
  /** Whether lines and boxes can be drawn here. */
  draws: boolean;
}

/** The strip under the film: window and level, and what can be done to the picture, each with its key. */
export function FilmBar({ window, tool, onTool, film, draws }: Props) {
  const acts: [TextKey, string, () => void][] = [
    ['film.actual', 'P', () => film?.actual()],
    ['film.fit', 'F', () => film?.fit()],
    ['film.invert', 'I', () => film?.invert()],
    ['film.rotate', 'O', () => film?.rotate()],
    ['film.flip', 'H', () => film?.flip()],
    ['film.reset', 'A', () => film?.reset()],
  ];
  const tools: [TextKey, string, Tool][] = [['film.length', 'D', 'length'], ...(draws ? [['film.line', 'V', 'line'], ['film.box', 'K', 'box']] as [TextKey, string, Tool][] : [])];
  return (
    <div className="bar" role="toolbar" aria-label={text('film.tools')}>
      <p className="bar-window"><abbr title={text('film.window')}>W</abbr> {window ? Math.round(window.width) : '–'} <abbr title={text('film.level')}>L</abbr> {window ? Math.round(window.center) : '–'}</p>
      {acts.map(([name, key, act]) => <button key={name} type="button" className="tool" onMouseDown={keepFocus} onClick={act}><kbd>{key}</kbd>{text(name)}</button>)}
      {tools.map(([name, key, each]) => (
        <button key={name} type="button" className="tool" aria-pressed={tool === each} onMouseDown={keepFocus} onClick={() => onTool(tool === each ? 'window' : each)}><kbd>{key}</kbd>{text(name)}</button>
      ))}
    </div>
  );
}
