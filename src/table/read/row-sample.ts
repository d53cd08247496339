import { createRandom, type Random } from '../../core/random';
import type { ReadOptions, ReadReport } from '../../core/read-report';

/**
 * Draws rows at random in one pass, without knowing how many there will be: every row gets a random
 * number and those with the smallest stay (bottom-k sampling; Cohen and Kaplan, "Summarizing Data
 * Using Bottom-k Sketches", PODC 2007). The same seed and the same rows give the same sample,
 * and the rows stay in order. Keeps at most twice as many rows as asked for.
 */
export class RowSample {
  /** Rows seen so far. */
  seen = 0;
  /** The kept rows (0-based among those seen) and their numbers. */
  rows: number[] = [];
  private keys: number[] = [];
  private threshold = Infinity;
  private readonly random: Random;

  constructor(
    readonly wanted: number,
    readonly seed: number,
  ) {
    this.random = createRandom(seed, 'row sample');
  }

  /** Whether the next row is to be kept, for now. */
  takesNext(): boolean {
    const key = this.random.next();
    const row = this.seen++;
    if (key >= this.threshold) return false;
    this.rows.push(row);
    this.keys.push(key);
    return true;
  }

  get isFull(): boolean {
    return this.rows.length >= 2 * this.wanted;
  }

  /** Drops all but the wanted number of rows; returns which of the kept ones stay (1), or null for all. */
  shrink(): Uint8Array | null {
    const { keys, rows, wanted } = this;
    if (rows.length <= wanted) return null;
    // Smaller numbers first; equal ones, all but impossible, by row.
    const order = keys.map((_, i) => i).sort((a, b) => keys[a]! - keys[b]! || a - b);
    const stays = new Uint8Array(rows.length);
    for (const i of order.slice(0, wanted)) stays[i] = 1;
    this.threshold = keys[order[wanted - 1]!]!;
    this.rows = rows.filter((_, i) => stays[i] === 1);
    this.keys = keys.filter((_, i) => stays[i] === 1);
    return stays;
  }
}

/** What draws so many rows; null where all are read. */
export function sampleOf(rows: number, seed: number): RowSample | null {
  return rows > 0 ? new RowSample(rows, seed) : null;
}

/** What a report says of a sample; nothing where all rows were read. */
export function sampledOf(
  { rowsRead, rowsInFile }: Pick<ReadReport, 'rowsRead' | 'rowsInFile'>,
  { sampleRows, sampleSeed: seed }: ReadOptions,
): Pick<ReadReport, 'sampled'> {
  return sampleRows > 0 ? { sampled: { rows: rowsRead, of: rowsInFile, seed } } : {};
}
