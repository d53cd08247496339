import { failStep } from './fault';
import { parsePattern, type CharacterTest, type PatternNode } from './pattern-syntax';

/** Steps of the machine and visits while it is built; a pattern that needs more is refused. */
const MOST_STEPS = 2000;
const MOST_VISITS = 20_000;
/** Remembered ways from one set of places to the next; then memory begins anew. */
const MOST_WAYS = 20_000;

/** The step that every way must end in. */
const MATCH = 0;

type Step =
  | { readonly kind: 'character'; readonly test: CharacterTest; readonly next: number }
  | { readonly kind: 'begin' | 'end'; readonly next: number }
  | { readonly kind: 'split'; readonly next: number; other: number }
  | { readonly kind: 'match' };

/**
 * A test whether all of a text fits a regular expression. It follows every way through the pattern at
 * once (Thompson, "Regular Expression Search Algorithm", 1968) and remembers the sets of places it was
 * in, so that time grows with the text only linearly, whatever the pattern: the platform's own engine
 * needs years for `(a+)+b`. Ends the step on a pattern that cannot be followed so.
 */
export function compilePattern(pattern: string): (text: string) => boolean {
  const { steps, start } = new Builder().build(parsePattern(pattern));
  const machine = new Machine(steps, start);
  return (text) => machine.fits(text);
}

class Builder {
  /** The first is where the pattern ends. */
  private readonly steps: Step[] = [{ kind: 'match' }];
  private visits = 0;

  build(node: PatternNode): { readonly steps: readonly Step[]; readonly start: number } {
    const start = this.add(node, MATCH);
    return { steps: this.steps, start };
  }

  private push(step: Step): number {
    if (this.steps.length >= MOST_STEPS) failStep(TOO_LARGE);
    return this.steps.push(step) - 1;
  }

  /** Adds the steps of a node that leads on to `next`, and returns where it begins. */
  private add(node: PatternNode, next: number): number {
    if (++this.visits > MOST_VISITS) failStep(TOO_LARGE);
    switch (node.kind) {
      case 'character':
        return this.push({ kind: 'character', test: node.test, next });
      case 'begin':
      case 'end':
        return this.push({ kind: node.kind, next });
      case 'sequence':
        return node.parts.reduceRight((after, part) => this.add(part, after), next);
      case 'choice':
        return node.parts
          .map((part) => this.add(part, next))
          .reduceRight((other, start) => this.push({ kind: 'split', next: start, other }));
      case 'repeat':
        return this.repeat(node, next);
      default:
        return node satisfies never;
    }
  }

  private repeat(
    { part, least, most }: Extract<PatternNode, { kind: 'repeat' }>,
    next: number,
  ): number {
    let start = next;
    if (most === Infinity) {
      const loop: Step = { kind: 'split', next, other: next };
      start = this.push(loop);
      loop.other = this.add(part, start);
    } else {
      for (let times = least; times < most; times++) {
        start = this.push({ kind: 'split', next, other: this.add(part, start) });
      }
    }
    for (let times = 0; times < least; times++) start = this.add(part, start);
    return start;
  }
}

const TOO_LARGE = { code: 'pattern-refused', reason: 'too-large', at: 1 } as const;

/** A set of places in the pattern, and where a character leads from there. */
interface Places {
  readonly list: readonly number[];
  readonly fits: boolean;
  readonly ways: Map<number, Places>;
}

/** Follows a text through the steps; knows the sets of places that it met before. */
class Machine {
  private known = new Map<string, Places>();
  private ways = 0;

  constructor(
    private readonly steps: readonly Step[],
    private readonly start: number,
  ) {}

  fits(text: string): boolean {
    let places = this.placesOf([this.start], true);
    for (const character of text) {
      places = this.follow(places, character.codePointAt(0)!);
      if (places.list.length === 0) return false;
    }
    return places.fits;
  }

  /** All places that can be reached without a character. */
  private reach(from: readonly number[], edge: { begin: boolean; end: boolean }): number[] {
    const seen = new Set(from);
    for (const at of seen) {
      const step = this.steps[at]!;
      if (step.kind === 'split') seen.add(step.next).add(step.other);
      else if (step.kind === 'begin' && edge.begin) seen.add(step.next);
      else if (step.kind === 'end' && edge.end) seen.add(step.next);
    }
    return [...seen];
  }

  private placesOf(from: readonly number[], begin: boolean): Places {
    const list = this.reach(from, { begin, end: false })
      .filter((at) => this.steps[at]!.kind !== 'split')
      .sort((a, b) => a - b);
    const key = `${begin ? '^' : ''}${list.join()}`;
    const met = this.known.get(key);
    if (met !== undefined) return met;
    const fits = this.reach(list, { begin, end: true }).includes(MATCH);
    const places = { list, fits, ways: new Map<number, Places>() };
    this.known.set(key, places);
    return places;
  }

  private follow(places: Places, point: number): Places {
    const way = places.ways.get(point);
    if (way !== undefined) return way;
    if (++this.ways > MOST_WAYS) {
      this.known = new Map();
      this.ways = 0;
      places.ways.clear();
    }
    const ahead: number[] = [];
    for (const at of places.list) {
      const step = this.steps[at]!;
      if (step.kind === 'character' && step.test(point)) ahead.push(step.next);
    }
    const next = this.placesOf(ahead, false);
    places.ways.set(point, next);
    return next;
  }
}
