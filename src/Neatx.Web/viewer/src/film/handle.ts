import type { Window } from './windowing.ts';

export type Tool = 'window' | 'length' | 'line' | 'box';

/** What pages can have a film do. */
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
