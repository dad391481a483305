/** Pixels with what the server says of them. */
export interface Picture {
  bytes: Buffer;
  width: number;
  height: number;
  center: number;
  window: number;
}

export const picture = (seed: number): Picture => ({ bytes: film(seed), width: 900, height: 1050, center: 1700, window: 2900 });

/** What lies below 8 bits: stripes one pixel value apart about the middle of the scale, eight pixels wide. */
export function faint(width: number, height: number, step: number): Picture {
  const pixels = new Uint16Array(width * height);
  for (let index = 0; index < pixels.length; index++) pixels[index] = 32768 + ((index % width) & 8 ? step : 0);
  return { bytes: Buffer.from(pixels.buffer), width, height, center: 32768 + step / 2, window: Math.max(1, step * 1.5) };
}

/** A made-up film: a chest of soft shapes with tubes, 16 bits, no patient. The same seed gives the same film. */
export function film(seed: number, width = 900, height = 1050): Buffer {
  const pixels = new Uint16Array(width * height);
  let state = seed * 2654435761 + 1;
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
  const tubes = Array.from({ length: seed % 4 }, () => ({ x: 0.35 + 0.3 * random(), bend: (random() - 0.5) * 0.5, end: 0.4 + 0.5 * random() }));
  const noise = Float32Array.from({ length: 4096 }, () => random() - 0.5);
  for (let row = 0; row < height; row++) {
    const y = row / height;
    for (let column = 0; column < width; column++) {
      const x = column / width;
      const lung = (centre: number): number => Math.exp(-(((x - centre) / 0.14) ** 4) - (((y - 0.45) / 0.32) ** 4));
      const body = 1 / (1 + Math.exp(-(0.46 - Math.abs(x - 0.5)) * 40));
      let value = body * (0.62 - 0.42 * (lung(0.3) + lung(0.7)) + 0.22 * Math.exp(-(((x - 0.5) / 0.07) ** 2)) + 0.15 * Math.exp(-(((x - 0.56) / 0.13) ** 2) - (((y - 0.62) / 0.14) ** 2)));
      value += 0.035 * body * Math.max(0, Math.sin((y * 1.2 + Math.abs(x - 0.5) * 0.8) * 55)) * (lung(0.3) + lung(0.7));
      for (const tube of tubes) {
        const at = tube.x + tube.bend * y * y;
        if (y < tube.end && Math.abs(x - at) < 0.008) value += 0.14 * (1 - Math.abs(x - at) / 0.008);
      }
      value += 0.03 * noise[(column * 31 + row * 57) & 4095]!;
      pixels[row * width + column] = Math.max(0, Math.min(65535, Math.round(400 + 3300 * value)));
    }
  }
  return Buffer.from(pixels.buffer);
}
