import type { CellDefinition, InputKinds } from './cell-type';
import type { ParamSpecs, ParamsOf } from './params';
import type { ValueKind } from './values';
import type { Language, Words } from './words';

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
  /** Columns of its table that the cell took by itself, where its parameters may name none. */
  readonly uses?: (display: D) => readonly string[];
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
