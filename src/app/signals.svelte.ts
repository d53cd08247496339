/**
 * A set of names that tells about each of them on its own: who asked for one hears of that one only.
 * A `SvelteSet` has one signal for all that is not in it, so that in a notebook of 2,000 cells every
 * cell would be looked at again whenever another is selected.
 */
export class Signals {
  /** A property has its signal from the first look at it on. */
  readonly #isIn: Record<string, boolean> = $state({});
  #names = new Set<string>();

  has(name: string): boolean {
    return this.#isIn[keyOf(name)] === true;
  }

  add(name: string): void {
    this.#names.add(name);
    this.#isIn[keyOf(name)] = true;
  }

  /** What is in it from now on; only who asked for a name that came or went hears of it. */
  set(names: ReadonlySet<string>): void {
    for (const name of this.#names) if (!names.has(name)) this.#isIn[keyOf(name)] = false;
    for (const name of names) this.#isIn[keyOf(name)] = true;
    this.#names = new Set(names);
  }
}

/** A key that no object has of itself. */
const keyOf = (name: string): string => `is ${name}`;
