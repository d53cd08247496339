import { numbersIn, rowFunction, textsIn, type RowFunction } from '../row-function';
import { takes } from '../signature';
import { finite } from '../values';

/** `bin(x, width)`: the lower edge of the bin of this width that holds x. */
export const binOfWidth = rowFunction('bin', takes('number', ['number', 'width-or-edges']), {
  run: ([x, width], into, rows) => {
    const [from, widths, to] = [numbersIn(x), numbersIn(width), numbersIn(into)];
    for (let row = 0; row < rows; row++) {
      const size = widths[row]!;
      to[row] = size > 0 ? finite(Math.floor(from[row]! / size) * size) : NaN;
    }
  },
  keepsUnit: true,
});

/**
 * `bin(x, [edges])`: which class x is in, each closed below and open above. Labels are one fewer
 * than edges (what lies outside is missing) or one more (the first and last class are open).
 */
export function binByEdges(edges: readonly number[], labels: readonly string[]): RowFunction {
  const isOpen = labels.length === edges.length + 1;
  const words = isOpen ? [...labels] : [null, ...labels, null];
  return rowFunction('bin', takes('text', ['number', 'number-list', 'text-list'], 1), {
    run: ([x], into, rows) => {
      const [from, to] = [numbersIn(x), textsIn(into)];
      for (let row = 0; row < rows; row++) {
        const value = from[row]!;
        to[row] = Number.isNaN(value) ? null : (words[edgesUpTo(edges, value)] ?? null);
      }
    },
    why: () => 'outside-edges',
    blame: ([x], row) => (Number.isNaN(numbersIn(x)[row]!) ? 0 : -1),
  });
}

function edgesUpTo(edges: readonly number[], value: number): number {
  let [from, to] = [0, edges.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (edges[middle]! <= value) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** `< 18`, `18 – 30`, `≥ 30` where no labels are given: every number has a class. */
export function labelsOf(edges: readonly number[]): string[] {
  const between = edges.slice(1).map((edge, i) => `${edges[i]!} – ${edge}`);
  return [`< ${edges[0]!}`, ...between, `≥ ${edges.at(-1)!}`];
}
