import { expm1, ln, log1p } from '../../core/elementary';
import { numbersIn, rowFunction, type Run, type RowFunction } from '../row-function';
import { takes, takesMany, type Signature } from '../signature';
import { finite } from '../values';

const ONE = takes('number', ['number']);
const TWO = takes('number', ['number', 'number']);

/** A function of one number; what it does not define, and what is too large, is missing. */
export function ofOne(f: (x: number) => number): Run {
  return ([x], into, rows) => {
    const [from, to] = [numbersIn(x), numbersIn(into)];
    for (let row = 0; row < rows; row++) to[row] = finite(f(from[row]!));
  };
}

function ofTwo(f: (a: number, b: number) => number): Run {
  return ([a, b], into, rows) => {
    const [left, right, to] = [numbersIn(a), numbersIn(b), numbersIn(into)];
    for (let row = 0; row < rows; row++) to[row] = finite(f(left[row]!, right[row]!));
  };
}

/** Folds several numbers; missing if any is. */
function ofMany(f: (a: number, b: number) => number): Run {
  return ([first, ...others], into, rows) => {
    const to = numbersIn(into);
    to.set(numbersIn(first).subarray(0, rows));
    for (const other of others) {
      const values = numbersIn(other);
      for (let row = 0; row < rows; row++) to[row] = f(to[row]!, values[row]!);
    }
  };
}

/** ln x from additions and multiplications alone: the same bits in every browser. */
export function logarithm(x: number): number {
  if (!(x > 0)) return NaN;
  // Numbers below the normal ones have too few digits for `ln`.
  return x < 2 ** -1000 ? ln(x * 2 ** 1000) - 1000 * Math.LN2 : ln(x);
}

/** eˣ, with the digits that 1 + (eˣ − 1) would lose for negative x. */
function exponential(x: number): number {
  return x < 0 ? 1 / (1 + expm1(-x)) : 1 + expm1(x);
}

/** x to the power y; whole powers by multiplying, others as e^(y ln x): the same bits everywhere. */
export function power(x: number, y: number): number {
  if (y === 0.5) return Math.sqrt(x);
  if (Number.isInteger(y) && Math.abs(y) <= 1024)
    return y < 0 ? 1 / wholePower(x, -y) : wholePower(x, y);
  if (x === 0) return y > 0 ? 0 : NaN;
  if (x > 0) return exponential(y * logarithm(x));
  if (!Number.isInteger(y)) return NaN;
  const size = exponential(y * logarithm(-x));
  return y % 2 === 0 ? size : -size;
}

function wholePower(x: number, y: number): number {
  if (Number.isNaN(x)) return NaN;
  let result = 1;
  for (let square = x, left = y; left > 0; square *= square, left = Math.floor(left / 2)) {
    if (left % 2 === 1) result *= square;
  }
  return result;
}

/** The remainder with the sign of the divisor, as Python and pandas have it. */
function remainder(a: number, b: number): number {
  const rest = a % b;
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest;
}

/** Halves go away from zero, as people and spreadsheets round. */
function round(x: number, digits: number): number {
  const places = Math.trunc(digits);
  if (!(Math.abs(places) <= 300)) return NaN;
  const scale = 10 ** Math.abs(places);
  const size = Math.abs(x);
  const scaled = places < 0 ? size / scale : size * scale;
  // Beyond 2⁵² every double is whole; there is nothing to round.
  if (!(scaled < 2 ** 52)) return places < 0 ? (scaled === scaled ? x : NaN) : x;
  const whole = Math.floor(scaled + 0.5);
  return Math.sign(x) * (places < 0 ? whole * scale : whole / scale);
}

const divided = ([, divisor]: readonly unknown[], row: number) =>
  (divisor as Float64Array)[row] === 0 ? ('divided-by-zero' as const) : ('too-large' as const);
const tooLarge = () => 'too-large' as const;
const noLog = () => 'log-of-none' as const;

const keepsUnit = true;

/** The operators, by their signs. */
export const arithmeticOperators: readonly RowFunction[] = [
  rowFunction('+', TWO, { run: ofTwo((a, b) => a + b), why: tooLarge, keepsUnit }),
  rowFunction('-', TWO, { run: ofTwo((a, b) => a - b), why: tooLarge, keepsUnit }),
  rowFunction('*', TWO, { run: ofTwo((a, b) => a * b), why: tooLarge }),
  rowFunction('/', TWO, { run: ofTwo((a, b) => a / b), why: divided }),
  rowFunction('%', TWO, { run: ofTwo(remainder), why: divided }),
  rowFunction('^', TWO, { run: ofTwo(power) }),
];

/** A sign before a number. */
export const negative = rowFunction('-', ONE, { run: ofOne((x) => -x), keepsUnit });

const ROUNDED: Signature = takes('number', ['number', 'number'], 1);

export const arithmeticFunctions: readonly RowFunction[] = [
  rowFunction('abs', ONE, { run: ofOne(Math.abs), keepsUnit }),
  rowFunction('sqrt', ONE, { run: ofOne(Math.sqrt), why: () => 'root-of-negative' }),
  rowFunction('exp', ONE, { run: ofOne(exponential), why: tooLarge }),
  rowFunction('log', ONE, { run: ofOne(logarithm), why: noLog }),
  rowFunction('log10', ONE, { run: ofOne((x) => logarithm(x) / Math.LN10), why: noLog }),
  rowFunction('log1p', ONE, { run: ofOne(log1p), why: noLog }),
  rowFunction('floor', ONE, { run: ofOne(Math.floor), keepsUnit }),
  rowFunction('ceil', ONE, { run: ofOne(Math.ceil), keepsUnit }),
  rowFunction('round', ROUNDED, {
    run: ([x, digits], into, rows) => {
      const [from, to] = [numbersIn(x), numbersIn(into)];
      const places = digits === undefined ? null : numbersIn(digits);
      for (let row = 0; row < rows; row++)
        to[row] = finite(round(from[row]!, places ? places[row]! : 0));
    },
    keepsUnit,
  }),
  rowFunction('min', takesMany('same', { rest: 'same-measure', least: 2 }), {
    run: ofMany((a, b) => (a < b || Number.isNaN(a) ? a : b)),
    keepsUnit,
  }),
  rowFunction('max', takesMany('same', { rest: 'same-measure', least: 2 }), {
    run: ofMany((a, b) => (a > b || Number.isNaN(a) ? a : b)),
    keepsUnit,
  }),
];
