import type { FaultCount } from './display';
import type { RowFault } from './survey-list';

const MOST_ROWS = 100;

/** Counts faults by field and reason, and keeps the first rows of each. */
export function createFaultCounts() {
  const counts = new Map<string, FaultCount & { count: number; rows: number[] }>();
  return {
    tell({ row, role, fault }: RowFault): void {
      const key = `${role} ${fault}`;
      const known = counts.get(key) ?? { role, fault, count: 0, rows: [] };
      known.count++;
      if (known.rows.length < MOST_ROWS) known.rows.push(row + 1);
      counts.set(key, known);
    },
    /** Whole rows first, then the most frequent. */
    list: (): FaultCount[] =>
      [...counts.values()].sort(
        (a, b) => Number(b.role === null) - Number(a.role === null) || b.count - a.count,
      ),
  };
}
