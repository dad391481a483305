import { Enums, getRenderingEngine, RenderingEngine, type Types } from '@cornerstonejs/core';
import { isPrepared, prepare, startCornerstone, type FilmPixels } from './loader.ts';
import type { Pose } from './pose.ts';
import { rangeOf, type Window } from './windowing.ts';

let count = 0;

/** One film on an element of the page, through a viewport of Cornerstone3D. */
export class Stage {
  film: FilmPixels | null = null;
  private readonly id = `film-${++count}`;
  private readonly engineId = `engine-${this.id}`;
  private viewport: Types.IStackViewport | null = null;
  private shown: string | null = null;
  private closed = false;
  private readonly observer = new ResizeObserver(() => this.resize());

  /** @param onView Called whenever the film moved on the screen. */
  constructor(private readonly element: HTMLDivElement, private readonly onView: () => void) {}

  async open(): Promise<void> {
    await startCornerstone();
    if (this.closed) return;
    const engine = new RenderingEngine(this.engineId);
    engine.enableElement({ viewportId: this.id, type: Enums.ViewportType.STACK, element: this.element, defaultOptions: { background: [0.043, 0.051, 0.063] } });
    this.viewport = engine.getViewport(this.id) as Types.IStackViewport;
    this.element.addEventListener(Enums.Events.IMAGE_RENDERED, this.onView);
    this.observer.observe(this.element);
  }

  close(): void {
    this.closed = true;
    this.observer.disconnect();
    this.element.removeEventListener(Enums.Events.IMAGE_RENDERED, this.onView);
    getRenderingEngine(this.engineId)?.destroy();
    this.viewport = null;
  }

  /** Shows a film fitted to the element. Returns its pixels' facts, or null where another film was asked for meanwhile. */
  async show(imageId: string, window: (film: FilmPixels) => Window, pose: Pose): Promise<FilmPixels | null> {
    this.shown = imageId;
    if (!isPrepared(imageId)) await prepare(imageId);
    const film = await prepare(imageId);
    if (this.shown !== imageId || !this.viewport) return null;
    await this.viewport.setStack([imageId]);
    if (this.shown !== imageId || !this.viewport) return null;
    this.film = film;
    this.viewport.resetCamera();
    this.apply(window(film), pose);
    return film;
  }

  apply(window: Window, pose: Pose): void {
    if (!this.viewport || !this.film) return;
    this.viewport.setProperties({ voiRange: rangeOf(window), invert: pose.invert, VOILUTFunction: Enums.VOILUTFunctionType.LINEAR });
    this.viewport.setViewPresentation({ ...this.viewport.getViewPresentation(), rotation: pose.rotation, flipHorizontal: pose.flip });
    this.viewport.render();
  }

  window(window: Window): void {
    if (!this.viewport || !this.film) return;
    this.viewport.setProperties({ voiRange: rangeOf(window) });
    this.viewport.render();
  }

  fit(): void {
    this.viewport?.resetCamera({ resetPan: true, resetZoom: true, resetToCenter: true, resetRotation: false } as never);
    this.viewport?.render();
  }

  /** One pixel of the film on one pixel of the screen, about the middle. */
  actual(): void {
    if (!this.viewport) return;
    this.viewport.setCamera({ parallelScale: (this.element.clientHeight * devicePixelRatio) / 2 });
    this.viewport.render();
  }

  /** Zooms by a factor, keeping what is under a point of the element in its place. */
  zoom(factor: number, at: readonly [number, number]): void {
    const viewport = this.viewport;
    if (!viewport || !this.film) return;
    const scale = viewport.getCamera().parallelScale!;
    const next = Math.min(4 * Math.max(this.film.width, this.film.height), Math.max(10, scale / factor));
    const before = viewport.canvasToWorld([at[0], at[1]]);
    viewport.setCamera({ parallelScale: next });
    const after = viewport.canvasToWorld([at[0], at[1]]);
    this.shift([before[0] - after[0], before[1] - after[1]]);
  }

  /** Moves the film by pixels of the element. */
  pan(dx: number, dy: number): void {
    if (!this.viewport) return;
    const [from, to] = [this.viewport.canvasToWorld([0, 0]), this.viewport.canvasToWorld([dx, dy])];
    this.shift([from[0] - to[0], from[1] - to[1]]);
  }

  /** Pixels of the film under a point of the element. */
  toFilm(x: number, y: number): [number, number] | null {
    if (!this.viewport || !this.film) return null;
    const world = this.viewport.canvasToWorld([x, y]);
    return [world[0], world[1]];
  }

  toScreen(x: number, y: number): [number, number] | null {
    if (!this.viewport || !this.film) return null;
    const point = this.viewport.worldToCanvas([x, y, 0]);
    return [point[0], point[1]];
  }

  private shift(by: [number, number]): void {
    const viewport = this.viewport!;
    const { focalPoint, position } = viewport.getCamera();
    viewport.setCamera({
      focalPoint: [focalPoint![0] + by[0], focalPoint![1] + by[1], focalPoint![2]],
      position: [position![0] + by[0], position![1] + by[1], position![2]],
    });
    viewport.render();
  }

  private resize(): void {
    getRenderingEngine(this.engineId)?.resize(true, true);
    this.onView();
  }
}
