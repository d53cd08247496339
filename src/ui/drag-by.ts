import type { Attachment } from 'svelte/attachments';
import { scrollBy } from './edge-scroll';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a drag does; between `onstart` and one of `ondrop` and `oncancel` the page is held. */
export interface Drag {
  /** Called once the pointer means it; false refuses. */
  readonly onstart?: () => boolean | undefined;
  readonly onmove: (point: Point) => void;
  readonly ondrop: () => void;
  readonly oncancel: () => void;
}

/** A mouse that moves less than this has pressed, not dragged. */
const SLACK_PX = 4;
/** A finger that stays so long takes hold; before that it scrolls. */
const HOLD_MS = 350;
/** A finger that trembles less than this stays. */
const TREMOR_PX = 10;

/**
 * Makes an element a handle: a mouse drags at once, a finger after a long press. Escape gives up,
 * the page scrolls by itself near its edges, and nothing is selected on the way.
 */
export function dragBy(drag: () => Drag): Attachment<HTMLElement> {
  return (handle) => {
    let hold: Hold | null = null;
    const end = () => (hold = null);
    const press = (event: PointerEvent) => {
      if (event.button !== 0 || event.shiftKey || event.ctrlKey || event.metaKey) return;
      hold?.cancel();
      hold = new Hold(event, { handle, drag: drag(), onend: end });
    };
    // Must be there before the finger is: the browser asks once whether a touch may scroll.
    const keepStill = (event: TouchEvent) => hold?.isDragging && event.preventDefault();
    const keepQuiet = (event: Event) => hold?.isTouch && event.preventDefault();
    handle.addEventListener('pointerdown', press);
    handle.addEventListener('touchmove', keepStill, { passive: false });
    handle.addEventListener('contextmenu', keepQuiet);
    handle.addEventListener('dragstart', prevent);
    return () => {
      hold?.cancel();
      handle.removeEventListener('pointerdown', press);
      handle.removeEventListener('touchmove', keepStill);
      handle.removeEventListener('contextmenu', keepQuiet);
      handle.removeEventListener('dragstart', prevent);
    };
  };
}

interface Held {
  readonly handle: HTMLElement;
  readonly drag: Drag;
  readonly onend: () => void;
}

/** One press of a handle, from the first touch to the last. */
class Hold {
  isDragging = false;
  readonly isTouch: boolean;
  readonly #ending = new AbortController();
  readonly #pointerId: number;
  readonly #from: Point;
  #at: Point;

  constructor(
    event: PointerEvent,
    private readonly held: Held,
  ) {
    this.isTouch = event.pointerType === 'touch';
    this.#pointerId = event.pointerId;
    this.#from = this.#at = { x: event.clientX, y: event.clientY };
    const { signal } = this.#ending;
    // On the window: a handle may go away while the page scrolls under the pointer.
    const listen = <K extends keyof WindowEventMap>(
      type: K,
      listener: (event: WindowEventMap[K]) => void,
    ) => window.addEventListener(type, listener, { signal, capture: true });
    listen('pointermove', (move) => this.#move(move));
    listen('pointerup', (up) => up.pointerId === this.#pointerId && this.#drop());
    listen('pointercancel', (gone) => gone.pointerId === this.#pointerId && this.cancel());
    listen('blur', (left) => left.target === window && this.cancel());
    listen('keydown', (key) => this.#press(key));
    if (!this.isTouch) return;
    const timer = setTimeout(() => this.#start(), HOLD_MS);
    signal.addEventListener('abort', () => clearTimeout(timer));
  }

  cancel(): void {
    const wasDragging = this.isDragging;
    this.#end();
    if (wasDragging) this.held.drag.oncancel();
  }

  #move(event: PointerEvent): void {
    if (event.pointerId !== this.#pointerId) return;
    this.#at = { x: event.clientX, y: event.clientY };
    const way = Math.hypot(this.#at.x - this.#from.x, this.#at.y - this.#from.y);
    if (this.isDragging) this.held.drag.onmove(this.#at);
    else if (this.isTouch && way > TREMOR_PX) this.cancel();
    else if (!this.isTouch && way > SLACK_PX) this.#start();
  }

  #start(): void {
    if (this.held.drag.onstart?.() === false) {
      this.#end();
      return;
    }
    this.isDragging = true;
    document.documentElement.dataset.dragging = '';
    getSelection()?.removeAllRanges();
    const { signal } = this.#ending;
    scrollBy(this.held.handle, () => this.#at, { signal, onscroll: this.held.drag.onmove });
    this.held.drag.onmove(this.#at);
  }

  #drop(): void {
    const wasDragging = this.isDragging;
    this.#end();
    if (!wasDragging) return;
    swallowClick();
    this.held.drag.ondrop();
  }

  #press(event: KeyboardEvent): void {
    if (!this.isDragging) return;
    // Whatever a key means elsewhere, it does not mean it now.
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.key !== 'Escape') return;
    swallowClick();
    this.cancel();
  }

  #end(): void {
    this.isDragging = false;
    delete document.documentElement.dataset.dragging;
    this.#ending.abort();
    this.held.onend();
  }
}

function prevent(event: Event): void {
  event.preventDefault();
}

/** The release of a drag is no click on what it began at. */
function swallowClick(): void {
  const { signal, abort } = abortable();
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
    abort();
  };
  window.addEventListener('click', swallow, { capture: true, signal });
  window.addEventListener('pointerdown', abort, { capture: true, signal });
}

function abortable(): { readonly signal: AbortSignal; readonly abort: () => void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}
