import type { Feeder } from './cell-type';
import type { JsonObject } from './json';
import type { ProblemReport } from './problem';
import type { ColumnType } from './values';
import type { Words } from './words';

/** What feeds an input, as far as it is known before or after it was computed. */
export interface EditorInput {
  readonly cellId: string;
  readonly name: Words;
  /** Null while that cell itself cannot be computed. */
  readonly feeder: Feeder | null;
  /** The columns of its table, where one is known; `note` says the type in words. */
  readonly columns: readonly {
    readonly name: string;
    readonly note?: string;
    readonly type?: ColumnType;
    readonly unit?: string;
  }[];
}

/** A cell that could feed an input. */
export interface EditorCandidate {
  readonly id: string;
  readonly name: Words;
  readonly feeder: Feeder | null;
}

/**
 * What an `Editor.svelte` receives: the part of a cell that is written rather than chosen. It
 * stands above the result and is there in every state, so that what failed can be mended.
 */
export interface EditorProps<P = unknown> {
  /** As they stand in the document now, whatever the result below was made with. */
  readonly params: P;
  readonly language: 'zh' | 'en';
  /** Why the cell failed with these very parameters; null: it did not. */
  readonly problem: ProblemReport | null;
  /** A result of the cell, fresh or old, stands below. */
  readonly hasResult: boolean;
  /** By input; an input that is not connected is not there. */
  readonly inputs: Readonly<Record<string, EditorInput>>;
  /** Cells that could feed an input, the nearest above first. */
  readonly candidatesFor: (input: string) => readonly EditorCandidate[];
  /** Changes parameters, undoable. */
  readonly onParams: (patch: JsonObject) => void;
  /** Connects an input, or cuts it off with null; undoable. */
  readonly onConnect: (input: string, cellId: string | null) => void;
  readonly onRun: () => void;
}
