import type { Cancelled } from '../proofs/prove';
import type { BenchCase, Proof } from '../work';

/** Arrays of a case as files: raw numbers of the machine, read by everybody. */
export interface StoredArray {
  readonly name: string;
  readonly type: 'Float32Array' | 'Float64Array' | 'Int32Array';
  readonly path: string;
}

/** A case and its arrays, as JSON for whoever takes part. */
export interface Told {
  readonly work: string;
  readonly asked: BenchCase;
  readonly arrays: readonly StoredArray[];
}

/** One timed run. */
export interface Timing {
  /** The work itself, with the rows in place. */
  readonly ms: number;
  /** Bringing the rows into place, before that; 0 where they lie in place already. */
  readonly loadMs: number;
  /** Processor time of all threads, loading included; what other programs disturb less. */
  readonly cpuMs: number;
  readonly proof: Proof;
}

/** What Wasm SIMD can do in one thread there, at best. */
export interface Limits {
  /** Billions of floating operations a second. */
  readonly gigaflops: number;
  /** Billions of bytes read from memory a second. */
  readonly gigabytes: number;
  readonly dense: readonly DenseSpeed[];
}

/** How fast the dense kernel is in one thread, in billions of floating operations a second. */
export interface DenseSpeed {
  readonly columns: number;
  readonly clusters: number;
  readonly gigaflops: number;
}

/** Somebody who can do the work of the bench, fresh for each case. */
export interface Participant {
  readonly name: string;
  /** Does fewer iterations than asked, so that only times an iteration compare. */
  readonly isCutShort?: boolean;
  /** False: cannot do this. */
  readonly load: (told: Told) => Promise<boolean>;
  readonly run: () => Promise<Timing>;
  /** Most memory held since before the rows came, in bytes; undefined: cannot be told here. */
  readonly peakBytes: () => Promise<number | undefined>;
  readonly limits?: () => Promise<Limits>;
  /** The longest task of the page's main thread since it loaded, in ms. */
  readonly longestTaskMs?: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/** Ours, which also have something to prove about the case that was loaded. */
export interface Prover extends Participant {
  /** The SHA-256 of what each of so many runs keeps, on so many workers. */
  readonly hashes: (workers: number, runs: number) => Promise<readonly string[]>;
  readonly cancel: (afterMs: number) => Promise<Cancelled>;
}

/** A participant, or why there is none. */
export type Started = Participant | { readonly missing: string };
