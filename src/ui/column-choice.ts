import type { ColumnType } from '../core/values';

/** A column that may be chosen. */
export interface ColumnOption {
  readonly name: string;
  /** What the column holds, in words of the reader's language. */
  readonly note?: string;
  /** What it holds, where that is known, and in which unit. */
  readonly type?: ColumnType;
  readonly unit?: string;
}

export interface ColumnChoice extends ColumnOption {
  readonly isChosen: boolean;
  /** Chosen in the document, but the table has no such column. */
  readonly isAbsent: boolean;
}

/** The list to show: the table's columns in order that match the search, then chosen ones it lacks. */
export function listColumns(
  options: readonly ColumnOption[],
  chosen: readonly string[],
  search: string,
): readonly ColumnChoice[] {
  const names = new Set(options.map((option) => option.name));
  const picked = new Set(chosen);
  const absent = chosen.filter((name) => !names.has(name));
  const wanted = search.normalize('NFKC').trim().toLowerCase();
  return [
    ...options.map((option) => ({
      ...option,
      isChosen: picked.has(option.name),
      isAbsent: false,
    })),
    ...absent.map((name) => ({ name, isChosen: true, isAbsent: true })),
  ].filter((column) => column.name.normalize('NFKC').toLowerCase().includes(wanted));
}

/** Adds or removes one column; the rest keeps the order of the table. */
export function toggleColumn(
  options: readonly ColumnOption[],
  chosen: readonly string[],
  name: string,
): readonly string[] {
  if (chosen.includes(name)) return chosen.filter((other) => other !== name);
  const picked = new Set([...chosen, name]);
  const ordered = options.filter((option) => picked.has(option.name)).map((option) => option.name);
  return [...ordered, ...chosen.filter((other) => !ordered.includes(other))];
}
