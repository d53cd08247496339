import type { JsonObject } from './json';
import type { ParamSpecs, ParamsOf } from './params';
import type { ValueKind, ValueOf } from './values';

/** The stages of the segmentation cycle, in order; `anywhere` belongs to none. */
export const STAGES = [
  'goal',
  'data',
  'features',
  'model',
  'evaluate',
  'understand',
  'act',
  'measure',
] as const;

export type Stage = (typeof STAGES)[number] | 'anywhere';

export type InputKinds = { readonly [input: string]: ValueKind };

export type InputValues<I extends InputKinds> = { readonly [K in keyof I]: ValueOf<I[K]> };

/** A cell that feeds another, as the fed one may know it before anything is computed. */
export interface Feeder {
  readonly fingerprint: string;
  readonly params: JsonObject;
  readonly cell: { readonly kind: string; readonly title?: string };
  /** What feeds it in turn. */
  readonly inputs: Readonly<Record<string, Feeder>>;
}

/** What a cell type is. Loaded by page and worker: no work, no looks. */
export interface CellDefinition<
  P extends ParamSpecs = ParamSpecs,
  I extends InputKinds = InputKinds,
  G extends ValueKind | null = ValueKind | null,
> {
  readonly kind: string;
  /** Raised whenever the same parameters would mean something else. */
  readonly version: number;
  readonly stage: Stage;
  readonly takes: I;
  /** Inputs that may stay unconnected. */
  readonly optional?: readonly (keyof I & string)[];
  /** The kind of value that flows on; null: the cell only shows. */
  readonly gives: G;
  readonly params: P;
  /**
   * The parameters shown first in the form (three at most), perhaps by what the others are; the rest
   * fold behind "n more".
   */
  readonly firstParams?:
    | readonly (keyof P & string)[]
    | ((params: Readonly<Record<string, unknown>>) => readonly string[]);
  /**
   * The parameters that count beside these values, e.g. those of the chosen algorithm; absent: all.
   * The others leave the form and the fingerprint.
   */
  readonly activeParams?: (params: Readonly<Record<string, unknown>>) => readonly string[];
  /**
   * Completes the parameters by what feeds the cell: what the document says of a feeder in people's
   * terms becomes what the computation needs. Throws `Problem`s.
   */
  readonly settle?: (params: JsonObject, inputs: Readonly<Record<string, Feeder>>) => JsonObject;
  /** Parameters that only change how the result looks; they do not enter the fingerprint. */
  readonly lookParams?: readonly (keyof P & string)[];
  /**
   * For a cell that passes the clustering of its input `clustering` on with segments of its own
   * behind those it was fed: their names, by its parameters. While it has none, no new cell is fed
   * by it unasked. Its display says where each segment comes from (`origins`): an index among those
   * it was fed, or −1 − i for its own number i.
   */
  readonly addsSegments?: (params: Readonly<Record<string, unknown>>) => readonly string[];
  /**
   * True for a cell that, with these parameters, gives other rows the very segments of its input
   * `clustering`: they keep their numbers and names.
   */
  readonly keepsSegments?: (params: Readonly<Record<string, unknown>>) => boolean;
  /** The numbers of segments that the parameters bring along, from 1, by cluster index. */
  readonly numbersIn?: (params: Readonly<Record<string, unknown>>) => readonly number[];
  /** True when the notebook's seed changes the result. */
  readonly usesSeed?: boolean;
  /**
   * True for `load`: params.source names a source, and params.more, where there is one, further
   * ones; their hashes are part of the fingerprint.
   */
  readonly readsSource?: boolean;
  /** Expected milliseconds on a laptop for inputs of this size; absent: fast. */
  readonly estimateMs?: (
    params: ParamsOf<P>,
    size: { readonly rows: number; readonly columns: number },
  ) => number;
  /** Brings parameters written by an older version up one version. */
  readonly migrate?: (params: JsonObject, from: number) => JsonObject;
}

export function defineCell<
  const P extends ParamSpecs,
  const I extends InputKinds,
  const G extends ValueKind | null,
>(definition: CellDefinition<P, I, G>): CellDefinition<P, I, G> {
  return definition;
}
