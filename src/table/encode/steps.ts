import type { FittedStep } from '../../core/values';
import { expm1 } from '../../core/elementary';
import { applyFill } from './fill';
import { applyLog } from './log';
import { applyMinMax } from './min-max';
import { applyRobust, divisorOf } from './robust';
import { applyStandard } from './standard';
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

function isMissing(value: CellValue): boolean {
  return value === null || Number.isNaN(value);
}

function applyStep(step: FittedStep, value: CellValue): number {
  switch (step.kind) {
    case 'one-hot':
      return value === step.level ? 1 : 0;
    case 'one-hot-rest':
      return !isMissing(value) && !step.levels.includes(String(value)) ? 1 : 0;
    case 'missing-flag':
      return isMissing(value) ? 1 : 0;
    default:
      return applyNumberStep(step, typeof value === 'number' ? value : NaN);
  }
}

export type NumberStep = Exclude<FittedStep, { kind: 'one-hot' | 'one-hot-rest' | 'missing-flag' }>;

export function isNumberStep(step: FittedStep): step is NumberStep {
  return step.kind !== 'one-hot' && step.kind !== 'one-hot-rest' && step.kind !== 'missing-flag';
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
 * axis. NaN where no value leads there, and for categories.
 */
export function invertSteps(steps: readonly FittedStep[], feature: number): number {
  return steps.reduceRight((value, step) => invertStep(step, value), feature);
}

function invertStep(step: FittedStep, value: number): number {
  switch (step.kind) {
    case 'fill':
      return value;
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
