import { columnOfTexts } from '../table/coded-texts';
import type { NewColumn } from '../table/create-table';
import type { Texts } from './values';

/** Collects texts row by row; each distinct one is held once. */
export class TextGatherer {
  private readonly codes: Int32Array;
  private readonly levels: string[] = [];
  private readonly index = new Map<string, number>();

  constructor(rows: number) {
    this.codes = new Int32Array(rows).fill(-1);
  }

  add(from: number, texts: Texts, rows: number): void {
    for (let i = 0; i < rows; i++) {
      const text = texts[i];
      if (text !== null && text !== undefined) this.codes[from + i] = this.codeOf(text);
    }
  }

  private codeOf(text: string): number {
    const known = this.index.get(text);
    if (known !== undefined) return known;
    this.index.set(text, this.levels.length);
    return this.levels.push(text) - 1;
  }

  /** The column; yields every few milliseconds. */
  *finish(name: string): Generator<void, NewColumn> {
    this.index.clear();
    return yield* columnOfTexts(name, this.codes, this.levels);
  }
}
