import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortNumbers } from './sort-numbers';

function sorted(values: Float64Array): Float64Array {
  const work = sortNumbers(values);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** As many as the radix sort begins with. */
const many = (of: (i: number) => number) => Float64Array.from({ length: 20_000 }, (_, i) => of(i));

function sameBits(a: Float64Array, b: Float64Array): boolean {
  const [left, right] = [new BigInt64Array(a.buffer), new BigInt64Array(b.buffer)];
  return left.length === right.length && left.every((bits, i) => bits === right[i]);
}

describe('sorting numbers', () => {
  it('orders any doubles as the platform does, infinities and both zeros included', () => {
    const bits = fc.array(fc.double({ noNaN: true }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(bits, (few) => {
        const values = many((i) => few[(i * 7) % few.length]!);
        const expected = values.slice().sort();
        expect(sameBits(sorted(values), expected)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('leaves what it was given as it was', () => {
    const values = many((i) => Math.sin(i));
    const before = values.slice();
    const after = sorted(values);
    expect(values).toEqual(before);
    expect(after.every((value, i) => i === 0 || after[i - 1]! <= value)).toBe(true);
  });
});
