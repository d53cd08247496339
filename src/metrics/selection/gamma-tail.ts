const MOST_TERMS = 20_000;
/** Smallest number that a continued fraction may divide by (Lentz). */
const TINY = 1e-300;

/**
 * P(χ² ≥ x) of a χ² distribution: Q(degrees / 2, x / 2), the upper regularized incomplete gamma
 * function, by its series below the mean and Lentz' continued fraction above (Press et al.,
 * "Numerical Recipes", 6.2). Whole degrees ≥ 1, x ≥ 0; right to about 1e-12.
 */
export function chiSquareTail(x: number, degrees: number): number {
  const a = degrees / 2;
  const half = x / 2;
  if (half <= 0) return 1;
  const front = Math.exp(a * Math.log(half) - half - logGamma(a));
  return half < a + 1 ? Math.max(0, 1 - front * series(a, half)) : front * fraction(a, half);
}

/** ln Γ(a) for a = ½, 1, 1½, …: the product that it is, Stirling's series where that is long. */
function logGamma(a: number): number {
  if (a > 30) {
    const r = 1 / (a * a);
    const tail = (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r / 1680))) / a;
    return (a - 0.5) * Math.log(a) - a + 0.5 * Math.log(2 * Math.PI) + tail;
  }
  let product = a % 1 === 0 ? 1 : Math.sqrt(Math.PI);
  for (let factor = a - 1; factor > 0; factor--) product *= factor;
  return Math.log(product);
}

function series(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < MOST_TERMS && term > sum * 1e-17; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

function fraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < MOST_TERMS; i++) {
    const an = -i * (i - a);
    b += 2;
    d = 1 / awayFromZero(an * d + b);
    c = awayFromZero(b + an / c);
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return h;
}

function awayFromZero(x: number): number {
  return Math.abs(x) < TINY ? TINY : x;
}
