import type { Moves } from './flows';
import type { JsonObject } from './json';
import type { Words } from './words';

/** Another cell as a view may know it: one fed by the same cells, or one that feeds it. */
export interface Sibling {
  readonly id: string;
  readonly kind: string;
  readonly name: Words;
  /** Its parsed parameters that count at present. */
  readonly params: Readonly<Record<string, unknown>>;
}

/** Without an id a new cell of that kind is added below, fed as this one. */
export interface SiblingTarget {
  readonly kind: string;
  readonly id?: string;
  /** The cells below that were fed as this one are fed by the new one: it cleans for all of them. */
  readonly standsBetween?: boolean;
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
  /** The notebook is read, not written: what would write the document is left out. */
  readonly isReading?: boolean;
  /** Changes parameters of this cell, undoable. */
  readonly onParams: (patch: JsonObject) => void;
  /** Cells fed by the same cells, nearest below first, then those above. */
  readonly siblings?: readonly Sibling[];
  /** Changes parameters of a sibling and runs it, or adds a new one. Undoable. */
  readonly onSibling?: (target: SiblingTarget, patch: JsonObject) => void;
  /** Cells that feed this one, the nearest first. */
  readonly upstream?: readonly Sibling[];
  /**
   * Whether a cell below uses this column of the result; absent where nothing stands below, or what
   * does has not chosen yet.
   */
  readonly usedBelow?: (column: string) => boolean;
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
