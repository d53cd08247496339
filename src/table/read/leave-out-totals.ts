import type { TotalRow } from '../../core/read-report';
import { beginningOf } from './row-collector';
import { PlainNumbers } from './plain-numbers';
import type { TextStore } from './text-store';

/** Spreadsheets and reports end in a total, perhaps after subtotals; more is no total. */
const ROWS_LIMIT = 5;
const LABEL =
  /^[\s*【[(（]*(?:(?:(?:合|总|小|共|累)\s*计|总\s*和|汇\s*总|全部合计|本[页月年]合计)|(?:grand |sub[ -]?)?totals?|sum|summe|gesamt(?:summe)?|totaux|合計|総計|小計)[\s*】\])）:：]*$/i;
const decoder = new TextDecoder();

/** Rows that can be taken from the end. */
export interface Tail {
  readonly columns: readonly TextStore[];
  readonly rowsRead: number;
  fileRowOf(row: number): number;
  dropLast(count: number): void;
}

/**
 * Takes away rows at the end that add up the others: their first value is a word for a total that
 * stands nowhere above in its column, and they hold a figure. Returns them in order.
 */
export function leaveOutTotals(rows: Tail): TotalRow[] {
  const found: TotalRow[] = [];
  const end = rows.rowsRead;
  let row = end - 1;
  for (; row > 0 && end - row <= ROWS_LIMIT; row--) {
    const cells = rows.columns.map((store) => decoder.decode(store.bytesOf(row)).trim());
    const label = cells.findIndex((cell) => cell !== '');
    const isTotal =
      label >= 0 &&
      LABEL.test(cells[label]!) &&
      cells.slice(label + 1).some((cell) => /\d/.test(cell));
    if (!isTotal) break;
    if (occursAbove(rows.columns[label]!, cells[label]!, end - ROWS_LIMIT)) break;
    const text = beginningOf(new TextEncoder().encode(cells.join(' · ')));
    found.unshift({ row: rows.fileRowOf(row), text });
  }
  if (found.length > 0) rows.dropLast(found.length);
  return found;
}

/** A word that is a value of the column anyway says nothing about its last rows. */
function occursAbove(store: TextStore, label: string, rows: number): boolean {
  // A label among numbers is no value of the column.
  if (store instanceof PlainNumbers) return false;
  const word = new TextEncoder().encode(label);
  let row = 0;
  for (const { bytes, ends, rows: count } of store.blocks) {
    let from = 0;
    for (let i = 0; i < count && row < rows; i++, row++) {
      const to = ends[i]!;
      if (to - from === word.length && word.every((byte, at) => bytes[from + at] === byte))
        return true;
      from = to;
    }
  }
  return false;
}
