import type { FittedStep } from '../../core/values';

export type AgeStep = Extract<FittedStep, { kind: 'age' }>;

const DAY_MS = 86_400_000;

/** Days since the date (or until it), with their fraction; negative on the other side of it. */
export function applyAge({ reference, sign }: AgeStep, time: number): number {
  // Either way round, so that the reference itself is 0 and not −0.
  return (sign < 0 ? reference - time : time - reference) / DAY_MS;
}
