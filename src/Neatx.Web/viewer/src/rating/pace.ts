/** Median of the latest films, so that a break does not count as work. */
const window = 20;
const longestFilm = 10 * 60;

export interface Pace {
  /** Seconds of the latest films, oldest first. */
  seconds: readonly number[];
}

export const noPace: Pace = { seconds: [] };

/** A film took so long. What took longer than ten minutes was a break. */
export const addFilm = (pace: Pace, seconds: number): Pace =>
  seconds <= 0 || seconds > longestFilm ? pace : { seconds: [...pace.seconds, seconds].slice(-window) };

/** Seconds a film, or null before the third. The server's figure stands in until then. */
export function secondsPerFilm(pace: Pace, before: number | null): number | null {
  if (pace.seconds.length < 3) return before;
  const sorted = [...pace.seconds].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Minutes left, rounded up; null where the pace is unknown. */
export const minutesLeft = (films: number, seconds: number | null): number | null =>
  seconds === null ? null : Math.ceil((films * seconds) / 60);
