import type { ReadNote, ReadOptions, ReadReport, TotalRow } from '../../core/read-report';
import type { Job } from '../../core/job';
import { Problem } from '../../core/problem';
import { planEncoding, type Attempt, type EncodingPlan } from './choose-encoding';
import { collectRows, decideEncoding, type Collected, type PassOptions } from './collect-rows';
import { NeedsText } from './plain-numbers';
import { leaveOutTotals } from './leave-out-totals';
import { notesOn } from './read-grid';
import { ReadProgress } from './read-progress';
import { bytesAt, type ReadResult, type ReadSettings, type ReadSource } from './read-source';
import { sampledOf } from './row-sample';
import { settleTable, type SettledTable } from './settle-table';
import { NotThisEncoding } from './transcode';

const HEAD_BYTES = 1 << 16;

/**
 * Reads a delimited text file into a table, streaming: the file itself is never in memory as
 * a whole; its cells are, as bytes, until each column's type is settled on all of them.
 * Progress counts bytes, once for reading and once for settling. Linear in the size of the
 * file.
 * Throws `file-empty`, `file-header-only`, `file-not-a-table`, `file-too-wide`,
 * `file-needs-memory`, `file-unreadable`, `param-invalid`. How doubtful lines and values are treated is told at
 * `RecordScanner`, `RowCollector`, `detectLayout` and `settleColumn`.
 */
export async function* readDelimited(
  source: ReadSource,
  options: ReadOptions,
  { pieceBytes = 1 << 19, records }: ReadSettings = {},
): Job<ReadResult, never> {
  const { name, blob } = source;
  const head = await bytesAt(source, 0, HEAD_BYTES);
  if (head.length === 0) throw new Problem('file-empty', { name });
  const plan = planEncoding(head, options.encoding);
  checkText(name, head, plan.first);
  const delimiter = parseDelimiter(options.delimiter);
  const progress = new ReadProgress(blob.size * 2);
  const pass = { options: { ...options, delimiter }, pieceBytes, progress };
  try {
    return yield* readOnce(source, plan, { ...pass, records });
  } catch (thrown) {
    if (!(thrown instanceof NeedsText)) throw thrown;
  }
  // A column that began with plain numbers went on as text: that is read with its text kept.
  progress.total = progress.done + blob.size * 2;
  return yield* readOnce(source, plan, pass);
}

async function* readOnce(
  source: ReadSource,
  plan: EncodingPlan,
  pass: PassOptions,
): Job<ReadResult, never> {
  const collected = yield* collect(source, plan, pass);
  checkRows(source.name, collected);
  const { layout, rows } = collected;
  const { options } = pass;
  const totals = options.totals === 'leave-out' ? leaveOutTotals(rows) : [];
  const settled = yield* settleTable({ ...layout, rows }, options, pass.progress);
  const report = reportOn(source.blob.size, { plan, collected, settled, totals, options });
  return { value: settled.value, report };
}

function checkText(name: string, head: Uint8Array, { encoding }: Attempt): void {
  if (encoding.startsWith('utf-16')) return;
  const offset = head.indexOf(0);
  if (offset >= 0) throw new Problem('file-not-text', { name, offset });
}

function parseDelimiter(delimiter: string): string {
  const name = delimiter === 'tab' ? '\t' : delimiter;
  if (name === 'auto' || (name.length === 1 && /[,;|\t^~]/.test(name))) return name;
  const value = JSON.stringify(delimiter);
  throw new Problem('param-invalid', {
    param: 'delimiter',
    value,
    expected: 'auto | , | ; | tab | | | ^ | ~',
  });
}

async function* collect(
  source: ReadSource,
  plan: EncodingPlan,
  options: PassOptions,
): Job<Collected, never> {
  const { progress } = options;
  try {
    return yield* collectRows(source, plan.first, options);
  } catch (thrown) {
    if (!(thrown instanceof NotThisEncoding) || plan.second === null) throw thrown;
  }
  // What was read must be read again: more to do, nothing undone.
  const { size } = source.blob;
  progress.total = progress.done + size * (plan.second === 'undecided' ? 3 : 2);
  const second = plan.second === 'undecided' ? yield* decideEncoding(source, options) : plan.second;
  return yield* collectRows(source, second, options);
}

function checkRows(name: string, { rows, layout }: Collected): void {
  const columns = layout.names.length;
  if (rows.rowsInFile === 0) throw new Problem('file-header-only', { name, columns });
  if (rows.rowsRead > 0) return;
  throw new Problem('file-no-rows', { name, rows: rows.rowsInFile });
}

function reportOn(
  sizeBytes: number,
  read: {
    readonly plan: EncodingPlan;
    readonly collected: Collected;
    readonly settled: SettledTable;
    readonly totals: readonly TotalRow[];
    readonly options: ReadOptions;
  },
): ReadReport {
  const { plan, collected, settled, totals, options } = read;
  const { attempt, dialect, layout, rows } = collected;
  const notes: ReadNote[] = [];
  if (attempt !== plan.first) {
    notes.push({ code: 'not-utf-8', facts: { encoding: attempt.encoding } });
  }
  notes.push(...notesOn(layout, rows.blankLines));
  return {
    format: 'csv',
    encoding: attempt.encoding,
    delimiter: String.fromCharCode(dialect.delimiter),
    headerRow: layout.headerRow,
    top: layout.top,
    rowsInFile: rows.rowsInFile,
    rowsRead: rows.rowsRead,
    ...(totals.length > 0 ? { totals } : {}),
    ...sampledOf(rows, options),
    sizeBytes,
    damaged: settled.damaged,
    damagedCount: settled.damagedCount,
    notes: [...notes, ...settled.notes],
  };
}
