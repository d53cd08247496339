import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignLeastCost } from './hungarian';

/** The least cost by trying all. */
function leastByTrying(costs: readonly number[], rows: number, columns: number): number {
  const smaller = Math.min(rows, columns);
  const cost = (i: number, j: number) =>
    rows <= columns ? costs[i * columns + j]! : costs[j * columns + i]!;
  const place = (i: number, used: ReadonlySet<number>): number => {
    if (i === smaller) return 0;
    let least = Infinity;
    for (let j = 0; j < Math.max(rows, columns); j++) {
      if (!used.has(j)) least = Math.min(least, cost(i, j) + place(i + 1, new Set([...used, j])));
    }
    return least;
  };
  return place(0, new Set());
}

describe('assignLeastCost', () => {
  it('finds no cheaper assignment by trying all', () => {
    const sizes = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }));
    const cases = sizes.chain(([rows, columns]) =>
      fc
        .array(fc.integer({ min: -9, max: 9 }), {
          minLength: rows * columns,
          maxLength: rows * columns,
        })
        .map((costs) => ({ rows, columns, costs })),
    );
    fc.assert(
      fc.property(cases, ({ rows, columns, costs }) => {
        const columnOf = assignLeastCost(costs, rows, columns);
        const used = [...columnOf].filter((column) => column >= 0);
        expect(new Set(used).size).toBe(Math.min(rows, columns));
        const total = [...columnOf].reduce(
          (sum, column, row) => sum + (column < 0 ? 0 : costs[row * columns + column]!),
          0,
        );
        expect(total).toBe(leastByTrying(costs, rows, columns));
      }),
    );
  });

  it('assigns nothing to nothing', () => {
    expect([...assignLeastCost([], 0, 0)]).toEqual([]);
    expect([...assignLeastCost([], 2, 0)]).toEqual([-1, -1]);
  });
});
