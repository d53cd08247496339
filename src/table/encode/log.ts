import type { FittedStep } from '../../core/values';
import { log1p } from '../../core/elementary';

export type LogStep = Extract<FittedStep, { kind: 'log' }>;

/** ln(1 + x): numpy.log1p. Zero stays zero; negative values have no place here. */
export function fitLog(): LogStep {
  return { kind: 'log', shift: 0 };
}

/** A new value below the shift is taken as the shift: the smallest value that was learned from. */
export function applyLog({ shift }: LogStep, value: number): number {
  return log1p(value < shift ? 0 : value - shift);
}

/** The first row (0-based) with a negative number, or −1. */
export function firstNegative(values: Float64Array): number {
  return values.findIndex((value) => value < 0);
}
