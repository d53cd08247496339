import type { JsonObject } from './json';
import type { Language } from './words';

/** A data source as the document knows it: what it is, never its rows. */
export interface Source {
  /** Unique within the notebook; `load` cells refer to it. Usually the file's name. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
  /** Lowercase hexadecimal hash of the file's bytes. */
  readonly sha256: string;
}

/** A step of the notebook: its parameters and where its inputs come from, never its result. */
export interface Cell {
  /** Unique within the notebook: lowercase letters, digits and hyphens. */
  readonly id: string;
  readonly kind: string;
  /** The version of the cell type that wrote the parameters. */
  readonly version: number;
  /** As saved: unknown keys are kept and written back. */
  readonly params: JsonObject;
  /** Input name → id of the cell that feeds it. */
  readonly inputs: Readonly<Record<string, string>>;
  /** The user's own title; absent: the finding. */
  readonly title?: string;
  readonly isFolded?: boolean;
}

export interface Notebook {
  readonly format: 1;
  readonly title: string;
  readonly language: Language;
  readonly seed: number;
  readonly sources: readonly Source[];
  readonly cells: readonly Cell[];
  /** Front matter that this version does not know; written back untouched. */
  readonly unknown: JsonObject;
}
