import type { Job, Progress } from '../../../core/job';
import { ownValue } from '../../../core/json';
import type { DamagedLine, ReadNote, ReadOptions, ReadReport } from '../../../core/read-report';
import type { ColumnType } from '../../../core/values';
import { textIn } from '../../column';
import { createTable, type NewColumn } from '../../create-table';
import type { ReadResult } from '../read-source';
import { settleAs } from '../settle-as';
import { TextStore } from '../text-store';
import type { RowChoice } from './sample-rows';
import type { ValueSink } from './value-sink';

const DAMAGED_SHOWN = 100;
const SHOWN_CHARACTERS = 200;
const ROWS_A_STEP = 16_384;

/** Finished columns of a typed file, and the books that are kept of them. */
export class TypedColumns {
  readonly columns: NewColumn[] = [];
  readonly notes: ReadNote[] = [];
  private readonly damaged: DamagedLine[] = [];
  private damagedCount = 0;

  constructor(
    private readonly options: ReadOptions,
    private readonly choice: RowChoice,
  ) {}

  /**
   * Finishes a sink as the next column: words that the options call missing become missing, and
   * the type is the one that they ask for.
   */
  async *add(sink: ValueSink, name: string, progress: Progress<never>): Job<void, never> {
    const steps = sink.finish(name);
    let step = steps.next();
    for (; !step.done; step = steps.next()) yield progress;
    const { column, notes } = step.value;
    for (const { code, count } of notes) this.notes.push({ code, facts: { column: name, count } });
    const type = ownValue(this.options.types, name) ?? column.type;
    const words = this.missingWords(name);
    if (type === column.type && words.size === 0) this.columns.push(column);
    else {
      const changing = this.changed(column, type, words);
      let change = changing.next();
      for (; !change.done; change = changing.next()) yield progress;
      this.columns.push(change.value);
    }
  }

  private missingWords(name: string): ReadonlySet<string> {
    const { missing, missingIn } = this.options;
    return new Set([...missing, ...(ownValue(missingIn, name) ?? [])]);
  }

  private *changed(
    { name, data, unit }: NewColumn,
    type: ColumnType,
    words: ReadonlySet<string>,
  ): Generator<void, NewColumn> {
    const store = new TextStore();
    for (let row = 0; row < data.length; row++) {
      const text = textIn(data, row) ?? '';
      store.addText(words.has(text) ? '' : text);
      if (row % ROWS_A_STEP === 0) yield;
    }
    const { column, bad } = yield* settleAs(type, store, name);
    for (const { rows, reason } of bad) {
      this.damagedCount += rows.length;
      for (const row of rows.slice(0, DAMAGED_SHOWN - this.damaged.length)) {
        const text = (textIn(data, row) ?? '').slice(0, SHOWN_CHARACTERS);
        this.damaged.push({
          row: (this.choice.rows?.[row] ?? row) + 1,
          column: this.columns.length + 1,
          reason,
          text,
        });
      }
    }
    return unit === undefined || column.type !== 'number' ? column : { ...column, unit };
  }

  /** The table and what is to be told of it. */
  result(file: {
    readonly format: ReadReport['format'];
    readonly rows: number;
    readonly sizeBytes: number;
  }): ReadResult {
    const { count, rows: chosen } = this.choice;
    const { format, rows, sizeBytes } = file;
    const report: ReadReport = {
      format,
      rowsInFile: rows,
      rowsRead: count,
      sizeBytes,
      damaged: this.damaged.sort((a, b) => a.row - b.row),
      damagedCount: this.damagedCount,
      notes: this.notes,
    };
    const sampled = { rows: count, of: rows, seed: this.options.sampleSeed };
    return {
      value: createTable(this.columns, count),
      report: chosen === null ? report : { ...report, sampled },
    };
  }
}
