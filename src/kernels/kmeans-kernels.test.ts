import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../core/random';
import {
  builds,
  createCase,
  f64,
  i32,
  layOut,
  shapes,
  type Case,
  type Laid,
} from '../../tests/support/kernel-case';
import { packScreen, screenLength } from './packing';
import { createReferenceKernels } from './reference';
import { createWasmKernels } from './wasm';

/** Assigns the rows [from, to) and leaves labels at `found`, slacks at `slacks`. */
function assignRows(
  name: 'assignListed' | 'assignFew',
  { laid, given }: { readonly laid: Laid; readonly given: Case },
  [from, to]: readonly [number, number],
): void {
  const { kernels, norms, packed, screen, list, drifts, tile, found, slacks } = laid;
  const { rows, columns, points } = given;
  const view = new Float32Array(kernels.memory.buffer, screen, screenLength(points, columns));
  const reach = packScreen(given.others, columns, view);
  kernels.rowNorms(laid.points, norms, 0, rows, columns);
  // prettier-ignore
  if (name === 'assignFew') kernels.assignFew(
    laid.points, packed, screen, list, tile, found, slacks,
    from, to, points, columns, reach, 0,
  );
  else kernels.assignListed(
    laid.points, norms, packed, screen, list, drifts, tile, found, slacks,
    from, to, points, columns, reach,
  );
}

/** In two halves. */
function labelsOf(name: 'assignListed' | 'assignFew', laid: Laid, given: Case): readonly number[] {
  const half = given.rows >> 1;
  const found: number[] = [];
  for (const [from, to] of [
    [0, half],
    [half, given.rows],
  ] as const) {
    if (from === to) continue;
    // What lies behind the rows of a call is overwritten.
    new Int32Array(laid.kernels.memory.buffer, laid.list, given.rows).forEach(
      (_, i, list) => (list[i] = i),
    );
    assignRows(name, { laid, given }, [from, to]);
    found.push(...i32(laid, laid.found, given.rows).slice(from, to));
  }
  return found;
}

/** Moves all rows to a label, and then every other one on; what sums, counts and labels say then. */
function moveRows(laid: Laid, { rows, columns, points }: Case, parts: number): readonly number[] {
  const { kernels, list, found, steps, labels, sums, low, counts, numbers } = laid;
  const move = (to: Int32Array): number => {
    new Int32Array(kernels.memory.buffer, found, rows).set(to);
    new Int32Array(kernels.memory.buffer, list, rows).forEach((_, i, all) => (all[i] = i));
    // prettier-ignore
    return kernels.moveListed(
      laid.points, list, found, steps, labels, sums, low, counts, 0, rows, columns, parts,
    );
  };
  new Int32Array(kernels.memory.buffer, labels, rows).fill(-1);
  const first = Int32Array.from({ length: rows }, (_, i) => i % points);
  const second = first.map((label, i) => (i % 2 ? (label + 1) % points : label));
  const moved = [move(first), move(second)];
  const movers = i32(laid, list, moved[1]!);
  kernels.readSums(sums, low, counts, steps, numbers, points, columns, parts);
  const read = f64(laid, numbers, points * columns);
  return [...moved, ...movers, ...read, ...i32(laid, counts, points), ...i32(laid, labels, rows)];
}

/** Every kernel by name: runs it on a laid-out case and returns all that it wrote or returned. */
const runs: Record<string, (laid: Laid, given: Case) => readonly number[]> = {
  assignListed: (laid, given) => labelsOf('assignListed', laid, given),
  assignFew: (laid, given) => labelsOf('assignFew', laid, given),
  moveListed: (laid, given) => moveRows(laid, given, 1),
  columnMoments(laid, { rows, columns }) {
    const { kernels, numbers, sums, low, steps } = laid;
    const tiny = steps + columns * 8;
    kernels.columnMoments(laid.points, numbers, sums, low, tiny, 0, rows, columns);
    return [numbers, sums, low, tiny].flatMap((at) => f64(laid, at, columns));
  },
  listBelow(laid, { rows }) {
    const { kernels, slacks, list } = laid;
    const view = new Float32Array(kernels.memory.buffer, slacks, Math.ceil(rows / 16) * 16);
    view.fill(Infinity);
    new Float32Array(kernels.memory.buffer, laid.numbers, Math.ceil(rows / 16)).fill(0);
    const random = createRandom(rows);
    for (let i = 0; i < rows; i++) view[i] = random.below(4) ? 2 + random.next() : random.next();
    // 1 settles most rows, 2.5 fewer; those listed first have not been looked at since.
    const counts = [1, 2.5, 4].flatMap((drift) => {
      const count = kernels.listBelow(slacks, laid.numbers, list, 0, rows, drift);
      return [count, ...i32(laid, list, count)];
    });
    return counts;
  },
};

/** How much farther the second nearest point is than the nearest. */
function gapOf({ values, others, columns, points }: Case, row: number): number {
  const distances = Array.from({ length: points }, (_, p) => {
    const differences = Array.from(
      { length: columns },
      (_unused, j) => values[row * columns + j]! - others[p * columns + j]!,
    );
    return Math.hypot(...differences);
  }).sort((a, b) => a - b);
  return distances[1]! - distances[0]!;
}

describe.each(Object.entries(builds))('kernels of K-means, %s build', (_build, path) => {
  const wasm = createWasmKernels(readFileSync(path));
  const reference = createReferenceKernels();

  it.each(Object.keys(runs))('%s equals the reference to the last bit', (name) => {
    const random = createRandom(11, name);
    for (const shape of shapes) {
      const given = createCase(shape, random);
      const run = runs[name]!;
      expect(run(layOut(wasm, given), given)).toEqual(run(layOut(reference, given), given));
    }
  });

  it('moveListed has the same sums in two parts, for values of all sizes', () => {
    const random = createRandom(14);
    for (const shape of shapes) {
      const given = createCase(shape, random);
      given.values.forEach((value, i) => (given.values[i] = value * 2 ** -random.below(60)));
      const sums = moveRows(layOut(wasm, given, 2), given, 2);
      expect(sums).toEqual(moveRows(layOut(reference, given, 2), given, 2));
    }
  });

  it.each(['assignListed', 'assignFew'] as const)('%s gives a tie to the lower index', (name) => {
    const given: Case = {
      rows: 1,
      columns: 1,
      points: 6,
      values: Float32Array.of(0),
      others: Float64Array.of(3, -1, 1, 5, 1, -1),
      labels: Int32Array.of(0),
    };
    const laid = layOut(wasm, given);
    assignRows(name, { laid, given }, [0, 1]);
    expect(i32(laid, laid.found, 1)).toEqual([1]);
  });

  it.each(
    (['assignListed', 'assignFew'] as const).flatMap((name) =>
      shapes.filter(({ points }) => points > 1).map((shape) => [name, shape] as const),
    ),
  )('%s bounds how much farther the second nearest is, closely: %o', (name, shape) => {
    const given = createCase(shape, createRandom(13));
    const laid = layOut(wasm, given);
    assignRows(name, { laid, given }, [0, given.rows]);
    const slacks = new Float32Array(wasm.memory.buffer, laid.slacks, given.rows);
    slacks.forEach((slack, row) => {
      const gap = gapOf(given, row);
      expect(slack).toBeGreaterThanOrEqual(0);
      expect(slack).toBeLessThanOrEqual(gap);
      expect(slack).toBeGreaterThan(gap * 0.99 - 1e-3);
    });
  });
});
