import { cache, Enums, imageLoader, init, metaData, type Types, utilities } from '@cornerstonejs/core';
import { getBytes } from '../api/client.ts';
import { windowOfPixels, type Window } from './windowing.ts';

// Films come as raw 16-bit gray, little-endian, and reach the screen through Cornerstone3D at their full depth:
// the window is applied by the graphics card (or Cornerstone's CPU renderer), never before.

const scheme = 'neatx';
const megabytes = 512;

export interface FilmPixels {
  width: number;
  height: number;
  /** The window the film came with. */
  window: Window;
  range: { low: number; high: number };
}

const known = new Map<string, FilmPixels>();
let ready: Promise<void> | null = null;

/** Cornerstone, started once. */
export const startCornerstone = (): Promise<void> => (ready ??= start());

async function start(): Promise<void> {
  init({ rendering: { webGlContextCount: 1 }, debug: { statsOverlay: false } });
  cache.setMaxCacheSize(megabytes * 1024 * 1024);
  imageLoader.registerImageLoader(scheme, imageId => ({ promise: load(imageId) }));
  metaData.addProvider((type: string, imageId: unknown) => (typeof imageId === 'string' && imageId.startsWith(`${scheme}:`) ? describe(type, imageId) : undefined), 100);
}

/** Cornerstone's name of the pixels at an address of the server. */
export const imageIdOf = (path: string): string => `${scheme}:${path}`;

export const pixelsOf = (path: string): string => `/api/films/${encodeURIComponent(path)}/pixels`;

/** Loads and decodes ahead of need; later calls find the film in the cache. */
export async function prepare(imageId: string): Promise<FilmPixels> {
  await startCornerstone();
  await imageLoader.loadAndCacheImage(imageId);
  return known.get(imageId)!;
}

export const isPrepared = (imageId: string): boolean => ready !== null && cache.getImageLoadObject(imageId) !== undefined && known.has(imageId);

async function load(imageId: string): Promise<Types.IImage> {
  const began = performance.now();
  const response = await getBytes(imageId.slice(scheme.length + 1));
  const [width, height] = [numberIn(response, 'X-Width'), numberIn(response, 'X-Height')];
  const bytes = await response.arrayBuffer();
  if (!width || !height || bytes.byteLength !== 2 * width * height) {
    throw new Error(`A film of ${width} x ${height} pixels came with ${bytes.byteLength} bytes, not ${2 * (width ?? 0) * (height ?? 0)}.`);
  }
  const pixels = new Uint16Array(bytes);
  const [center, span] = [numberIn(response, 'X-Window-Center'), numberIn(response, 'X-Window-Width')];
  const own = center !== null && span ? { center, width: span } : windowOfPixels(pixels);
  const range = rangeOfPixels(pixels);
  known.set(imageId, { width, height, window: own, range });
  return {
    imageId,
    minPixelValue: range.low,
    maxPixelValue: range.high,
    slope: 1,
    intercept: 0,
    windowCenter: own.center,
    windowWidth: own.width,
    voiLUTFunction: Enums.VOILUTFunctionType.LINEAR,
    getPixelData: () => pixels,
    getCanvas: () => document.createElement('canvas'),
    rows: height,
    columns: width,
    height,
    width,
    color: false,
    rgba: false,
    numberOfComponents: 1,
    columnPixelSpacing: 1,
    rowPixelSpacing: 1,
    sliceThickness: 1,
    invert: false,
    photometricInterpretation: 'MONOCHROME2',
    sizeInBytes: bytes.byteLength,
    loadTimeInMS: performance.now() - began,
    dataType: 'Uint16Array',
    voxelManager: utilities.VoxelManager.createImageVoxelManager({ width, height, scalarData: pixels, numberOfComponents: 1 }),
  };
}

function rangeOfPixels(pixels: Uint16Array): { low: number; high: number } {
  let [low, high] = [65535, 0];
  for (let index = 0; index < pixels.length; index++) {
    const value = pixels[index]!;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { low, high };
}

function numberIn(response: Response, header: string): number | null {
  const text = response.headers.get(header);
  const value = Number(text);
  return text === null || !Number.isFinite(value) ? null : value;
}

/** A film lies in the plane z = 0 with a pixel a unit, so world coordinates are pixels. */
function describe(type: string, imageId: string): unknown {
  const film = known.get(imageId);
  switch (type) {
    case 'imagePlaneModule':
      return {
        frameOfReferenceUID: imageId,
        rows: film?.height ?? 1,
        columns: film?.width ?? 1,
        imageOrientationPatient: [1, 0, 0, 0, 1, 0],
        rowCosines: [1, 0, 0],
        columnCosines: [0, 1, 0],
        imagePositionPatient: [0, 0, 0],
        pixelSpacing: [1, 1],
        rowPixelSpacing: 1,
        columnPixelSpacing: 1,
        sliceThickness: 1,
        usingDefaultValues: true,
      };
    case 'imagePixelModule':
      return { samplesPerPixel: 1, photometricInterpretation: 'MONOCHROME2', bitsAllocated: 16, bitsStored: 16, highBit: 15, pixelRepresentation: 0 };
    case 'generalSeriesModule':
      return { modality: 'DX' };
    case 'voiLutModule':
      return film ? { windowCenter: [film.window.center], windowWidth: [film.window.width] } : undefined;
    default:
      return undefined;
  }
}
