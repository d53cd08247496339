import type { Job } from './job';
import type { Matrix } from './matrix';
import type { ParamSpecs, ParamsOf } from './params';
import type { ParamText } from './cell-text';
import type { SentencePart } from './cell-face';
import type { Shards } from './shards';
import type { Words } from './words';

/** The families of algorithms; each has one result type. A new family is a design change. */
export type Family = 'clustering';

/** What an algorithm is. Loaded by page and worker. */
export interface AlgorithmDefinition<P extends ParamSpecs = ParamSpecs> {
  /** The folder's name. */
  readonly name: string;
  readonly family: Family;
  /** What shares its name with a parameter of another algorithm of the family means the same there. */
  readonly params: P;
  /** The parameters shown first in the form, after the choice of the algorithm (two at most). */
  readonly firstParams?: readonly (keyof P & string)[];
  /** Expected milliseconds on a laptop for points of this size; absent: fast. */
  readonly estimateMs?: (
    params: ParamsOf<P>,
    size: { readonly rows: number; readonly columns: number },
  ) => number;
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
  /** The parameters as prose: "With K-means into four segments, best of 10 restarts." */
  readonly sentence: (params: ParamsOf<P>) => readonly SentencePart[];
  /** How the result was made, for the small line under it: "starts: random rows". */
  readonly made?: (params: ParamsOf<P>, used?: UsedParams) => readonly Words[];
  /** What the algorithm minimises, if that is not the inertia. */
  readonly objective?: Objective;
  /** What the steps of `trace` are, if they are not iterations. */
  readonly steps?: Steps;
}

/** The steps of an algorithm, in words. */
export interface Steps {
  /** What the line of the trace shows: "by split". */
  readonly caption: Words;
  /** One of them, as an axis says it. */
  readonly one: Words;
  /** "12 splits" */
  readonly count: (steps: number) => Words;
}

/** Numbers that a fit found for parameters that were left to it. */
export type UsedParams = Readonly<Record<string, number>>;

/** A sum over all rows that an algorithm makes small, in words. */
export interface Objective {
  readonly name: Words;
  /** What 1 − its share of that of a single cluster says: "explains {share} of the variance". */
  readonly explained: (share: Words) => Words;
}

export function defineAlgorithmText<P extends ParamSpecs>(
  _definition: AlgorithmDefinition<P>,
  text: AlgorithmText<P>,
): AlgorithmText<P> {
  return text;
}

/** What one restart came to. */
export interface Restart {
  /** Like that of a fit. */
  readonly inertia: number;
  readonly iterations: number;
  readonly isConverged: boolean;
}

/** Result of the clustering family. */
export interface ClusteringFit {
  /** One a row: `0 … clusters − 1` without gaps, `NOISE` for outliers only. */
  readonly labels: Int32Array;
  readonly clusters: number;
  /** Row-major clusters × columns: the middle of each cluster as its algorithm defines it. */
  readonly centroids: Float64Array;
  /** What the algorithm minimises: the inertia, unless its text names another `objective`. */
  readonly inertia: number;
  /** The same of one cluster over all rows. */
  readonly totalInertia: number;
  readonly iterations: number;
  readonly isConverged: boolean;
  /** Every finished restart in order; the one under way too when the fit was stopped in it. */
  readonly restarts: readonly Restart[];
  /** Index of the restart that is returned. */
  readonly best: number;
  /** Inertia after each iteration of that restart; empty for an algorithm that does not iterate. */
  readonly trace: readonly number[];
  /** For limits that cost something: the inertia that the same starts come to without them. */
  readonly unlimitedInertia?: number;
  /** What was used for parameters left to the fit, by name. */
  readonly used?: UsedParams;
}

/** What a fit may use beside points and parameters. */
export interface FitTools {
  readonly seed: number;
}

/** The same for an algorithm that cuts shards of its own, of rows that it has changed or chosen. */
export interface ClusteringTools extends FitTools {
  /** Puts a matrix into row shards; the caller must `release()` them in a `finally`. */
  readonly createShards: (matrix: Matrix) => Promise<Shards>;
}

/** What an algorithm of the clustering family does. Loaded by the worker (and Node) only. */
export interface ClusteringAlgorithm {
  readonly definition: AlgorithmDefinition;
  readonly fit: (
    points: Shards,
    params: unknown,
    tools: ClusteringTools,
  ) => Job<ClusteringFit, ClusteringFit>;
}

/** Types a fit by its definition; catalogues then hold it untyped. */
export function defineClustering<P extends ParamSpecs>(
  definition: AlgorithmDefinition<P>,
  fit: (
    points: Shards,
    params: ParamsOf<P>,
    tools: ClusteringTools,
  ) => Job<ClusteringFit, ClusteringFit>,
): ClusteringAlgorithm {
  // Whoever calls a fit has parsed the parameters with definition.params.
  return {
    definition: definition as unknown as AlgorithmDefinition,
    fit: fit as ClusteringAlgorithm['fit'],
  };
}
