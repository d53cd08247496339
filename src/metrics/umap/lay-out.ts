/**
 * The second half of UMAP (McInnes, Healy and Melville, 2018, sections 3.2 and 4.2): moves points of
 * the plane until near ones are those that hang together.
 */
import type { Random } from '../../core/random';
import type { FuzzyGraph } from './fuzzy-graph';

/** The curve 1 / (1 + a·d^(2b)) that comes nearest to "together up to 0.1, then less by e^−d". */
const A = 1.576943460405378;
const B = 0.8950608781227859;
/** For every pull, this many pushes away from rows taken by chance. */
const PUSHES = 5;
const LONGEST_STEP = 4;
/** Keeps the push of a point next to another finite. */
const SOFT = 0.001;

/** The pairs that act often enough to act at all, both ways round, and how often they do. */
interface Pulls {
  readonly head: Int32Array;
  readonly tail: Int32Array;
  /** Epochs from one pull to the next, and when the next is due. */
  readonly every: Float64Array;
  readonly due: Float64Array;
}

/**
 * Moves the points (x and y side by side; changed in place) through `epochs` rounds, yielding the
 * share done after each. Strong pairs pull in every round, weak ones now and then.
 */
export function* layOut(
  graph: FuzzyGraph,
  points: Float64Array,
  { epochs, random }: { readonly epochs: number; readonly random: Random },
): Generator<number, void> {
  const pulls = schedule(graph, epochs);
  yield 0;
  const rows = points.length / 2;
  const { pull, push } = movesOf(points);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const rate = 1 - epoch / epochs;
    for (let e = 0; e < pulls.head.length; e++) {
      if (pulls.due[e]! > epoch) continue;
      pulls.due[e]! += pulls.every[e]!;
      const head = pulls.head[e]! * 2;
      pull(head, pulls.tail[e]! * 2, rate);
      for (let i = 0; i < PUSHES; i++) {
        // The remainder favours some rows by a billionth, which a push does not notice.
        push(head, (random.nextUint32() % rows) * 2, rate);
      }
      if (e % 8192 === 8191) yield (epoch + e / pulls.head.length) / epochs;
    }
    yield (epoch + 1) / epochs;
  }
}

function schedule({ from, to, strength }: FuzzyGraph, epochs: number): Pulls {
  const strongest = strength.reduce((most, value) => Math.max(most, value), 0);
  const acting = Int32Array.from(strength.keys()).filter((e) => strength[e]! * epochs >= strongest);
  const head = new Int32Array(2 * acting.length);
  const tail = new Int32Array(2 * acting.length);
  const every = new Float64Array(2 * acting.length);
  acting.forEach((e, i) => {
    head[2 * i] = tail[2 * i + 1] = from[e]!;
    tail[2 * i] = head[2 * i + 1] = to[e]!;
    every[2 * i] = every[2 * i + 1] = strongest / strength[e]!;
  });
  return { head, tail, every, due: every.slice() };
}

/** Moves of one point, and of the other where they pull at each other. */
function movesOf(points: Float64Array) {
  function pull(head: number, tail: number, rate: number): void {
    const dx = points[head]! - points[tail]!;
    const dy = points[head + 1]! - points[tail + 1]!;
    const squared = dx * dx + dy * dy;
    if (squared === 0) return;
    const power = squared ** B;
    const factor = (-2 * A * B * (power / squared)) / (A * power + 1);
    const x = limited(factor * dx) * rate;
    const y = limited(factor * dy) * rate;
    points[head]! += x;
    points[head + 1]! += y;
    points[tail]! -= x;
    points[tail + 1]! -= y;
  }

  function push(head: number, other: number, rate: number): void {
    if (head === other) return;
    const dx = points[head]! - points[other]!;
    const dy = points[head + 1]! - points[other + 1]!;
    const squared = dx * dx + dy * dy;
    if (squared === 0) return;
    const factor = (2 * B) / ((SOFT + squared) * (A * squared ** B + 1));
    points[head]! += limited(factor * dx) * rate;
    points[head + 1]! += limited(factor * dy) * rate;
  }
  return { pull, push };
}

function limited(step: number): number {
  return Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, step));
}
