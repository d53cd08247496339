import type { FittedStep } from '../../core/values';
import { expm1 } from '../../core/elementary';
import { applyAge } from './age';
import { applyCyclic } from './cyclic';
import { applyFill } from './fill';
import { applyFrequency } from './frequency';
import { applyHash } from './hash';
import { applyLog } from './log';
import { applyMinMax } from './min-max';
import { applyOrdinal } from './ordinal';
import { applyRobust, divisorOf } from './robust';
import { applyStandard } from './standard';
import { applyTag, applyTagRest } from './tags';
import { applyYeoJohnson } from './yeo-johnson';

/** A value of a column as a new row brings it: a number, a category level, or missing. */
export type CellValue = number | string | null;

/**
 * The feature of one value, by the steps fitted earlier: scores rows that the fit never saw.
 * Missing stays NaN until a step says what stands in for it.
 */
export function applySteps(steps: readonly FittedStep[], value: CellValue): number {
  let current: CellValue = value;
  for (const step of steps) current = applyStep(step, current);
  return typeof current === 'number' ? current : NaN;
}

/** The text of a value; null where it is missing. */
function levelOf(value: CellValue): string | null {
  return value === null || Number.isNaN(value) ? null : String(value);
}

function applyStep(step: FittedStep, value: CellValue): CellValue {
  if (isNumberStep(step)) return applyNumberStep(step, typeof value === 'number' ? value : NaN);
  const level = levelOf(value);
  switch (step.kind) {
    case 'missing-flag':
      return level === null ? 1 : 0;
    case 'fill-level':
      return level ?? step.level;
    case 'frequency':
      return applyFrequency(step, level);
    case 'ordinal':
      return level === null ? NaN : applyOrdinal(step, level);
    default:
      return level === null ? 0 : applyIndicator(step, level);
  }
}

/** What a present level is in a feature that most rows have 0 in. */
function applyIndicator(step: IndicatorStep, level: string): number {
  switch (step.kind) {
    case 'one-hot':
      return level === step.level ? 1 : 0;
    case 'one-hot-rest':
      return step.levels.includes(level) ? 0 : 1;
    case 'hash':
      return applyHash(step, level);
    case 'tag':
      return applyTag(step, level);
    case 'tag-rest':
      return applyTagRest(step, level);
    default:
      return step satisfies never;
  }
}

type IndicatorStep = Extract<
  FittedStep,
  { kind: 'one-hot' | 'one-hot-rest' | 'hash' | 'tag' | 'tag-rest' }
>;

export type NumberStep = Exclude<
  FittedStep,
  IndicatorStep | { kind: 'missing-flag' | 'fill-level' | 'frequency' | 'ordinal' }
>;

const NOT_ON_NUMBERS: ReadonlySet<FittedStep['kind']> = new Set([
  ...(['one-hot', 'one-hot-rest', 'hash', 'tag', 'tag-rest'] as const),
  ...(['missing-flag', 'fill-level', 'frequency', 'ordinal'] as const),
]);

/** True for a step from a number to a number; the others begin with a level. */
export function isNumberStep(step: FittedStep): step is NumberStep {
  return !NOT_ON_NUMBERS.has(step.kind);
}

/** One step on one number; NaN stays NaN except through `fill`. */
export function applyNumberStep(step: NumberStep, value: number): number {
  switch (step.kind) {
    case 'fill':
      return applyFill(step, value);
    case 'log':
      return applyLog(step, value);
    case 'yeo-johnson':
      return applyYeoJohnson(step, value);
    case 'standard':
      return applyStandard(step, value);
    case 'robust':
      return applyRobust(step, value);
    case 'min-max':
      return applyMinMax(step, value);
    case 'age':
      return applyAge(step, value);
    case 'cyclic':
      return applyCyclic(step, value);
    case 'weight':
      return value * step.factor;
    default:
      return step satisfies never;
  }
}

const BLOCK_ROWS = 65_536;

/** Applies one step to a whole column, in place; pauses after each block of rows. */
export function* applyToColumn(step: NumberStep, values: Float64Array): Generator<void, void> {
  for (let from = 0; from < values.length; from += BLOCK_ROWS) {
    const to = Math.min(from + BLOCK_ROWS, values.length);
    for (let row = from; row < to; row++) values[row] = applyNumberStep(step, values[row]!);
    yield;
  }
}

/**
 * The value in original units that the steps would turn into `feature`: names the ticks of an
 * axis. Days stay days. NaN where no value leads there, and for categories and cycles.
 */
export function invertSteps(steps: readonly FittedStep[], feature: number): number {
  return steps.reduceRight((value, step) => invertStep(step, value), feature);
}

function invertStep(step: FittedStep, value: number): number {
  switch (step.kind) {
    case 'fill':
    case 'age':
      return value;
    case 'weight':
      return value / step.factor;
    case 'log':
      return expm1(value) + step.shift;
    case 'yeo-johnson':
      return invertYeoJohnson(step.lambda, value);
    case 'standard':
      return value * (step.deviation === 0 ? 1 : step.deviation) + step.mean;
    case 'robust':
      return value * divisorOf(step.iqr) + step.median;
    case 'min-max':
      return value * divisorOf(step.max - step.min) + step.min;
    default:
      return NaN;
  }
}

function invertYeoJohnson(lambda: number, value: number): number {
  const power = value < 0 ? 2 - lambda : lambda;
  const size = Math.abs(value);
  if (Math.abs(power) < Number.EPSILON) return Math.sign(value) * expm1(size);
  return Math.sign(value) * ((power * size + 1) ** (1 / power) - 1);
}
