import type { AsyncBuffer, DecodedArray, FileMetaData } from 'hyparquet';
import type { Job, Progress } from '../../../core/job';
import { Problem } from '../../../core/problem';
import type { ReadOptions } from '../../../core/read-report';
import { bytesToRead, TAB_BYTES } from '../../memory-needed';
import { bytesAt, type ReadResult, type ReadSource } from '../read-source';
import { problemAt } from '../typed/damaged-file';
import { chooseRows, chosenWithin, type RowChoice } from '../typed/sample-rows';
import { TypedColumns } from '../typed/settle-typed';
import { jsonSink, type ValueSink } from '../typed/value-sink';
import { readFooter, type Footer } from './footer';
import { planColumns, type PlannedColumn, type PlannedRoot } from './plan-columns';
import { readGroupColumn, startOf, type GroupRows } from './read-chunk';
import { BrokenPage } from './read-pages';
import { sinkFor } from './value-sink';

/**
 * Reads a Parquet file, column by column and row group by row group, so that beside the finished
 * columns only one chunk is in memory. Structs become a column a field, lists and maps JSON text;
 * what the types become is told at `sinkFor`. With `sampleRows` only the chosen rows are kept.
 * Throws `file-damaged` with the column, the first row and the byte offset of the chunk,
 * `file-unsupported`, `file-locked`, `file-header-only`, `file-too-wide`, `file-needs-memory`.
 */
export async function* readParquet(
  source: ReadSource,
  options: ReadOptions,
): Job<ReadResult, never> {
  const file = asyncBuffer(source);
  const footer = await readFooter(source, file);
  const { rows } = footer;
  const roots = planColumns(footer.root);
  const count = roots.reduce((sum, { columns }) => sum + columns.length, 0);
  if (rows === 0) throw new Problem('file-header-only', { name: source.name, columns: count });
  const choosing = chooseRows(rows, options);
  let step = choosing.next();
  for (; !step.done; step = choosing.next()) yield { done: 0, total: 1, phase: 'reading' };
  const choice = step.value;
  refuseTooLarge(source, choice.count, count);
  const typed = new TypedColumns(options, choice);
  const reading = new Reading(source, file, footer);
  for (const root of roots) yield* reading.readRoot(root, choice, typed);
  return typed.result({ format: 'parquet', rows, sizeBytes: source.blob.size });
}

function asyncBuffer(source: ReadSource): AsyncBuffer {
  const byteLength = source.blob.size;
  return {
    byteLength,
    slice: async (from, to = byteLength) => {
      const bytes = await bytesAt(source, from, to);
      // `bytesAt` reads into a buffer of its own, which it fills.
      return bytes.buffer as ArrayBuffer;
    },
  };
}

function refuseTooLarge({ name, blob }: ReadSource, rows: number, columns: number): void {
  const neededBytes = bytesToRead(blob.size, rows * columns);
  if (neededBytes <= TAB_BYTES) return;
  const facts = { rows, columns, neededBytes, limitBytes: TAB_BYTES };
  throw new Problem('file-needs-memory', { name, ...facts });
}

class Reading {
  private readonly metadata: FileMetaData;
  private readonly groups: readonly GroupRows[];
  private done = 0;
  private readonly total: number;

  constructor(
    private readonly source: ReadSource,
    private readonly file: AsyncBuffer,
    { metadata, root, rows }: Footer,
  ) {
    this.metadata = metadata;
    let from = 0;
    this.groups = metadata.row_groups.map(({ num_rows }, group) => {
      const to = from + Number(num_rows);
      const found = { group, from, to };
      from = to;
      return found;
    });
    this.total = Math.max(1, rows * root.children.length);
  }

  async *readRoot(root: PlannedRoot, choice: RowChoice, typed: TypedColumns): Job<void, never> {
    const sinks = root.columns.map(({ element }) => (element ? sinkFor(element) : jsonSink()));
    for (const rows of this.groups) {
      if (rows.to === rows.from) continue;
      try {
        const values = await readGroupColumn(this.file, this.metadata, root, rows);
        root.columns.forEach((column, i) =>
          pushChosen(values, column, { into: sinks[i]!, choice, rows }),
        );
      } catch (thrown) {
        throw this.problem(root, rows, thrown);
      }
      yield this.after(rows.to - rows.from);
    }
    for (const [i, { name }] of root.columns.entries()) {
      yield* typed.add(sinks[i]!, name, this.after(0));
    }
  }

  private problem(root: PlannedRoot, { group, from }: GroupRows, thrown: unknown): Problem {
    const chunk = this.metadata.row_groups[group]!.columns[root.leaves[0]?.chunk ?? 0]?.meta_data;
    const start = chunk === undefined ? 0 : startOf(chunk);
    const offset = thrown instanceof BrokenPage ? thrown.offset : start;
    const place = { offset, column: root.columns[0]?.name ?? '', row: from + 1 };
    return problemAt({ name: this.source.name, format: 'Parquet' }, place, thrown);
  }

  private after(rows: number): Progress<never> {
    this.done = Math.min(this.total, this.done + rows);
    return { done: this.done, total: this.total, phase: 'reading' };
  }
}

function pushChosen(
  arrays: readonly DecodedArray[],
  { path, isRepeated }: PlannedColumn,
  { into, choice, rows }: { into: ValueSink; choice: RowChoice; rows: GroupRows },
): void {
  const above = path.slice(0, -1);
  const valueAt = (whole: unknown): unknown => {
    const value = fieldOf(whole, path);
    if (!isRepeated || isThere(value)) return value;
    return path.length > 0 && !isThere(fieldOf(whole, above)) ? null : [];
  };
  let from = rows.from;
  for (const values of arrays) {
    const to = from + values.length;
    if (choice.rows === null && path.length === 0 && !isRepeated) {
      for (let i = 0; i < values.length; i++) into.push(values[i]);
    } else {
      for (const i of chosenWithin(choice, from, to)) into.push(valueAt(values[i]));
    }
    from = to;
  }
}

function isThere(value: unknown): boolean {
  return value !== null && value !== undefined;
}

/** The value of a field within structs; undefined below a struct that is missing. */
function fieldOf(value: unknown, path: readonly string[]): unknown {
  let found = value;
  for (const name of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    // Structs come as plain objects with a property a field; `__proto__` was kept out.
    found = (found as Readonly<Record<string, unknown>>)[name];
  }
  return found;
}
