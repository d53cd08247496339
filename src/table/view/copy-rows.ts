import type { TableValue } from '../../core/values';
import { vectorOf, textIn } from '../column';
import { neutralized } from '../write/neutralize';
import { columnWithId } from './column-with-id';
import { wholeText } from './window-cells';

const NEEDS_QUOTES = /["\t\r\n]|^$/;
const CELLS_A_BLOCK = 4096;

/** A field as spreadsheets paste it; missing is nothing at all, an empty text is a pair of quotes. */
function field(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Rows as tab-separated text, one line a row, to be pasted into a spreadsheet: what it would take
 * for a formula is neutralised, as in files, numbers never. Values are written as `textOf` does.
 */
export function* copyRows(
  table: TableValue,
  ids: readonly string[],
  { rows, hasHeading }: { readonly rows: Uint32Array; readonly hasHeading: boolean },
): Generator<void, string> {
  const columns = ids.map((id) => columnWithId(table, id));
  const readers = columns.map(({ id, type }) => {
    const isWritten = type === 'text' || type === 'category' || type === 'identifier';
    const [only, ...others] = vectorOf(table, id).data;
    return (row: number): string => {
      const text = only && others.length === 0 ? textIn(only, row) : wholeText(table, id, row);
      if (text === null) return '';
      return field(isWritten ? neutralized(text) : text);
    };
  });
  const heading = columns.map(({ name }) => field(neutralized(name))).join('\t');
  const lines = hasHeading ? [heading] : [];
  const pause = Math.max(1, Math.floor(CELLS_A_BLOCK / Math.max(1, ids.length)));
  for (let i = 0; i < rows.length; i++) {
    lines.push(readers.map((read) => read(rows[i]!)).join('\t'));
    if (i % pause === pause - 1) yield;
  }
  return lines.join('\n');
}
