import { pointAt } from '../../core/turns';
import type { Cycle, FittedStep } from '../../core/values';

export type CyclicStep = Extract<FittedStep, { kind: 'cyclic' }>;

export const CYCLES: readonly Cycle[] = ['month', 'weekday', 'hour', 'day-of-year'];

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** How much of the cycle has passed when the month, the day or the hour begins: 0 … 1, in UTC. */
export function shareOfCycle(cycle: Cycle, time: number): number {
  switch (cycle) {
    case 'month':
      return new Date(time).getUTCMonth() / 12;
    case 'weekday':
      // Monday is 0; 1 January 1970 was a Thursday.
      return remainder(Math.floor(time / DAY_MS) + 3, 7) / 7;
    case 'hour':
      return remainder(Math.floor(time / HOUR_MS), 24) / 24;
    case 'day-of-year':
      return dayOfYear(time);
    default:
      return cycle satisfies never;
  }
}

function remainder(n: number, of: number): number {
  return ((n % of) + of) % of;
}

/** Days since 1 January over the days of that very year, 365 or 366. */
function dayOfYear(time: number): number {
  const year = new Date(time).getUTCFullYear();
  const [first, next] = [firstOf(year), firstOf(year + 1)];
  return Math.floor((time - first) / DAY_MS) / Math.round((next - first) / DAY_MS);
}

/** `Date.UTC` takes years below 100 for the 1900s. */
function firstOf(year: number): number {
  return new Date(0).setUTCFullYear(year, 0, 1);
}

/** sin or cos of the part of the cycle that has passed; a missing date stays NaN. */
export function applyCyclic({ cycle, wave }: CyclicStep, time: number): number {
  return Number.isNaN(time) ? NaN : pointAt(shareOfCycle(cycle, time))[wave];
}
