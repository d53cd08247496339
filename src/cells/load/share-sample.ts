import type { Job } from '../../core/job';
import { chooseDistinct, createRandom } from '../../core/random';
import type { ReadOptions } from '../../core/read-report';
import { takeRows } from '../../table/take-rows';
import type { FileRead } from './join-reports';

/**
 * Parts of `wanted` in proportion to the sizes, none larger than its size; what rounding leaves goes
 * to the largest remainders (Hamilton's method), the first among equals.
 */
export function sharesOf(sizes: readonly number[], wanted: number): number[] {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total <= wanted) return [...sizes];
  const exact = sizes.map((size) => (wanted * size) / total);
  const shares = exact.map(Math.floor);
  const left = wanted - shares.reduce((sum, share) => sum + share, 0);
  const order = exact
    .map((share, i) => ({ i, rest: share - Math.floor(share) }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (const { i } of order.slice(0, left)) shares[i]!++;
  return shares;
}

/**
 * Brings samples of several files to one of the wanted size, in which each file has its share by its
 * rows: of a sample of a file, a sample is a sample of the file. Replaces files in the list.
 */
export async function* shareSample(
  files: FileRead[],
  { sampleRows, sampleSeed }: ReadOptions,
): Job<void, never> {
  const shares = sharesOf(
    files.map(({ report }) => report.sampled?.of ?? report.rowsInFile),
    sampleRows,
  );
  for (const [i, { value, report }] of files.entries()) {
    const share = shares[i]!;
    if (share >= value.rows) continue;
    const rows = chooseDistinct(createRandom(sampleSeed, 'share', i), share, value.rows).sort();
    const steps = takeRows(value, Int32Array.from(rows));
    let step = steps.next();
    for (; !step.done; step = steps.next()) yield { done: 0.96, total: 1, phase: 'appending' };
    const of = report.sampled?.of ?? report.rowsInFile;
    const sampled = { rows: share, of, seed: report.sampled?.seed ?? sampleSeed };
    files[i] = { value: step.value, report: { ...report, rowsRead: share, sampled } };
  }
}
