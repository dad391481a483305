/** Window of gray values: what lies between centre - width / 2 and centre + width / 2 goes from black to white. */
export interface Window {
  center: number;
  width: number;
}

/** A rater's liking, told as a change of the film's own window, so that it fits films of other depths too. */
export interface WindowLiking {
  /** Shift of the centre, in widths of the film's own window. */
  shift: number;
  /** Factor on the width. */
  scale: number;
}

export const asItCame: WindowLiking = { shift: 0, scale: 1 };

export const windowOf = (own: Window, liking: WindowLiking): Window => ({
  center: own.center + liking.shift * own.width,
  width: Math.max(1, own.width * liking.scale),
});

export const likingOf = (own: Window, window: Window): WindowLiking => ({
  shift: (window.center - own.center) / own.width,
  scale: window.width / own.width,
});

/** Dragging: right widens, down darkens (raises the centre), over the whole window in the given number of pixels. */
export function drag(window: Window, own: Window, dx: number, dy: number, pixels: number): Window {
  const width = Math.min(8 * own.width, Math.max(own.width / 256, window.width * Math.exp((2.5 * dx) / pixels)));
  const center = Math.min(own.center + 2 * own.width, Math.max(own.center - 2 * own.width, window.center + (own.width * dy) / pixels));
  return { center, width };
}

export const rangeOf = (window: Window): { lower: number; upper: number } => ({
  lower: window.center - window.width / 2,
  upper: window.center + window.width / 2,
});

/** The window for films without one: between the 1st and 99th percentile of every 16th pixel. */
export function windowOfPixels(pixels: Uint16Array): Window {
  const counts = new Uint32Array(65536);
  let n = 0;
  for (let index = 0; index < pixels.length; index += 16) {
    counts[pixels[index]!]!++;
    n++;
  }
  const at = (share: number): number => {
    let seen = 0;
    for (let value = 0; value < 65536; value++) {
      seen += counts[value]!;
      if (seen >= share * n) return value;
    }
    return 65535;
  };
  const [low, high] = [at(0.01), at(0.99)];
  return { center: (low + high) / 2, width: Math.max(1, high - low) };
}
