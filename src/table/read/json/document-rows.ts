import { concatenated } from '../transcode';
import type { JsonRows } from './json-rows';
import { parseJson, type JsonNode } from './parse-json';

/** One object that is read as a whole: of lists, with a list of rows in it, or a single row. */
export class DocumentRows {
  private readonly pieces: Uint8Array[] = [];

  constructor(private readonly rows: JsonRows) {}

  push(piece: Uint8Array, isLast: boolean): void {
    this.pieces.push(piece);
    if (!isLast) return;
    const bytes = concatenated(this.pieces);
    this.pieces.length = 0;
    for (const row of rowsOf(parseJson(bytes))) this.rows.take(row);
  }
}

function rowsOf(document: JsonNode): Iterable<JsonNode> {
  if (!(document instanceof Map)) return [document];
  const members = document as ReadonlyMap<string, JsonNode>;
  return longestTable(members) ?? columnsAsRows(members) ?? [document];
}

/** `{"status": "ok", "data": [{ … }, … ]}`: the longest list of rows among the members. */
function longestTable(members: ReadonlyMap<string, JsonNode>): readonly JsonNode[] | null {
  let longest: readonly JsonNode[] | null = null;
  for (const value of members.values()) {
    if (!isListOf(value, (row) => row instanceof Map || Array.isArray(row))) continue;
    if (longest === null || value.length > longest.length) longest = value;
  }
  return longest;
}

function isListOf(
  value: JsonNode,
  isItem: (item: JsonNode) => boolean,
): value is readonly JsonNode[] {
  return Array.isArray(value) && value.length > 0 && (value as JsonNode[]).every(isItem);
}

/** `{"name": ["A", "B"], "spend": [1, 2]}`: every member is a column. */
function columnsAsRows(members: ReadonlyMap<string, JsonNode>): Iterable<JsonNode> | null {
  const columns = [...members];
  if (!columns.every(([, values]) => Array.isArray(values))) return null;
  const lists = columns.map(([name, values]) => [name, values as readonly JsonNode[]] as const);
  const rows = Math.max(0, ...lists.map(([, values]) => values.length));
  return Array.from(
    { length: rows },
    (_, row) => new Map(lists.map(([name, values]) => [name, values[row] ?? null])),
  );
}
