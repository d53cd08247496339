import type { JsonObject } from './json';
import type { MarkSource } from './mark-source';
import type { Language, Words } from './words';

/** A file made from the values of a cell. */
export interface ExportFile {
  /** A proposal, with its ending; whoever saves it sees to characters that a system refuses. */
  readonly name: string;
  /** Its content and, as `type`, its media type; made of pieces, so that no thread holds it whole. */
  readonly blob: Blob;
}

/** What somebody asks to be made into a file. */
export interface ExportWish {
  /** One of the formats that the cell type offers, by name. */
  readonly format: string;
  /** The language of headings and of what is said in the file. */
  readonly language: Language;
  /** Names of the segments by cluster index; may be shorter than the number of clusters. */
  readonly names: readonly Words[];
  /** The numbers of the segments; absent: those of the clusters. */
  readonly marks?: MarkSource;
  /** What else the format needs to know; the cell that offers it checks it. */
  readonly options: JsonObject;
}
