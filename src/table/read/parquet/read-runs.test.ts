import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkSnappy } from './check-snappy';
import { readRuns } from './read-runs';

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];
}

/** Lowest bit first, eight numbers a group, filled up with zeros. */
function packed(values: readonly number[], width: number): number[] {
  const groups = Math.ceil(values.length / 8);
  const bits = values.flatMap((value) =>
    Array.from({ length: width }, (_, bit) => (value >>> bit) & 1),
  );
  const bytes = Array.from({ length: groups * width }, (_, i) =>
    bits.slice(8 * i, 8 * i + 8).reduce((byte, bit, at) => byte + bit * 2 ** at, 0),
  );
  return [...varint(groups * 2 + 1), ...bytes];
}

function run(value: number, times: number, width: number): number[] {
  const bytes = Array.from({ length: Math.ceil(width / 8) }, (_, i) => (value >>> (8 * i)) & 255);
  return [...varint(times * 2), ...bytes];
}

const read = (bytes: readonly number[], width: number, count: number, end = bytes.length) =>
  Array.from(
    readRuns(
      { view: new DataView(Uint8Array.from(bytes).buffer), offset: 0 },
      { width, count, end },
    ),
  );

it('reads runs and packed groups of any width, in any order', () => {
  const pieces = (width: number) =>
    fc.array(
      fc.record({
        isRun: fc.boolean(),
        values: fc.array(fc.integer({ min: 0, max: 2 ** Math.min(31, width) - 1 }), {
          minLength: 8,
          maxLength: 8,
        }),
      }),
      { minLength: 1, maxLength: 6 },
    );
  const some = fc
    .integer({ min: 1, max: 31 })
    .chain((width) => fc.tuple(fc.constant(width), pieces(width)));
  fc.assert(
    fc.property(some, ([width, found]) => {
      const bytes = found.flatMap(({ isRun, values }) =>
        isRun ? run(values[0]!, 8, width) : packed(values, width),
      );
      const values = found.flatMap(({ isRun, values: all }) =>
        isRun ? all.map(() => all[0]!) : all,
      );
      expect(read(bytes, width, values.length)).toEqual(values);
    }),
  );
});

it('refuses a run that is longer than what is to be read, instead of writing it out', () => {
  expect(() => read([...varint(2 * 2 ** 31), 1], 1, 68)).toThrow('a run of');
});

it('refuses runs without an end, and ends that are no number', () => {
  expect(() => read([], 3, 1)).toThrow('cut short');
  expect(() => read([0x80, 0x80, 0x80, 0x80, 0x80, 0x80], 3, 1)).toThrow('impossible length');
  expect(() => read([2, 1], 1, 1, NaN)).toThrow('leave their page');
  expect(() => read([2, 1], 33, 1)).toThrow('33 bits');
});

it('takes no bytes for numbers without a bit', () => {
  expect(read([], 0, 3)).toEqual([0, 0, 0]);
});

it('walks over packed bytes and finds every length that does not fit', () => {
  const check = (bytes: readonly number[], size: number) => () =>
    checkSnappy(Uint8Array.from(bytes), size);
  // "abcd", then four bytes from four back.
  const whole = [8, 12, 97, 98, 99, 100, 1, 4];
  expect(check(whole, 8)).not.toThrow();
  expect(check(whole, 9)).toThrow('8 bytes announced, 9 expected');
  expect(check(whole.slice(0, 5), 8)).toThrow('cut short');
  expect(check([8, 12, 97, 98, 99, 100, 1, 5], 8)).toThrow('not there');
  expect(check([8, 12, 97, 98, 99, 100, 1, 0], 8)).toThrow('not there');
  expect(check([4, 12, 97, 98, 99, 100, 1, 4], 4)).toThrow('cut short');
  expect(check([5, 12, 97, 98, 99, 100], 5)).toThrow('4 bytes where 5');
  // A literal of four length bytes, all ones: minus one, to a careless reader.
  expect(check([4, 252, 255, 255, 255, 255, 97], 4)).toThrow('cut short');
  expect(check([], 4)).toThrow('without a length');
});
