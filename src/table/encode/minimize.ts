import type { Job } from '../../core/job';

const GOLDEN = (3 - Math.sqrt(5)) / 2;
const ROOT_EPSILON = Math.sqrt(2.2e-16);
const MAX_STEPS = 500;

/** The bracket [from, to] and the best three points so far, as Brent keeps them. */
interface Search {
  from: number;
  to: number;
  best: Point;
  second: Point;
  third: Point;
  /** The last step and the one before it. */
  step: number;
  earlier: number;
}

interface Point {
  readonly x: number;
  readonly value: number;
}

/**
 * The place of a minimum between two bounds, by Brent's method (golden section and parabolas):
 * `scipy.optimize.fminbound` with xtol 1.48e-8, step for step, so that λ agrees with SciPy's.
 * Yields after every evaluation of `f`.
 */
export async function* minimizeBounded(
  f: (x: number) => number,
  from: number,
  to: number,
): Job<number, never> {
  const tolerance = 1.48e-8;
  const start: Point = { x: from + GOLDEN * (to - from), value: f(from + GOLDEN * (to - from)) };
  const search: Search = {
    from,
    to,
    best: start,
    second: start,
    third: start,
    step: 0,
    earlier: 0,
  };
  for (let evaluations = 1; evaluations < MAX_STEPS; evaluations++) {
    yield { done: evaluations, total: MAX_STEPS, phase: 'fit-lambda' };
    const least = ROOT_EPSILON * Math.abs(search.best.x) + tolerance / 3;
    const middle = 0.5 * (search.from + search.to);
    if (Math.abs(search.best.x - middle) <= 2 * least - 0.5 * (search.to - search.from)) break;
    const x = nextPlace(search, middle, least);
    keep(search, { x, value: f(x) });
  }
  return search.best.x;
}

function signOf(x: number): number {
  return x < 0 ? -1 : 1;
}

/** Where to look next: the bottom of a parabola through the three points, else golden section. */
function nextPlace(search: Search, middle: number, least: number): number {
  const { best } = search;
  if (!(Math.abs(search.earlier) > least) || !takeParabola(search, middle, least)) {
    search.earlier = (best.x >= middle ? search.from : search.to) - best.x;
    search.step = GOLDEN * search.earlier;
  }
  return best.x + signOf(search.step) * Math.max(Math.abs(search.step), least);
}

/** Sets the step to the parabola's bottom and says true, if that lies well inside the bracket. */
function takeParabola(search: Search, middle: number, least: number): boolean {
  const { best, second, third, from, to } = search;
  const r = (best.x - second.x) * (best.value - third.value);
  let q = (best.x - third.x) * (best.value - second.value);
  let p = (best.x - third.x) * q - (best.x - second.x) * r;
  q = 2 * (q - r);
  if (q > 0) p = -p;
  q = Math.abs(q);
  const before = search.earlier;
  search.earlier = search.step;
  const isUseful =
    Math.abs(p) < Math.abs(0.5 * q * before) && p > q * (from - best.x) && p < q * (to - best.x);
  if (!isUseful) return false;
  search.step = p / q;
  const x = best.x + search.step;
  if (x - from < 2 * least || to - x < 2 * least) search.step = least * signOf(middle - best.x);
  return true;
}

/** Narrows the bracket around the better point and remembers the best three. */
function keep(search: Search, point: Point): void {
  const { best, second, third } = search;
  if (point.value <= best.value) {
    if (point.x >= best.x) search.from = best.x;
    else search.to = best.x;
    Object.assign(search, { best: point, second: best, third: second });
    return;
  }
  if (point.x < best.x) search.from = point.x;
  else search.to = point.x;
  if (point.value <= second.value || second.x === best.x) {
    Object.assign(search, { second: point, third: second });
  } else if (point.value <= third.value || third.x === best.x || third.x === second.x) {
    search.third = point;
  }
}
