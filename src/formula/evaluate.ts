import type { TableValue } from '../core/values';
import type { Checked } from './checked';
import { createReader, type ReadBlock } from './read-block';
import type { MissingReason } from './row-function';
import { BLOCK_ROWS, createBlock, isMissingAt, type Block } from './values';
import type { Fill, Groups, WholeInput } from './whole-function';

/** Why values of a formula are missing: a column has none there, or something could not be computed. */
export type Cause =
  | { readonly kind: 'column'; readonly column: string }
  | { readonly kind: 'written' }
  | { readonly kind: 'reason'; readonly reason: MissingReason; readonly fn: string };

/** What an evaluation keeps of one part of the formula. */
interface State {
  readonly block: Block;
  /** First row of the stretch that `block` holds; −1: none yet. */
  from: number;
  readonly read?: ReadBlock;
  fill?: Fill;
}

/**
 * Computes a checked formula over a table, a stretch of rows at a time, so that memory stays small
 * and nobody waits: parts that depend on whole columns first, then the rows. Nothing is compiled;
 * linear in rows × parts (n log n for what sorts).
 */
export class Evaluation {
  private readonly states = new Map<Checked, State>();

  private constructor(
    private readonly table: TableValue,
    private readonly root: Checked,
  ) {}

  /** Prepares what depends on whole columns; yields every few milliseconds. */
  static *create(table: TableValue, root: Checked): Generator<void, Evaluation> {
    const evaluation = new Evaluation(table, root);
    yield* evaluation.prepare(root);
    return evaluation;
  }

  /** The values of `rows` rows from row `from` on; the block is used again for the next stretch. */
  blockAt(from: number, rows: number): Block {
    return this.blockOf(this.root, from, rows);
  }

  /** Why the value in this row of the stretch last computed is missing. */
  causeAt(row: number): Cause {
    return this.causeIn(this.root, row);
  }

  private *prepare(part: Checked): Generator<void, void> {
    this.states.set(part, this.stateOf(part));
    if (part.kind !== 'row' && part.kind !== 'whole') return;
    for (const arg of part.args) yield* this.prepare(arg);
    if (part.kind !== 'whole') return;
    const input = yield* this.inputOf(part.args);
    this.states.get(part)!.fill = yield* part.fn.measure(input);
  }

  private stateOf(part: Checked): State {
    const block = createBlock(part.type);
    if (part.kind === 'column') {
      return { block, from: -1, read: createReader(this.table, part.column) };
    }
    if (part.kind === 'constant' && part.value !== null) {
      // The checker gives texts to text constants and numbers to all others.
      if (block instanceof Float64Array) block.fill(part.value as number);
      else block.fill(part.value as string);
    }
    return { block, from: -1 };
  }

  private blockOf(part: Checked, from: number, rows: number): Block {
    const state = this.states.get(part)!;
    const { block } = state;
    if (state.from === from) return block;
    state.from = from;
    if (part.kind === 'column') state.read!(from, block, rows);
    else if (part.kind === 'row') {
      const args = part.args.map((arg) => this.blockOf(arg, from, rows));
      part.fn.run(args, block, rows);
    } else if (part.kind === 'whole') {
      state.fill!(from, (block as Float64Array).subarray(0, rows));
    }
    return block;
  }

  private *inputOf([first, ...others]: readonly Checked[]): Generator<void, WholeInput> {
    const written = others.flatMap((other) =>
      other.kind === 'constant' && typeof other.value === 'number' ? [other.value] : [],
    );
    const by = others.find((other) => other.kind !== 'constant');
    const values = new Float64Array(this.table.rows).fill(NaN);
    for (const { block, from, rows } of this.stretches(first!)) {
      if (block instanceof Float64Array) values.set(block.subarray(0, rows), from);
      else for (let i = 0; i < rows; i++) values[from + i] = block[i] === null ? NaN : 1;
      yield;
    }
    return { values, groups: by ? yield* this.groupsOf(by) : null, written };
  }

  private *groupsOf(part: Checked): Generator<void, Groups> {
    const of = new Int32Array(this.table.rows).fill(-1);
    const codes = new Map<number | string, number>();
    for (const { block, from, rows } of this.stretches(part)) {
      for (let i = 0; i < rows; i++) {
        if (isMissingAt(block, i)) continue;
        const value = block[i]!;
        const known = codes.get(value);
        of[from + i] = known ?? codes.size;
        if (known === undefined) codes.set(value, codes.size);
      }
      yield;
    }
    return { of, count: codes.size };
  }

  private *stretches(part: Checked): Generator<{ block: Block; from: number; rows: number }> {
    for (let from = 0; from < this.table.rows; from += BLOCK_ROWS) {
      const rows = Math.min(BLOCK_ROWS, this.table.rows - from);
      yield { block: this.blockOf(part, from, rows), from, rows };
    }
  }

  private causeIn(part: Checked, row: number): Cause {
    if (part.kind === 'column') return { kind: 'column', column: part.column.name };
    if (part.kind === 'constant' || part.kind === 'list') return { kind: 'written' };
    const { from } = this.states.get(this.root)!;
    const rows = Math.min(BLOCK_ROWS, this.table.rows - from);
    const args = part.args.map((arg) => this.blockOf(arg, from, rows));
    const isWhole = part.kind === 'whole';
    const blame = isWhole ? undefined : part.fn.blame;
    const index = blame ? blame(args, row) : args.findIndex((arg) => isMissingAt(arg, row));
    const guilty = part.args[index];
    if (guilty && isMissingAt(args[index]!, row)) return this.causeIn(guilty, row);
    const { fn } = part;
    const reason = isWhole ? 'no-values' : (part.fn.why?.(args, row) ?? 'not-defined');
    return { kind: 'reason', reason, fn: fn.name };
  }
}
