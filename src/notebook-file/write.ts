import type { Definitions } from '../core/graph';
import { ownValue, type Json } from '../core/json';
import type { Cell, Notebook, Source } from '../core/notebook';
import { fenceLine, HIDDEN_SETTINGS, isPlainKey, isProse, NOTE_KIND, noteLine } from './grammar';
import { jsonLine } from './json-line';

/**
 * Writes a notebook as a `.fenqun.md`: the same notebook gives the same text. Parameters come
 * in the order in which their cell type declares them, then unknown ones, sorted.
 */
export function writeNotebook(notebook: Notebook, definitions: Definitions): string {
  const parts = [
    frontMatter(notebook),
    ...notebook.cells.map((cell) => writeCell(cell, definitions)),
  ];
  return `${parts.join('\n\n')}\n`;
}

const FRONT_KEYS = new Set(['fenqun', 'title', 'language', 'seed', 'sources']);

function frontMatter({ format, title, language, seed, sources, unknown }: Notebook): string {
  return [
    '---',
    keyLine('fenqun', format),
    keyLine('title', title),
    keyLine('language', language),
    keyLine('seed', seed),
    sources.length === 0 ? 'sources: []' : 'sources:',
    ...sources.map((source) => `  - ${sourceLine(source)}`),
    ...Object.keys(unknown)
      .filter((key) => !FRONT_KEYS.has(key))
      .sort()
      .map((key) => keyLine(key, ownValue(unknown, key) ?? null)),
    '---',
  ].join('\n');
}

/** One line a source; what is known comes first, in the order in which a person asks for it. */
function sourceLine({ name, rows, columns, sha256, unknown = {} }: Source): string {
  const known = [
    `"name": ${jsonLine(name)}`,
    `"rows": ${jsonLine(rows)}`,
    `"columns": ${jsonLine(columns)}`,
    `"sha256": ${jsonLine(sha256)}`,
  ];
  const others = Object.keys(unknown)
    .sort()
    .map((key) => `${jsonLine(key)}: ${jsonLine(ownValue(unknown, key) ?? null)}`);
  return `{${[...known, ...others].join(', ')}}`;
}

function keyLine(key: string, value: Json): string {
  return `${isPlainKey(key) ? key : jsonLine(key)}: ${jsonLine(value)}`;
}

function writeCell(cell: Cell, definitions: Definitions): string {
  const prose = proseOf(cell);
  if (prose !== null) return `${noteLine(cell.id, cell.isFolded ?? false)}\n${prose}`;
  const lines = [
    fenceLine(cell.kind, cell.id),
    keyLine('version', cell.version),
    ...Object.keys(cell.inputs)
      .sort()
      .map((input) => keyLine(`from.${input}`, ownValue(cell.inputs, input) ?? null)),
    ...(cell.title === undefined ? [] : [keyLine('title', cell.title)]),
    ...(cell.isFolded ? [keyLine('folded', true)] : []),
    ...(cell.hidesSettings ? [keyLine(HIDDEN_SETTINGS, true)] : []),
    ...(cell.controls?.length ? [keyLine('controls', cell.controls)] : []),
    ...paramNames(cell, definitions).map((name) =>
      keyLine(paramKey(name), ownValue(cell.params, name) ?? null),
    ),
    '```',
  ];
  return lines.join('\n');
}

/** The text of a note that reads back from prose exactly; null for every other cell. */
function proseOf(cell: Cell): string | null {
  const { text, ...others } = cell.params;
  const isBare =
    cell.kind === NOTE_KIND &&
    cell.version === 1 &&
    cell.title === undefined &&
    cell.controls === undefined &&
    cell.hidesSettings !== true &&
    Object.keys(cell.inputs).length === 0 &&
    Object.keys(others).length === 0;
  return isBare && typeof text === 'string' && isProse(text) ? text : null;
}

function paramNames(cell: Cell, definitions: Definitions): string[] {
  const declared = Object.keys(definitions.get(cell.kind)?.params ?? {});
  const known = declared.filter((name) => Object.hasOwn(cell.params, name));
  const unknown = Object.keys(cell.params).filter((name) => !declared.includes(name));
  return [...known, ...unknown.sort()];
}

const CELL_KEYS = new Set(['version', 'title', 'folded', HIDDEN_SETTINGS, 'controls']);

/** A parameter that shares its name with a key of the grammar is told apart by a prefix. */
function paramKey(name: string): string {
  const isTaken = CELL_KEYS.has(name) || name.startsWith('from.') || name.startsWith('params.');
  return isTaken ? `params.${name}` : name;
}
