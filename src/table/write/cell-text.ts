import { isoOf } from '../column';
import type { Cells } from './file-column';

/** One value as `textOf` writes it: numbers in full, dates as ISO, `true` or `false`; missing is null. */
export function cellText(cells: Cells, i: number): string | null {
  switch (cells.kind) {
    case 'number':
      return Number.isNaN(cells.values[i]!) ? null : String(cells.values[i]!);
    case 'date':
      return Number.isNaN(cells.values[i]!) ? null : isoOf(cells.values[i]!);
    case 'boolean':
      return cells.values[i]! < 0 ? null : String(cells.values[i] === 1);
    case 'category':
      return cells.codes[i]! < 0 ? null : cells.levels[cells.codes[i]!]!;
    case 'text':
      return cells.values[i]!;
    default:
      return cells satisfies never;
  }
}
