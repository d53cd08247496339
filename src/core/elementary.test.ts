import { describe, expect, it } from 'vitest';
import { expm1, ln, log1p } from './elementary';

/** Numbers of every size and sign, without chance. */
function spread(count: number, from: number, to: number): number[] {
  return Array.from({ length: count }, (_, i) => {
    const fraction = (i * 0.6180339887498949) % 1;
    return from * (to / from) ** fraction;
  });
}

const ulps = (a: number, b: number) =>
  Math.abs(a - b) / (Number.EPSILON * Math.max(Math.abs(b), 2 ** -1022));

describe('elementary functions', () => {
  it('gives ln(1 + x) as fdlibm does, over all sizes', () => {
    const wrong = [
      ...spread(20000, 1e-18, 1.7e308),
      ...spread(20000, 1e-18, 0.999).map((x) => -x),
    ].filter((x) => ulps(log1p(x), Math.log1p(x)) > 1);
    expect(wrong).toEqual([]);
  });

  it('gives e to the x less one as fdlibm does, over all sizes', () => {
    const wrong = [
      ...spread(20000, 1e-18, 709),
      ...spread(20000, 1e-18, 800).map((x) => -x),
    ].filter((x) => ulps(expm1(x), Math.expm1(x)) > 1);
    expect(wrong).toEqual([]);
  });

  it('gives ln x for positive numbers', () => {
    expect(spread(20000, 1e-300, 1.7e308).filter((x) => ulps(ln(x), Math.log(x)) > 2)).toEqual([]);
  });

  it('keeps the edges of the domain', () => {
    expect([log1p(-1), log1p(-2), log1p(NaN), log1p(0), log1p(Infinity)]).toEqual([
      -Infinity,
      NaN,
      NaN,
      0,
      Infinity,
    ]);
    expect([expm1(710), expm1(-Infinity), expm1(NaN), expm1(0)]).toEqual([Infinity, -1, NaN, 0]);
  });
});
