import { createHash } from 'node:crypto';
import type { TableValue } from '../../src/core/values';
import { numbersOf, vectorOf } from '../../src/table/column';
import { textIn } from '../../src/table/column';

/** A number as `tests/oracle/typed-files.py` writes it: whole ones as digits, others as bytes. */
function numberText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) <= 2 ** 53) return String(value === 0 ? 0 : value);
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getBigUint64(0).toString(16).padStart(16, '0');
}

/** JSON with its numbers written so. */
function jsonText(value: unknown): string {
  if (typeof value === 'number') return JSON.stringify(numberText(value));
  if (Array.isArray(value)) return `[${value.map(jsonText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = Object.entries(value).map(([key, of]) => `${JSON.stringify(key)}:${jsonText(of)}`);
  return `{${parts.join(',')}}`;
}

function canonical(text: string): string {
  if (!/^[[{]/.test(text)) return text;
  try {
    return jsonText(JSON.parse(text));
  } catch {
    return text;
  }
}

/** The values of a column as lines of text, in the form that the recorded hashes were made of. */
export function canonicalColumn(table: TableValue, id: string): (string | null)[] {
  const type = table.columns.find((column) => column.id === id)?.type;
  if (type === 'number' || type === 'date') {
    return Array.from(numbersOf(table, id), (value) =>
      Number.isNaN(value) ? null : numberText(value),
    );
  }
  return vectorOf(table, id).data.flatMap((chunk) =>
    Array.from({ length: chunk.length }, (_, row) => {
      const text = textIn(chunk, row);
      return text === null ? null : canonical(text);
    }),
  );
}

export function hashOf(values: readonly (string | null)[]): string {
  const text = values.map((value) => value ?? '\0').join('\x1f');
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
