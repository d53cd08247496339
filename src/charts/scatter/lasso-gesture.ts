import type { Spot } from './cursor';
import { spotIn } from './spot-in';

/** A finger that rests this long begins an outline. */
const LONG_PRESS_MS = 450;
/** A finger that moves farther than this scrolls or pinches. */
const STILL_PIXELS = 8;
/** Corners nearer than this say nothing new. */
const STEP_PIXELS = 2;

interface LassoPorts {
  /** The mouse and a finger draw at once. */
  readonly isTool: () => boolean;
  /** The outline so far; null when it is over or was given up. */
  readonly onDraw: (path: readonly Spot[] | null) => void;
  readonly onDone: (path: readonly Spot[]) => void;
}

/**
 * Lets people draw round points: with the mouse while the tool is chosen or Shift is held, with a
 * finger after a long press (at once while the tool is chosen). A second finger ends it.
 */
export class LassoGesture {
  #path: Spot[] | null = null;
  #pointer: number | null = null;
  #pressed: Spot | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #ending = new AbortController();

  constructor(
    private readonly frame: HTMLElement,
    private readonly ports: LassoPorts,
  ) {
    const { signal } = this.#ending;
    frame.addEventListener('pointerdown', (event) => this.#begin(event), { signal });
    frame.addEventListener('pointermove', (event) => this.#follow(event), { signal });
    frame.addEventListener('pointerup', (event) => this.#end(event), { signal });
    frame.addEventListener('pointercancel', () => this.#abort(), { signal });
    // Once an outline has begun, the finger draws and the page stays.
    const hold = (event: TouchEvent) => this.#path && event.preventDefault();
    frame.addEventListener('touchmove', hold, { signal, passive: false });
    const noMenu = (event: Event) => this.#pressed && event.preventDefault();
    frame.addEventListener('contextmenu', noMenu, { signal });
  }

  readonly stop = (): void => {
    this.#abort();
    this.#ending.abort();
  };

  #begin(event: PointerEvent): void {
    if (this.#pointer !== null) return this.#abort();
    if (event.button !== 0 || event.ctrlKey || event.metaKey) return;
    const isMouse = event.pointerType !== 'touch';
    if (isMouse && !this.ports.isTool() && !event.shiftKey) return;
    this.#pointer = event.pointerId;
    const spot = this.#spotOf(event);
    this.#pressed = spot;
    if (isMouse || this.ports.isTool()) {
      this.frame.setPointerCapture(event.pointerId);
      this.#draw([spot]);
    } else this.#timer = setTimeout(() => this.#draw([spot]), LONG_PRESS_MS);
  }

  #follow(event: PointerEvent): void {
    if (event.pointerId !== this.#pointer || this.#pressed === null) return;
    const spot = this.#spotOf(event);
    if (this.#path === null) {
      if (gap(spot, this.#pressed) > STILL_PIXELS) this.#abort();
      return;
    }
    if (gap(spot, this.#path.at(-1)!) >= STEP_PIXELS) this.#draw([...this.#path, spot]);
  }

  #end(event: PointerEvent): void {
    if (event.pointerId !== this.#pointer) return;
    const drawn = this.#path;
    this.#abort();
    if (drawn) this.ports.onDone(drawn);
  }

  #draw(path: Spot[]): void {
    this.#path = path;
    this.ports.onDraw(path);
  }

  #abort(): void {
    clearTimeout(this.#timer);
    this.#pressed = null;
    this.#pointer = null;
    if (this.#path === null) return;
    this.#path = null;
    this.ports.onDraw(null);
  }

  #spotOf(event: PointerEvent): Spot {
    return spotIn(this.frame, event);
  }
}

function gap(a: Spot, b: Spot): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
