import type { Job } from './job';
import type { ParamSpecs, ParamsOf } from './params';
import type { ParamText } from './cell-type';
import type { Shards } from './shards';
import type { Words } from './words';

/** The families of algorithms; each has one result type. A new family is a design change. */
export type Family = 'clustering';

/** What an algorithm is. Loaded by page and worker. */
export interface AlgorithmDefinition<P extends ParamSpecs = ParamSpecs> {
  /** The folder's name. */
  readonly name: string;
  readonly family: Family;
  readonly params: P;
}

export function defineAlgorithm<const P extends ParamSpecs>(
  definition: AlgorithmDefinition<P>,
): AlgorithmDefinition<P> {
  return definition;
}

/** Title, summary and captions of an algorithm, in both languages. */
export interface AlgorithmText<P extends ParamSpecs = ParamSpecs> {
  readonly title: Words;
  readonly summary: Words;
  readonly params: { readonly [K in keyof P]: ParamText };
}

export function defineAlgorithmText<P extends ParamSpecs>(
  _definition: AlgorithmDefinition<P>,
  text: AlgorithmText<P>,
): AlgorithmText<P> {
  return text;
}

/** What one restart came to. */
export interface Restart {
  readonly inertia: number;
  readonly iterations: number;
  readonly isConverged: boolean;
}

/** Result of the clustering family. */
export interface ClusteringFit {
  /** One a row: `0 … clusters − 1` without gaps, `NOISE` for outliers only. */
  readonly labels: Int32Array;
  readonly clusters: number;
  /** Row-major clusters × columns; every row is labelled by the nearest of them. */
  readonly centroids: Float64Array;
  readonly inertia: number;
  /** Inertia of one cluster over all rows. */
  readonly totalInertia: number;
  readonly iterations: number;
  readonly isConverged: boolean;
  /** Every finished restart in order; the one under way too when the fit was stopped in it. */
  readonly restarts: readonly Restart[];
  /** Index of the restart that is returned. */
  readonly best: number;
  /** Inertia after each iteration of that restart. */
  readonly trace: readonly number[];
}

/** What a fit may use beside points and parameters. */
export interface FitTools {
  readonly seed: number;
}

/** What an algorithm of the clustering family does. Loaded by the worker (and Node) only. */
export interface ClusteringAlgorithm {
  readonly definition: AlgorithmDefinition;
  readonly fit: (
    points: Shards,
    params: unknown,
    tools: FitTools,
  ) => Job<ClusteringFit, ClusteringFit>;
}

/** Types a fit by its definition; catalogues then hold it untyped. */
export function defineClustering<P extends ParamSpecs>(
  definition: AlgorithmDefinition<P>,
  fit: (points: Shards, params: ParamsOf<P>, tools: FitTools) => Job<ClusteringFit, ClusteringFit>,
): ClusteringAlgorithm {
  // Whoever calls a fit has parsed the parameters with definition.params.
  return { definition, fit: fit as ClusteringAlgorithm['fit'] };
}
