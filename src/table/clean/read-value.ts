import type { ColumnType } from '../../core/values';
import { DateParser, toMs } from '../read/parse-date';

const encoder = new TextEncoder();
const PLAIN_NUMBER = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i;

/**
 * A text, as `textOf` would write it or a person would, as the number behind a value of this type: a
 * number, milliseconds of a date, 1 or 0; NaN when it is none.
 */
export function numberFor(type: ColumnType, text: string): number {
  if (type === 'number') return PLAIN_NUMBER.test(text) ? finite(Number(text)) : NaN;
  if (type === 'boolean') {
    const word = text.trim().toLowerCase();
    return word === 'true' ? 1 : word === 'false' ? 0 : NaN;
  }
  if (type !== 'date') return NaN;
  const parser = new DateParser();
  const bytes = encoder.encode(text);
  return parser.parse(bytes, 0, bytes.length) ? toMs(parser.result, 'month-first') : NaN;
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : NaN;
}

/** True for columns whose values are numbers inside. */
export function isNumeric(type: ColumnType): boolean {
  return type === 'number' || type === 'date' || type === 'boolean';
}
