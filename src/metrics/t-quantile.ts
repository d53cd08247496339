/** Chebyshev coefficients over 1 / degrees of freedom; `tests/oracle/t-quantile.py` prints them. */
const COEFFICIENTS: readonly number[] = [
  5.766225730132757, 5.046713677349993, 1.5144033349810369, 0.3193261405409914,
  0.051636497460037845, 0.007001089779690702, 0.0008124225737148859, 7.880270328572776e-5,
  6.311440760078583e-6, 6.82769571122445e-7, 5.7757982126507e-8, -1.6418334595251192e-8,
  6.080386049728511e-9, -1.0362409288132846e-9, -6.324216512795197e-13, 1.0124021427956272e-10,
  -6.057890421180159e-11, 2.5592474999128804e-11, -8.37196978409338e-12, 1.8405373843368422e-12,
  -2.4405598315238225e-14, -2.7494914557673444e-13, 1.37281490523215e-13,
];

/**
 * The 97.5 % quantile of Student's t for any number of degrees of freedom ≥ 1, Infinity included,
 * right to 1e-12. A series of products and sums (Clenshaw, 1955), so that it has the same bits
 * everywhere; the incomplete beta function would need `exp` and `log`.
 */
export function tQuantile(degrees: number): number {
  const x = 2 / degrees - 1;
  let [next, afterNext] = [0, 0];
  for (let i = COEFFICIENTS.length - 1; i > 0; i--) {
    [next, afterNext] = [2 * x * next - afterNext + COEFFICIENTS[i]!, next];
  }
  return x * next - afterNext + COEFFICIENTS[0]!;
}
