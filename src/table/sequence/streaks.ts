import { DAY_MS } from './read-events';

export type StreakUnit = 'days' | 'weeks';

/** The number of the day or of the week from Monday that a moment lies in; 1970-01-01 was a Thursday. */
export function periodOf(ms: number, unit: StreakUnit): number {
  const day = Math.floor(ms / DAY_MS);
  return unit === 'days' ? day : Math.floor((day + 3) / 7);
}

/** Runs of days (or weeks) in a row with an event. Times come in order. */
export class Streaks {
  private last = NaN;
  private run = 0;
  longest = 0;

  constructor(private readonly unit: StreakUnit) {}

  add(ms: number): void {
    const period = periodOf(ms, this.unit);
    if (period === this.last) return;
    this.run = period === this.last + 1 ? this.run + 1 : 1;
    this.last = period;
    if (this.run > this.longest) this.longest = this.run;
  }

  /** The run that reaches the last day (or week) before the reference; 0 when none does. */
  currentAt(reference: number): number {
    return this.last === periodOf(reference - 1, this.unit) ? this.run : 0;
  }

  clear(): void {
    this.last = NaN;
    this.run = 0;
    this.longest = 0;
  }
}
