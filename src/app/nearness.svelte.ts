import { Signals } from './signals.svelte';

/** Notebooks of so many cells are drawn whole: the browser's own search finds everything in them. */
const DRAWN_WHOLE = 60;
/** How far beyond the window cells are drawn ahead of the reader. */
const AHEAD_PX = 1500;

/**
 * Which cells of a long notebook have been near the window: the others are a heading and a space
 * until then. What was drawn once stays.
 */
export class Nearness {
  readonly #drawn = new Signals();
  readonly #ids = new WeakMap<Element, string>();
  #observer: IntersectionObserver | null = null;

  /** Whether a cell is to be drawn in a notebook of so many. */
  isDrawn(cellId: string, count: number): boolean {
    return count <= DRAWN_WHOLE || this.#drawn.has(cellId);
  }

  draw(cellId: string): void {
    this.#drawn.add(cellId);
  }

  /** Watches a cell's place until it comes near; returns how to stop. */
  watch(place: Element, cellId: string): () => void {
    this.#observer ??= new IntersectionObserver((entries) => this.#see(entries), {
      rootMargin: `${AHEAD_PX}px 0px`,
    });
    this.#ids.set(place, cellId);
    this.#observer.observe(place);
    return () => this.#observer?.unobserve(place);
  }

  #see(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const id = this.#ids.get(target);
      if (!isIntersecting || id === undefined) continue;
      this.#drawn.add(id);
      this.#observer?.unobserve(target);
    }
  }
}
