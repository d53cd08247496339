/** One piece of work that the bench gives to us and to the peers. */
export interface BenchCase {
  readonly name: string;
  readonly work: 'fit' | 'seed' | 'silhouette';
  readonly shape: 'blobs' | 'skew';
  readonly rows: number;
  readonly columns: number;
  readonly clusters: number;
  /** Most iterations of a fit; 300 is to convergence in practice. */
  readonly iterations: number;
  /** How many times as fast as scikit-learn we mean to be. */
  readonly bar: number;
}

function benchCase(
  name: string,
  [rows, columns, clusters]: readonly [number, number, number],
  rest: Pick<BenchCase, 'work' | 'shape' | 'bar'> & { readonly iterations?: number },
): BenchCase {
  return { name, rows, columns, clusters, iterations: 300, ...rest };
}

const M = 1_000_000;
const K = 1000;

/** The work of the speed goals. */
export const CASES: readonly BenchCase[] = [
  benchCase('fit-1m-8-blobs', [M, 8, 8], { work: 'fit', shape: 'blobs', bar: 10 }),
  benchCase('fit-1m-8-skew', [M, 8, 8], { work: 'fit', shape: 'skew', bar: 10 }),
  benchCase('fit-1m-16-blobs', [M, 16, 20], { work: 'fit', shape: 'blobs', bar: 10 }),
  benchCase('fit-1m-16-skew', [M, 16, 20], { work: 'fit', shape: 'skew', bar: 6 }),
  benchCase('fit-200k-32-skew', [200 * K, 32, 50], { work: 'fit', shape: 'skew', bar: 5 }),
  benchCase('fit-100k-64-skew', [100 * K, 64, 100], { work: 'fit', shape: 'skew', bar: 5 }),
  benchCase('20-steps-1m-8', [M, 8, 8], { work: 'fit', shape: 'skew', bar: 5, iterations: 20 }),
  benchCase('20-steps-100k-64', [100 * K, 64, 100], {
    work: 'fit',
    shape: 'skew',
    bar: 2,
    iterations: 20,
  }),
  benchCase('seed-1m-8', [M, 8, 8], { work: 'seed', shape: 'blobs', bar: 6 }),
  benchCase('silhouette-20k-8', [20 * K, 8, 8], { work: 'silhouette', shape: 'blobs', bar: 30 }),
];
