import type { ExportFile, ExportWish } from './export';
import type { Moves } from './flows';
import type { Job } from './job';
import type { Matrix } from './matrix';
import type { Source } from './notebook';
import type { Packer } from './packer';
import type { ParamSpecs, ParamsOf } from './params';
import type { JsonObject } from './json';
import type { Shards } from './shards';
import type { TableValue, Value, ValueKind, ValueOf } from './values';
import type { Language, Words } from './words';

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
  readonly settle?: (
    params: JsonObject,
    inputs: Readonly<Record<string, { readonly fingerprint: string; readonly params: JsonObject }>>,
  ) => JsonObject;
  /** Parameters that only change how the result looks; they do not enter the fingerprint. */
  readonly lookParams?: readonly (keyof P & string)[];
  /**
   * For a cell that passes the clustering of its input `clustering` on with segments of its own
   * behind those it was fed: their names, by its parameters. While it has none, no new cell is fed
   * by it unasked. Its display says where each segment comes from (`origins`): an index among those
   * it was fed, or −1 − i for its own number i.
   */
  readonly addsSegments?: (params: Readonly<Record<string, unknown>>) => readonly string[];
  /** True when the notebook's seed changes the result. */
  readonly usesSeed?: boolean;
  /** True for `load`: params.source names a source whose hash is part of the fingerprint. */
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

/** How a dropped file is to be read; `auto` lets the reader decide. */
export interface ReadOptions {
  readonly encoding: string;
  readonly delimiter: string;
}

/** What reading found out beside the rows; the `load` cell shows it. */
export interface ReadReport {
  readonly encoding: string;
  readonly delimiter: string;
  /** Data rows in the file, read or not. */
  readonly rowsInFile: number;
  readonly rowsRead: number;
  readonly sizeBytes: number;
  /** The first damaged lines (at most 100) and how many there are in all. */
  readonly damaged: readonly DamagedLine[];
  readonly damagedCount: number;
  /** Decisions of the reader that people should know of. */
  readonly notes?: readonly ReadNote[];
}

/**
 * `not-utf-8` {encoding}: the file began like UTF-8 and was read again in another encoding;
 * `no-header`; `lines-above` {lines}: skipped above the header; `blank-lines` {lines};
 * `empty-columns` {columns}: without name and values, left out; `date-order-unknown` {column}.
 */
export interface ReadNote {
  readonly code: string;
  readonly facts: Readonly<Record<string, number | string>>;
}

export interface DamagedLine {
  /** 1-based data row as the user counts them; the header is not counted. */
  readonly row: number;
  /** 1-based column, when one column is to blame. */
  readonly column?: number;
  /** A code with words in `locale/`: `too-few-values`, `too-many-values`, `unclosed-quote`, `invalid-bytes`, … */
  readonly reason: string;
  /** The beginning of the line, at most 200 characters. */
  readonly text: string;
}

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
  /** Reads the source with this hash in a reader that may be killed. */
  readonly readSource: (
    source: { readonly name: string; readonly sha256: string },
    options: ReadOptions,
  ) => Job<{ readonly value: TableValue; readonly report: ReadReport }, never>;
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

/** Title, summary and captions of a cell type, in both languages. */
export interface CellText<P extends ParamSpecs = ParamSpecs> {
  readonly title: Words;
  /** One sentence: what question the cell answers. */
  readonly summary: Words;
  /** What the cell needs while nothing is set up. */
  readonly need: Words;
  readonly params: { readonly [K in keyof P]: ParamText };
  /** Captions that depend on the other parameters; where it has none, `params` has. */
  readonly paramsBeside?: (
    params: Readonly<Record<string, unknown>>,
  ) => Readonly<Record<string, ParamText>>;
  readonly inputs?: Readonly<Record<string, Words>>;
}

export interface ParamText {
  readonly label: Words;
  readonly hint?: Words;
  readonly options?: Readonly<Record<string, Words>>;
}

export function defineText<P extends ParamSpecs, I extends InputKinds, G extends ValueKind | null>(
  _definition: CellDefinition<P, I, G>,
  text: CellText<P>,
): CellText<P> {
  return text;
}

/** A stretch of the margin sentence; with `param` it is underlined and opens that control. */
export interface SentencePart {
  readonly words: Words;
  readonly param?: string;
}

/**
 * What a cell says in sentences, composed from the data by rules. Every sentence is true for
 * every display that the computation can return; where no rule applies, a neutral title with
 * one verified number.
 */
export interface CellFace<P extends ParamSpecs = ParamSpecs, D = unknown> {
  /** The headline. `names` are the segments' names, by cluster index. */
  readonly finding: (display: D, params: ParamsOf<P>, names: readonly Words[]) => Words;
  /** Rows, sample, formula: the small line under the output. */
  readonly sourceLine: (display: D, params: ParamsOf<P>) => Words;
  /** Rules for who is in which segment, when the display holds some: they go into passports. */
  readonly rules?: (display: D, language: Language) => readonly SegmentRule[];
  /**
   * The display without what tells of fewer than `least` rows and without the `hidden` segments, for
   * reports that are passed on; null when nothing remains. Absent: the display tells of no single
   * rows, and when segments are hidden the cell is left out.
   */
  readonly withhold?: (
    display: D,
    rule: { readonly least: number; readonly hidden: ReadonlySet<number> },
  ) => D | null;
  /** The parameters as prose beside the cell. */
  readonly margin: (params: ParamsOf<P>) => readonly SentencePart[];
}

/** A rule in words, and how it did on rows that it was not learnt from. */
export interface SegmentRule {
  /** Cluster index. */
  readonly segment: number;
  readonly text: string;
  /** Held-out rows that fit it, and those of them that are in the segment. */
  readonly rows: number;
  readonly right: number;
}

export function defineFace<
  P extends ParamSpecs,
  I extends InputKinds,
  G extends ValueKind | null,
  D,
>(_definition: CellDefinition<P, I, G>, face: CellFace<P, D>): CellFace<P, D> {
  return face;
}

/** Another cell as a view may know it: one fed by the same cells, or one that feeds it. */
export interface Sibling {
  readonly id: string;
  readonly kind: string;
  readonly name: Words;
  /** Its parsed parameters that count at present. */
  readonly params: Readonly<Record<string, unknown>>;
}

/** How saving a file ended, as a view shows it. */
export type SaveEnd =
  | { readonly status: 'saved'; readonly fileName: string; readonly sizeBytes: number }
  | { readonly status: 'failed'; readonly words: Words }
  | { readonly status: 'cancelled' };

/** What a view hears of a file that is being made. */
export interface SaveWatch {
  readonly signal?: AbortSignal;
  /** Share of the work done, 0 … 1; null while what comes before is computed. */
  readonly onProgress?: (share: number | null) => void;
}

/** What became of the groups of a clustering since the result before. */
export type Since =
  /** The two have no rows in common that could be compared: numbers follow the order of the clusters. */
  | { readonly kind: 'unchecked' }
  | {
      readonly kind: 'compared';
      readonly moves: Moves;
      /** What was changed in between; null: nothing that could be named. */
      readonly change: Words | null;
      readonly nameOf: (number: number) => Words;
    };

/** What every `View.svelte` receives. A view holds view state only and calls back to change parameters. */
export interface ViewProps<D = unknown, P = unknown> {
  readonly display: D;
  readonly params: P;
  readonly language: 'zh' | 'en';
  /** Names of the segments by cluster index; may be shorter than the number of clusters. */
  readonly names: readonly Words[];
  /** Old result under changed parameters, or the last result while a run is under way. */
  readonly isDimmed: boolean;
  /** Changes parameters of this cell, undoable. */
  readonly onParams: (patch: JsonObject) => void;
  /** Cells fed by the same cells, nearest below first, then those above. */
  readonly siblings?: readonly Sibling[];
  /**
   * Changes parameters of a sibling and runs it; without an id a new cell of that kind is added
   * below, fed as this one. Undoable.
   */
  readonly onSibling?: (
    target: { readonly kind: string; readonly id?: string },
    patch: JsonObject,
  ) => void;
  /** Cells that feed this one, the nearest first. */
  readonly upstream?: readonly Sibling[];
  /** Changes parameters of a cell that feeds this one; undoable, and what follows becomes stale. */
  readonly onUpstream?: (cellId: string, patch: JsonObject) => void;
  /**
   * Segments picked out in any view of the same clustering, by index; null: none are, and nothing
   * is dimmed.
   */
  readonly selected?: readonly number[] | null;
  /** Of a clustering: how it compares with the result before; null: with none. */
  readonly since?: Since | null;
  /** Adds a clustering of the rows of this segment alone, below; absent where there is none to add. */
  readonly onLookInside?: (index: number) => void;
  /** Picks segments out in every view of the same clustering; null ends it. */
  readonly onSelect?: (segments: readonly number[] | null) => void;
  /** Goes to a cell of this kind that this one feeds; where there is none it is added below and run. */
  readonly onFollow?: (kind: string) => void;
  /**
   * Makes a file in one of the formats that the cell's computation offers and saves it; never
   * rejects. Absent unless the cell is fresh: a file must hold what is seen. `ui/SaveButton.svelte`
   * shows progress, cancel and failure.
   */
  readonly onExport?: OnExport;
}

export type OnExport = (
  format: string,
  options?: JsonObject,
  watch?: SaveWatch,
) => Promise<SaveEnd>;
