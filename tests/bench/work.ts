import type { Matrix } from '../../src/core/matrix';
import type { Job } from '../../src/core/job';
import type { Shards, ShardWork } from '../../src/core/shards';
import type { KernelModule } from '../../src/kernels/wasm';

/** One piece of work of a kind, at one size; goes to every participant as JSON. */
export interface BenchCase {
  /** Unique in the whole bench; what `--only` looks for. */
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly clusters: number;
  readonly shape: 'blobs' | 'skew';
  /** How many times as fast as scikit-learn we mean to be. */
  readonly bar: number;
  /** Bars against others, by the name of the participant. */
  readonly bars?: Readonly<Record<string, number>>;
  /** Whatever else this kind of work has to be told. */
  readonly settings?: Readonly<Record<string, number>>;
}

/** Named arrays that every participant works on; `points` is row-major with the case's columns. */
export type Given = Readonly<Record<string, Float32Array | Float64Array | Int32Array>>;

/** What shows that the same work was done: inertia, iterations … */
export type Proof = Readonly<Record<string, number>>;

/** Where our part runs: Node or Chromium, with workers as the product starts them. */
export interface Place {
  /** Time spent in here counts as loading; what it creates is released after the run. */
  readonly createShards: (matrix: Matrix) => Promise<Shards>;
  /** The kernels, for work that needs a memory of its own. */
  readonly module: KernelModule;
  /** Runs a job, or work on shards, to its end; the proofs drive and stop it here. */
  readonly finish: <T>(job: Job<T> | ShardWork<T>) => Promise<T>;
  /** Arrays that have to be the same on any number of workers; the bench itself takes no notice. */
  readonly keep: (...arrays: readonly (Float64Array | Int32Array)[]) => void;
}

/**
 * One kind of work: a file `works/<name>.ts`, and beside it `works/<name>.py` with a function
 * `run(given, asked)` that does the same with scikit-learn and returns the same proof.
 */
export interface Work {
  readonly name: string;
  readonly cases: readonly BenchCase[];
  /** Makes the arrays of a case, once, in Node; not timed. */
  readonly prepare: (asked: BenchCase, place: Place) => Given | Promise<Given>;
  /** Our part, timed; written once and run in every place. */
  readonly ours: (given: Given, asked: BenchCase, place: Place) => Promise<Proof>;
}
