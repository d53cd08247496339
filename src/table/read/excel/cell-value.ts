import type { CellObject } from '@e965/xlsx';
import type { JsCell } from '../cell-rows';
import { formatKind, type FormatKind } from './number-format';

const DAY_MS = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

/** Turns the cells of one workbook into values; formats are looked at once each. */
export class CellValues {
  private readonly kinds = new Map<string, FormatKind>();

  constructor(private readonly is1904: boolean) {}

  /** The value that a person sees in the cell, as a text file would have it. */
  valueOf(cell: CellObject | undefined): JsCell {
    if (cell === undefined) return null;
    const { t: type, v: value } = cell;
    // Errors (#N/A) and cells that are only formatted.
    if (type === 'e' || type === 'z' || value === undefined) return null;
    if (typeof value === 'number') return this.numberOf(value, cell.z);
    return value;
  }

  private numberOf(value: number, format: string | number | undefined): JsCell {
    const kind = this.kindOf(String(format ?? ''));
    switch (kind.kind) {
      case 'plain':
        return value;
      case 'percent':
        return `${rounded(value * 100)}%`;
      case 'currency':
        return `${kind.sign}${value}`;
      case 'date':
        return kind.hasDay || value >= 1 ? this.dateOf(value, kind.hasDay) : timeOf(value);
      default:
        return kind satisfies never;
    }
  }

  private dateOf(serial: number, hasDay: boolean): JsCell {
    if (serial < 0 || serial > 2_958_466) return serial;
    // A clock that counts on past midnight: hours, not a day in 1900.
    if (!hasDay) return timeOf(serial);
    return new Date(msOfSerial(serial, this.is1904));
  }

  private kindOf(code: string): FormatKind {
    const known = this.kinds.get(code);
    if (known !== undefined) return known;
    const kind = formatKind(code);
    this.kinds.set(code, kind);
    return kind;
  }
}

/**
 * A day number as milliseconds since 1970, to the millisecond. Excel holds 1900 for a leap year:
 * before March of it, days are one off.
 */
export function msOfSerial(serial: number, is1904: boolean): number {
  if (is1904) return EPOCH_1904 + Math.round(serial * DAY_MS);
  const days = serial < 60 ? serial + 1 : serial;
  return EPOCH_1900 + Math.round(days * DAY_MS);
}

function timeOf(serial: number): string {
  const ms = Math.round(serial * DAY_MS);
  const two = (part: number) => String(Math.floor(part)).padStart(2, '0');
  const clock = `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}`;
  return ms % 1000 === 0 ? clock : `${clock}.${String(ms % 1000).padStart(3, '0')}`;
}

/** Fifteen digits, which is what Excel itself calculates with: 0.07 is 7 %, not 7.000000000000001. */
function rounded(value: number): number {
  return Number(value.toPrecision(15));
}
