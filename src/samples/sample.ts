import type { Random } from '../core/random';
import type { Language, Words } from '../core/words';

/** One made-up row and the group that it was planted in; the group is never written. */
export interface SampleRow {
  readonly group: number;
  readonly values: readonly string[];
}

/** A table that can be made up at any length, the same for the same seed. */
export interface Sample {
  readonly id: string;
  readonly title: Words;
  readonly summary: Words;
  readonly fileName: Words;
  /** How many rows it has unless told otherwise. */
  readonly rows: number;
  /** How many groups are planted; 1: there is nothing to find. */
  readonly groups: number;
  readonly encoding: 'utf-8' | 'gb18030';
  readonly header: (language: Language) => readonly string[];
  /** Makes up the next row; `index` counts from 0. */
  readonly row: (random: Random, index: number, language: Language) => SampleRow;
}
