import { useCallback, type RefObject } from 'react';
import { poseOf, turn, writeLiking, type Liking } from './liking.ts';
import { upright, type Pose } from './pose.ts';
import type { Stage } from './stage.ts';
import { asItCame, likingOf, windowOf, type Window } from './windowing.ts';

export type LikingTools = ReturnType<typeof useLiking>;

/** Window and pose as this person likes them, put on the film and kept. */
export function useLiking(owner: string, film: string, stage: RefObject<Stage | null>, liking: RefObject<Liking>, told: RefObject<{ onWindow?: (window: Window) => void }>) {
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
    told.current.onWindow?.(window);
  };

  const change = useCallback((how: (pose: Pose) => Pose) => {
    const window = currentWindow();
    if (!window) return;
    const pose = how(poseOf(liking.current, film));
    liking.current = turn(liking.current, film, pose);
    stage.current!.apply(window, pose);
    save();
  }, [film]);

  /** As the film came. */
  const reset = (): void => {
    liking.current = { ...liking.current, window: asItCame };
    change(() => upright);
    stage.current?.fit();
    const window = currentWindow();
    if (window) told.current.onWindow?.(window);
  };

  return { save, currentWindow, setWindow, change, reset };
}
