import { asItCame, type WindowLiking } from './windowing.ts';
import { upright, type Pose } from './pose.ts';

/** How a rater likes to see films, kept in the browser: window and inversion for all films, turning for each. */
export interface Liking {
  window: WindowLiking;
  invert: boolean;
  turned: Record<string, { rotation: number; flip: boolean }>;
}

export const plainLiking: Liking = { window: asItCame, invert: false, turned: {} };
const most = 300;

export const poseOf = (liking: Liking, film: string): Pose => ({ ...upright, ...liking.turned[film], invert: liking.invert });

/** Remembers how a film is turned; the oldest of more than 300 are forgotten. */
export function turn(liking: Liking, film: string, pose: Pose): Liking {
  const { [film]: _, ...others } = liking.turned;
  const kept = Object.entries(others).slice(-most);
  const turned = pose.rotation === 0 && !pose.flip ? kept : [...kept, [film, { rotation: pose.rotation, flip: pose.flip }] as const];
  return { ...liking, invert: pose.invert, turned: Object.fromEntries(turned) };
}

const keyOf = (owner: string): string => `neatx-liking-${owner}`;

export function readLiking(owner: string, storage: Pick<Storage, 'getItem'> = localStorage): Liking {
  try {
    const text = storage.getItem(keyOf(owner));
    return text === null ? plainLiking : { ...plainLiking, ...(JSON.parse(text) as Partial<Liking>) };
  } catch {
    return plainLiking;
  }
}

export function writeLiking(owner: string, liking: Liking, storage: Pick<Storage, 'setItem'> = localStorage): void {
  try {
    storage.setItem(keyOf(owner), JSON.stringify(liking));
  } catch {
    // A full or forbidden storage costs a preference, never a rating.
  }
}
