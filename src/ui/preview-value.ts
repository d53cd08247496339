import { isYearColumn } from '../core/format';
import type { ColumnType } from '../core/values';

const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;
const MOMENT = /^(\d{4,}-\d{2}-\d{2})T(\d{2}:\d{2})(:\d{2})?(\.\d+)?Z$/;

/** A column of a preview as far as its values need it; `values` are those of the preview. */
interface PreviewColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly values: readonly (string | null)[];
}

/**
 * How values of a column are written for people, from the texts that rules read: digits of numbers
 * grouped (not those of years), a moment as `2024-05-01 09:30`, with seconds where one has them.
 */
export function previewTexts({ name, type, values }: PreviewColumn): readonly (string | null)[] {
  if (type === 'number') {
    const numbers = values.map((value) => (value === null ? null : Number(value)));
    return isYearColumn(name, numbers) ? values : values.map(grouped);
  }
  if (type !== 'date') return values;
  const hasSeconds = values.some((value) => /:[0-5]\d:(?!00)\d{2}|\.\d+Z/.test(value ?? ''));
  return values.map((value) => momentText(value, hasSeconds));
}

function grouped(value: string | null): string | null {
  if (value === null || !PLAIN_NUMBER.test(value)) return value;
  const [whole = '', fraction] = value.replace('-', '−').split('.');
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? digits : `${digits}.${fraction}`;
}

function momentText(value: string | null, hasSeconds: boolean): string | null {
  const [found, day, minute, second = '', fraction = ''] = MOMENT.exec(value ?? '') ?? [];
  if (found === undefined) return value;
  return `${day} ${minute}${hasSeconds ? second + fraction : ''}`;
}
