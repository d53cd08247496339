import { DataType, tableFromIPC, type Data, type Vector } from 'apache-arrow';
import type { Job } from '../../core/job';
import type { QueryResult, QueryTable } from '../../core/query';
import type { ColumnMeta } from '../../core/values';
import {
  booleanColumn,
  createTable,
  dateColumn,
  numberColumn,
  textColumn,
  type NewColumn,
} from '../../table/create-table';
import { eachPresent, isExact, rowsIn, type Chunks } from './chunks';
import { columnNames } from './column-names';
import { joined, type Stream } from './stream';
import { exactColumn, hugeColumn, momentsOf } from './exact-numbers';
import { oddText } from './odd-texts';
import { textResult } from './text-result';

/** What is known of a result's columns from those of the tables that were asked about. */
type Known = ReadonlyMap<string, ColumnMeta>;

/**
 * The database's Arrow stream as a table of ours, digit for digit: see `exactColumn` for large
 * numbers; lists and structures become JSON, bytes hexadecimal, times of day and intervals text.
 * Text of a column's own name keeps being what it was: identifier, category or text.
 */
export async function* resultTable(
  stream: Stream,
  asked: readonly QueryTable[],
): Job<QueryResult, never> {
  const table = tableFromIPC(joined(stream));
  const { fields } = table.schema;
  const names = columnNames(fields.map(({ name }) => ({ name: name.trim() || 'column' })));
  const known = knownColumns(asked);
  const columns: NewColumn[] = [];
  let notFinite = 0;
  for (const [index, name] of names.entries()) {
    const vector = table.getChildAt(index)!;
    const work = columnOf(name, vector, known.get(name));
    for (let step = work.next(); ; step = work.next()) {
      if (step.done) {
        columns.push(step.value.column);
        notFinite += step.value.notFinite;
        break;
      }
      yield { done: index, total: names.length, phase: 'take' };
    }
  }
  return { value: createTable(columns, table.numRows), notFinite };
}

/** Columns by name; one that two tables have differently says nothing. */
function knownColumns(tables: readonly QueryTable[]): Known {
  const known = new Map<string, ColumnMeta>();
  const unclear = new Set<string>();
  for (const column of tables.flatMap(({ value }) => value.columns)) {
    const before = known.get(column.name);
    if (before && (before.type !== column.type || before.unit !== column.unit)) {
      unclear.add(column.name);
    }
    known.set(column.name, column);
  }
  for (const name of unclear) known.delete(name);
  return known;
}

interface Taken {
  readonly column: NewColumn;
  readonly notFinite: number;
}

const whole = (column: NewColumn): Taken => ({ column, notFinite: 0 });

function* columnOf(
  name: string,
  vector: Vector,
  known: ColumnMeta | undefined,
): Generator<void, Taken> {
  const type: DataType = vector.type;
  const chunks: Chunks = vector.data;
  if (DataType.isFloat(type)) return yield* floatColumn(name, chunks, known?.unit);
  if (DataType.isFixedSizeBinary(type)) return whole(yield* hugeColumn(name, chunks));
  if (isExact(type)) return whole(yield* exactColumn(name, type, chunks));
  if (DataType.isDate(type) || DataType.isTimestamp(type)) {
    return whole(dateColumn(name, yield* momentsOf(type, chunks)));
  }
  if (DataType.isBool(type)) return whole(yield* flagColumn(name, chunks));
  const odd = oddText(type);
  if (!odd) return whole(yield* textResult(name, chunks, known?.type));
  const texts = new Array<string | null>(rowsIn(chunks)).fill(null);
  yield* eachPresent(chunks, (chunk: Data, row, at) => {
    texts[at] = odd(chunk, row, vector.get(at));
  });
  return whole(textColumn(name, texts));
}

function* floatColumn(
  name: string,
  chunks: Chunks,
  unit: string | undefined,
): Generator<void, Taken> {
  const values = new Float64Array(rowsIn(chunks)).fill(NaN);
  let notFinite = 0;
  yield* eachPresent(chunks, (chunk, row, at) => {
    const value: number = chunk.values[row];
    if (Number.isFinite(value)) values[at] = value;
    else notFinite++;
  });
  return { column: numberColumn(name, values, unit), notFinite };
}

function* flagColumn(name: string, chunks: Chunks): Generator<void, NewColumn> {
  const values = new Int8Array(rowsIn(chunks)).fill(-1);
  yield* eachPresent(chunks, ({ values: bits, offset }, row, at) => {
    const bit = offset + row;
    values[at] = (bits[bit >> 3] >> (bit & 7)) & 1;
  });
  return booleanColumn(name, values);
}
