export interface Pose {
  invert: boolean;
  /** 0, 90, 180 or 270 degrees, clockwise. */
  rotation: number;
  flip: boolean;
}

export const upright: Pose = { invert: false, rotation: 0, flip: false };
