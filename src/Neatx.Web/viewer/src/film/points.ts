import type { FilmPixels } from './loader.ts';

/** In pixels of the film, or in those of the screen. */
export type Point = [number, number];

export const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** Shares of width and height with five digits, within the film. */
export const shareOf = (point: Point, film: FilmPixels): Point => [share(point[0], film.width), share(point[1], film.height)];
const share = (value: number, size: number): number => Math.round(Math.min(1, Math.max(0, value / size)) * 1e5) / 1e5;
