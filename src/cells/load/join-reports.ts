import type { Source } from '../../core/notebook';
import type { DamagedLine, ReadNote, ReadReport } from '../../core/read-report';
import type { ColumnType, TableValue } from '../../core/values';

const DAMAGED_SHOWN = 100;
const NAMES_SHOWN = 5;

export interface FileRead {
  readonly value: TableValue;
  readonly report: ReadReport;
}

/** What reading several files found out, as one report: sums, and lines with the file they are in. */
export function joinReports(
  files: readonly FileRead[],
  sources: readonly Source[],
  disputed: ReadonlyMap<string, ColumnType>,
): ReadReport {
  const reports = files.map(({ report }) => report);
  const sum = (of: (report: ReadReport) => number) =>
    reports.reduce((total, report) => total + of(report), 0);
  const damaged = reports.flatMap((report, i) =>
    report.damaged.map((line): DamagedLine => ({ ...line, file: sources[i]!.name })),
  );
  const sampled = reports.flatMap((report) => report.sampled ?? []);
  const totals = reports.flatMap((report) => report.totals ?? []);
  return {
    ...reports[0]!,
    rowsInFile: sum(({ rowsInFile }) => rowsInFile),
    rowsRead: sum(({ rowsRead }) => rowsRead),
    sizeBytes: sum(({ sizeBytes }) => sizeBytes),
    damaged: damaged.slice(0, DAMAGED_SHOWN),
    damagedCount: sum(({ damagedCount }) => damagedCount),
    notes: [...notesOnFiles(files, sources, disputed), ...distinctNotes(reports)],
    files: files.map(({ value }, i) => ({ name: sources[i]!.name, rows: value.rows })),
    ...(totals.length > 0 ? { totals } : {}),
    ...(sampled.length > 0
      ? {
          sampled: {
            rows: sum(({ rowsRead }) => rowsRead),
            of: sum((report) => report.sampled?.of ?? report.rowsInFile),
            seed: sampled[0]!.seed,
          },
        }
      : {}),
  };
}

/** The same note on several files is said once. */
function distinctNotes(reports: readonly ReadReport[]): ReadNote[] {
  const notes = reports.flatMap((report) => report.notes ?? []);
  return [...new Map(notes.map((note) => [JSON.stringify(note), note])).values()];
}

function notesOnFiles(
  files: readonly FileRead[],
  sources: readonly Source[],
  disputed: ReadonlyMap<string, ColumnType>,
): ReadNote[] {
  const names = new Set(files.flatMap(({ value }) => value.columns.map(({ name }) => name)));
  const lacking = files.flatMap(({ value }, i): ReadNote[] => {
    const own = new Set(value.columns.map(({ name }) => name));
    const missing = [...names].filter((name) => !own.has(name));
    if (missing.length === 0) return [];
    const columns = shortList(missing);
    return [{ code: 'file-lacks', facts: { file: sources[i]!.name, columns } }];
  });
  const joined = [...disputed].map(([column, type]): ReadNote => ({
    code: 'type-joined',
    facts: { column, type },
  }));
  return [...lacking, ...joined, ...unitsInDispute(files)];
}

function shortList(names: readonly string[]): string {
  const more = names.length > NAMES_SHOWN ? ' …' : '';
  return names.slice(0, NAMES_SHOWN).join(', ') + more;
}

function unitsInDispute(files: readonly FileRead[]): ReadNote[] {
  const units = new Map<string, Set<string>>();
  for (const { value } of files) {
    for (const { name, type, unit = '' } of value.columns) {
      if (type !== 'number') continue;
      units.set(name, (units.get(name) ?? new Set()).add(unit));
    }
  }
  return [...units].flatMap(([column, found]) =>
    found.size > 1 ? [{ code: 'units-differ', facts: { column } }] : [],
  );
}
