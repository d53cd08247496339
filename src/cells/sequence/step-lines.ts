import type { SequenceDisplay } from './display';

export interface StepLine {
  readonly name: string;
  readonly steps: readonly {
    readonly to: string;
    readonly count: number;
    /** 0: none; 1 … 5 by the share of the line. */
    readonly tone: number;
  }[];
}

/** The square of steps line by line. */
export function stepLines({
  names,
  counts,
}: NonNullable<SequenceDisplay['transitions']>): readonly StepLine[] {
  return names.map((name, from) => {
    const line = counts.slice(from * names.length, (from + 1) * names.length);
    const total = line.reduce((a, b) => a + b, 0);
    const steps = names.map((to, at) => {
      const count = line[at]!;
      const tone = count === 0 ? 0 : Math.min(5, 1 + Math.floor((5 * count) / total));
      return { to, count, tone };
    });
    return { name, steps };
  });
}
