import type { CellDefinition, InputKinds, InputValues } from './cell-type';
import type { ExportFile, ExportWish } from './export';
import type { Job } from './job';
import type { Matrix } from './matrix';
import type { Source } from './notebook';
import type { Packer } from './packer';
import type { ParamSpecs, ParamsOf } from './params';
import type { Query } from './query';
import type { ReadOptions, ReadReport } from './read-report';
import type { Shards } from './shards';
import type { TableValue, Value, ValueKind, ValueOf } from './values';

/** What a computation may use of the world outside its parameters and inputs. */
export interface Tools {
  /** The notebook's seed mixed with nothing; cells derive their own streams from it. */
  readonly seed: number;
  /** Puts a matrix into row shards; the caller must `release()` them in a `finally`. */
  readonly createShards: (matrix: Matrix) => Promise<Shards>;
  /** Compiled code that writes features side by side; absent: a plain loop gives the same. */
  readonly packer?: Packer;
  /** The source that the cell names; set for cells with `readsSource` when the notebook has it. */
  readonly source?: Source;
  /** Further sources that the cell names, to be read as one with the first. */
  readonly more?: readonly Source[];
  /**
   * A random key of 32 bytes that this place keeps under this name, made when it is first asked for.
   * It never enters documents, results or files. Absent: this place keeps no keys.
   */
  readonly secret?: (name: string) => Promise<Uint8Array>;
  /** Reads the source with this hash in a reader that may be killed. */
  readonly readSource: (
    source: { readonly name: string; readonly sha256: string },
    options: ReadOptions,
  ) => Job<{ readonly value: TableValue; readonly report: ReadReport }, never>;
  /** Asks a database about tables; absent where there is none. */
  readonly query?: Query;
}

export interface CellResult<G extends ValueKind | null = ValueKind | null, D = unknown> {
  readonly value: G extends ValueKind ? ValueOf<G> : null;
  /** All that the view will ever see: structured-cloneable, no rows of data unless drawn. */
  readonly display: D;
}

/** All that an export may know: what `run` had, what the cell gives, and what was asked for. */
export interface ExportGround<
  P = unknown,
  I = Readonly<Record<string, Value | undefined>>,
  V = Value | null,
> {
  readonly params: P;
  readonly inputs: I;
  /** What the cell gives; null for a cell that only shows. */
  readonly value: V;
  readonly wish: ExportWish;
  readonly tools: Tools;
}

/**
 * Makes a file away from the page, in steps that pause; rows never become objects there or here.
 * Throws `Problem`s.
 */
export type CellExport<G = ExportGround> = (ground: G) => Job<ExportFile, never>;

/** What a cell type does. Loaded by the worker (and Node) only. */
export interface CellCompute {
  readonly definition: CellDefinition;
  readonly run: (
    params: unknown,
    inputs: Readonly<Record<string, Value | undefined>>,
    tools: Tools,
  ) => Job<CellResult, CellResult>;
  /** The files that can be made of the cell, by the name of their format. */
  readonly exports?: Readonly<Record<string, CellExport>>;
}

/** Types a computation by its definition; catalogues then hold it untyped. */
export function defineCompute<
  P extends ParamSpecs,
  I extends InputKinds,
  G extends ValueKind | null,
  D,
>(
  definition: CellDefinition<P, I, G>,
  run: (
    params: ParamsOf<P>,
    inputs: InputValues<I>,
    tools: Tools,
  ) => Job<CellResult<G, D>, CellResult<G, D>>,
  exports: Readonly<
    Record<string, CellExport<ExportGround<ParamsOf<P>, InputValues<I>, CellResult<G>['value']>>>
  > = {},
): CellCompute & { readonly displayType?: D } {
  // The engine parses params with definition.params and checks input kinds before it calls any.
  return {
    definition: definition as unknown as CellDefinition,
    run: run as unknown as CellCompute['run'],
    exports: exports as unknown as NonNullable<CellCompute['exports']>,
  };
}
