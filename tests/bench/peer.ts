import type { Matrix } from '../../src/core/matrix';
import type { BenchCase } from './cases';

/** What everybody works on. */
export interface Given {
  readonly matrix: Matrix;
  readonly starts: Float64Array;
  /** The nearest start of each row. */
  readonly labels: Int32Array;
}

/** One timed run, with what shows that the same work was done. */
export interface Timing {
  readonly ms: number;
  /** Processor time of all threads: what other programs on the machine disturb less. */
  readonly cpuMs: number;
  readonly inertia?: number;
  readonly iterations?: number;
}

/** Somebody who can do the work of the bench. */
export interface Peer {
  readonly name: string;
  readonly load: (given: Given) => Promise<void>;
  readonly run: (work: BenchCase) => Promise<Timing>;
  readonly close: () => void;
}
