import { describe, expect, it } from 'vitest';
import type { CellResult } from '../../core/cell-compute';
import { finish } from '../../core/job';
import type { Matrix } from '../../core/matrix';
import { initialParams, type ParamsOf } from '../../core/params';
import { createRandom } from '../../core/random';
import { blobs, matrixOf } from '../../../tests/support/blobs';
import { pointsOf, toolsOf } from '../../../tests/support/tools';
import compute from './compute';
import { definition } from './definition';
import type { ChooseKDisplay } from './display';

type Params = ParamsOf<typeof definition.params>;

/** Little of everything, so that a test takes a moment. */
const QUICK = { bootstraps: 4, references: 8, restarts: 2, to: 6 };

function start(matrix: Matrix, changes: Partial<Params> = {}, seed = 1) {
  const params = { ...initialParams(definition.params), ...QUICK, ...changes };
  return compute.run(params, { points: pointsOf(matrix) }, toolsOf(seed));
}

async function chooseK(matrix: Matrix, changes?: Partial<Params>): Promise<ChooseKDisplay> {
  const { display } = await finish(start(matrix, changes));
  // What this computation shows, by its definition.
  return display as ChooseKDisplay;
}

function even(rows: number, columns: number): Matrix {
  const random = createRandom(4, 'even');
  const values = Float32Array.from({ length: rows * columns }, () => random.next());
  return { rows, columns, values };
}

describe('the choose-k cell', () => {
  it('recommends the number of clouds that there are', async () => {
    const { matrix } = blobs({ clusters: 4, rows: 400, spread: 0.5, seed: 3 });
    const display = await chooseK(matrix);
    expect(display.verdict).toMatchObject({ kind: 'recommended', clusters: 4 });
    expect(display.candidates.map(({ clusters }) => clusters)).toEqual([2, 3, 4, 5, 6]);
    expect(display).toMatchObject({ rows: 400, sampled: 400, references: 8, bootstraps: 4 });
    expect(display.candidates[2]!.stability).toBeGreaterThan(0.99);
  });

  it('says that evenly spread rows have no clear structure', async () => {
    const { verdict, excess } = await chooseK(even(300, 3), { references: 20 });
    expect(verdict.kind).toBe('no-structure');
    expect(excess).toBeLessThan(4);
  });

  it('draws rows when there are more than asked for, with intervals that hold the exact values', async () => {
    const { matrix } = blobs({ clusters: 3, rows: 6000, spread: 3, seed: 5 });
    const range = { from: 3, to: 3 };
    const drawn = await chooseK(matrix, { ...range, sampleRows: 1000 });
    const all = await chooseK(matrix, { ...range, sampleRows: 6000 });
    expect(drawn.sampled).toBe(1000);
    const [one, whole] = [drawn.candidates[0]!, all.candidates[0]!];
    expect(one.silhouetteError).toBeGreaterThan(0);
    expect(whole.silhouetteError).toBe(0);
    expect(Math.abs(one.silhouette! - whole.silhouette!)).toBeLessThan(4 * one.silhouetteError);
    expect(Math.abs(one.inertia / whole.inertia - 1)).toBeLessThan(0.1);
  });

  it('takes a range from either end', async () => {
    const { matrix } = blobs({ clusters: 3, rows: 120, seed: 2 });
    expect(await chooseK(matrix, { from: 5, to: 3 })).toEqual(
      await chooseK(matrix, { from: 3, to: 5 }),
    );
  });

  it.each([
    ['one row', matrixOf([[1, 2]]), 'one-value'],
    ['equal rows', matrixOf(Array.from({ length: 50 }, () => [0.1, 7])), 'one-value'],
    ['two rows', matrixOf([[1], [2]]), 'too-few-rows'],
  ] as const)('has an answer for %s', async (_name, matrix, kind) => {
    const display = await chooseK(matrix);
    expect(display.verdict).toEqual({ kind });
    expect(display.candidates).toEqual([]);
  });

  it('stops at as many segments as there are different rows', async () => {
    const matrix = matrixOf(Array.from({ length: 60 }, (_, i) => [i % 4, (i % 4) ** 2]));
    const display = await chooseK(matrix, { to: 9 });
    expect(display.candidates.map(({ clusters }) => clusters)).toEqual([2, 3, 4]);
    const last = display.candidates.at(-1)!;
    expect(last).toMatchObject({ inertia: 0, silhouette: 1, gap: null, stability: 1 });
    expect(display.verdict).toMatchObject({ kind: 'recommended', clusters: 4 });
    expect(await chooseK(matrix, { from: 7, to: 9 })).toMatchObject({
      verdict: { kind: 'too-few-rows' },
    });
  });

  it('never shows a number that is not finite', async () => {
    for (const matrix of [matrixOf([[1], [2], [2]]), matrixOf([[1], [2], [9], [9]]), even(9, 2)]) {
      const { candidates } = await chooseK(matrix);
      const numbers = candidates.flatMap((one) => Object.values(one)).filter((x) => x !== null);
      for (const value of numbers) expect(Number.isFinite(value)).toBe(true);
    }
  });

  it('shows what is known so far, moves forwards, and stops with it', async () => {
    const { matrix } = blobs({ clusters: 3, rows: 200, seed: 6 });
    const job = start(matrix);
    const seen = new Set<string>();
    const phases = new Set<string | undefined>();
    let done = -1;
    for (let step = await job.next(); !step.done; step = await job.next()) {
      const { snapshot, phase, total } = step.value;
      expect(step.value.done / total).toBeGreaterThanOrEqual(done);
      done = step.value.done / total;
      phases.add(phase);
      const shown = snapshot as ChooseKDisplay | undefined;
      if (shown) seen.add([shown.candidates.length, shown.bootstraps, shown.references].join(' '));
    }
    expect([...seen].slice(0, 6)).toEqual(['1 0 0', '2 0 0', '3 0 0', '4 0 0', '5 0 0', '5 1 0']);
    expect([...phases]).toEqual(expect.arrayContaining(['candidate', 'bootstraps', 'references']));
    const stopped = start(matrix);
    let partial: CellResult | undefined;
    for (let step = await stopped.next(); !step.done && !partial; step = await stopped.next()) {
      if (step.value.facts?.clusters === 5) partial = await step.value.partial?.();
    }
    await stopped.return(undefined as unknown as CellResult);
    expect(partial?.display).toMatchObject({ verdict: { kind: 'unfinished' } });
    expect((partial?.display as ChooseKDisplay).candidates).toHaveLength(3);
  });
});
