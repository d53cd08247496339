import type { Tools } from '../../core/cell-compute';
import { stretch, type Job } from '../../core/job';
import type { Source } from '../../core/notebook';
import { Problem } from '../../core/problem';
import type { ReadOptions } from '../../core/read-report';
import type { ColumnType, TableValue } from '../../core/values';
import { appendTables, originColumn } from '../../table/append/append-tables';
import { typesInDispute } from '../../table/append/agree-on-types';
import { createTable } from '../../table/create-table';
import { bytesToRead, TAB_BYTES } from '../../table/memory-needed';
import { sameColumn } from '../../table/take-rows';
import { joinReports, type FileRead } from './join-reports';
import { shareSample } from './share-sample';

/** Share of the work that reading takes beside reading again what files disagree on. */
const READING = 0.8;

/**
 * Reads files as one table, by the names of their columns. Where files take a column for different
 * things, those that must are read again with the type that fits all, so that every value stays as
 * it was written. Throws `file-needs-memory` beside what reading throws.
 */
export async function* readFiles(
  sources: readonly Source[],
  options: ReadOptions,
  { readSource, fileColumn }: Pick<Tools, 'readSource'> & { readonly fileColumn: string },
): Job<FileRead, never> {
  const files: FileRead[] = [];
  for (const [i, source] of sources.entries()) {
    const [from, to] = [(READING * i) / sources.length, (READING * (i + 1)) / sources.length];
    // Files of one shape may hold the same customers in the same order: each draws its own rows.
    const own = { ...options, sampleSeed: (options.sampleSeed + i) % 2 ** 32 };
    files.push(yield* stretch(readSource(source, own), from, to));
    refuseTooLarge(sources, files);
  }
  const disputed = typesInDispute(files.map(({ value }) => value));
  const types = { ...options.types, ...Object.fromEntries(disputed) };
  for (const [i, source] of sources.entries()) {
    if (!disagrees(files[i]!.value, disputed)) continue;
    const from = READING + ((0.95 - READING) * i) / sources.length;
    const own = { ...options, types, sampleSeed: (options.sampleSeed + i) % 2 ** 32 };
    files[i] = yield* stretch(readSource(source, own), from, from);
  }
  if (options.sampleRows > 0) yield* shareSample(files, options);
  const value = yield* append(files, sources, fileColumn);
  return { value, report: joinReports(files, sources, disputed) };
}

function disagrees(table: TableValue, disputed: ReadonlyMap<string, ColumnType>): boolean {
  return table.columns.some(({ name, type }) => (disputed.get(name) ?? type) !== type);
}

async function* append(
  files: readonly FileRead[],
  sources: readonly Source[],
  fileColumn: string,
): Job<TableValue, never> {
  const tables = files.map(({ value }) => value);
  const steps = appendTables(tables);
  let step = steps.next();
  for (; !step.done; step = steps.next()) yield { done: 0.97, total: 1, phase: 'appending' };
  const together = step.value;
  if (fileColumn === '') return together;
  const origin = originColumn(
    freeName(fileColumn, together),
    tables.map(({ rows }, i) => ({ name: sources[i]!.name, rows })),
  );
  const columns = together.columns.map((column) => sameColumn(together, column));
  return createTable([...columns, origin], together.rows);
}

function freeName(wanted: string, { columns }: TableValue): string {
  const taken = new Set(columns.map(({ name }) => name));
  let name = wanted;
  for (let n = 2; taken.has(name); n++) name = `${wanted} (${n})`;
  return name;
}

function refuseTooLarge(sources: readonly Source[], files: readonly FileRead[]): void {
  const rows = files.reduce((sum, { value }) => sum + value.rows, 0);
  const columns = Math.max(...files.map(({ value }) => value.columns.length));
  // Every table once, and once more all together.
  const neededBytes = bytesToRead(0, rows * columns);
  if (neededBytes <= TAB_BYTES) return;
  const { name } = sources[files.length - 1]!;
  const facts = { rows, columns, neededBytes, limitBytes: TAB_BYTES };
  throw new Problem('file-needs-memory', { name, ...facts });
}
