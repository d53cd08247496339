import { isJsonObject, type Json } from '../../core/json';
import { Problem } from '../../core/problem';
import type { ColumnType } from '../../core/values';

const TYPES: readonly ColumnType[] = [
  'number',
  'boolean',
  'date',
  'category',
  'text',
  'identifier',
];
const HEADER_ROW_LIMIT = 1_000_000;

function refuse(param: string, json: Json, expected: string): never {
  throw new Problem('param-invalid', { param, value: JSON.stringify(json), expected });
}

function areTexts(json: Json | undefined): json is readonly string[] {
  return Array.isArray(json) && json.every((text) => typeof text === 'string');
}

export function parseNames(param: string, json: Json): readonly string[] {
  return areTexts(json) ? json : refuse(param, json, '["…", …]');
}

export function parseHeaderRow(json: Json): number | 'auto' {
  if (json === 'auto') return json;
  const isRow = typeof json === 'number' && Number.isInteger(json);
  if (isRow && json >= 0 && json <= HEADER_ROW_LIMIT) return json;
  return refuse('headerRow', json, `auto | 0 … ${HEADER_ROW_LIMIT}`);
}

/** Columns by name, so that `__proto__` is one like any other. */
export function parseTypes(json: Json): Readonly<Record<string, ColumnType>> {
  if (!isJsonObject(json)) return refuse('types', json, '{"column": "number"}');
  for (const type of Object.values(json)) {
    if (!TYPES.some((known) => known === type)) refuse('types', json, TYPES.join(' | '));
  }
  return json as Readonly<Record<string, ColumnType>>;
}

export function parseWordsByColumn(json: Json): Readonly<Record<string, readonly string[]>> {
  if (!isJsonObject(json) || !Object.values(json).every(areTexts)) {
    return refuse('missingIn', json, '{"column": ["word", …]}');
  }
  return json as Readonly<Record<string, readonly string[]>>;
}
