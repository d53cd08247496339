import { createWasmKernels } from '../../../src/kernels/wasm';
import { standardizeColumns } from '../../../src/kernels/pack';
import { pointsOf } from '../points';
import type { Work } from '../work';

/** Columns of numbers in f64, as a table holds them, to standardised features in rows, in f32. */
export const work: Work = {
  name: 'pack',
  cases: [{ name: 'pack-1m-8', rows: 1_000_000, columns: 8, clusters: 8, shape: 'skew', bar: 10 }],
  prepare(asked) {
    const { rows, columns, values } = pointsOf(asked);
    const byColumn = Float64Array.from({ length: rows * columns }, (_, at) => {
      const column = Math.floor(at / rows);
      return 3 + 7 * values[(at % rows) * columns + column]!;
    });
    return { columns: byColumn };
  },
  ours(given, asked, { module, keep }) {
    const all = given.columns as Float64Array;
    const { rows } = asked;
    const columns = Array.from({ length: asked.columns }, (_, j) =>
      all.subarray(j * rows, (j + 1) * rows),
    );
    const work = standardizeColumns(columns, createWasmKernels(module));
    for (;;) {
      const step = work.next();
      if (!step.done) continue;
      const { values, scalings } = step.value;
      keep(Float64Array.from(scalings, ({ divisor }) => divisor));
      return Promise.resolve({ first: values[0]!, last: values.at(-1)! });
    }
  },
};
