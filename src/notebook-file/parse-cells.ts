import type { Json } from '../core/json';
import type { Cell } from '../core/notebook';
import {
  boundaryOf,
  closes,
  HIDDEN_SETTINGS,
  isBlank,
  LIMITS,
  NOTE_KIND,
  type Boundary,
} from './grammar';
import { jsonOf, parseKeyLine, putOnce, refuse, type KeyLine, type Line } from './lines';

/** A stretch of the file that is one cell; prose without a comment line has no id yet. */
type Found = { readonly cell: Cell; readonly line: number } | { readonly text: string };

/** Reads the cells from a line on; throws `notebook-invalid`. Linear in the text. */
export function parseCells(lines: readonly Line[], from: number): Cell[] {
  const found: Found[] = [];
  let i = from;
  while (i < lines.length) {
    if (found.length > LIMITS.cells) refuse(lines[i]!.number, 'too-many-cells');
    const boundary = boundaryOf(lines[i]!.text);
    const end = endOf(lines, { start: i, boundary });
    const cell = toFound(lines.slice(i, end), boundary);
    if (cell) found.push(cell);
    i = end;
  }
  if (found.length > LIMITS.cells) refuse(lines.length, 'too-many-cells');
  return withIds(found);
}

/** Index after the last line of what starts here. */
function endOf(
  lines: readonly Line[],
  { start, boundary }: { readonly start: number; readonly boundary: Boundary | null },
): number {
  let i = start + 1;
  if (boundary?.kind === 'fence') {
    while (i < lines.length && !closes(lines[i]!.text.trimEnd(), boundary.fence)) i++;
    if (i === lines.length) refuse(lines[start]!.number, 'cell-open');
    return i + 1;
  }
  while (i < lines.length && boundaryOf(lines[i]!.text) === null) i++;
  return i;
}

function toFound(lines: readonly Line[], boundary: Boundary | null): Found | null {
  const first = lines[0]!;
  switch (boundary?.kind) {
    case undefined: {
      const text = proseOf(lines);
      return text === '' ? null : { text };
    }
    case 'note': {
      const cell = noteCell(boundary.id, proseOf(lines.slice(1)));
      return { cell: boundary.isFolded ? { ...cell, isFolded: true } : cell, line: first.number };
    }
    case 'fence':
      return { cell: fencedCell(lines.slice(1, -1), boundary), line: first.number };
    case 'broken':
      return refuse(first.number, 'cell-heading-invalid');
    default:
      return boundary satisfies undefined;
  }
}

function proseOf(lines: readonly Line[]): string {
  const texts = lines.map((line) => line.text);
  const first = texts.findIndex((text) => !isBlank(text));
  if (first < 0) return '';
  const last = texts.findLastIndex((text) => !isBlank(text));
  return texts.slice(first, last + 1).join('\n');
}

function noteCell(id: string, text: string): Cell {
  return { id, kind: NOTE_KIND, version: 1, params: { text }, inputs: {} };
}

type Fence = Extract<Boundary, { kind: 'fence' }>;

interface Heading {
  version: number;
  title?: string;
  isFolded?: true;
  hidesSettings?: true;
  controls?: readonly string[];
}

function fencedCell(lines: readonly Line[], { cellKind, id }: Fence): Cell {
  const heading: Heading = { version: 1 };
  const keys = new Map<string, true>();
  const params = new Map<string, Json>();
  const inputs = new Map<string, string>();
  for (const line of lines) {
    if (isBlank(line.text)) continue;
    const entry = parseKeyLine(line);
    putOnce(keys, entry, true);
    if (readHeading(entry, heading)) continue;
    if (entry.key.startsWith(FROM)) {
      putOnce(inputs, { ...entry, key: entry.key.slice(FROM.length) }, feederOf(entry));
    } else {
      const isPrefixed = entry.key.startsWith(PARAMS);
      const key = isPrefixed ? entry.key.slice(PARAMS.length) : entry.key;
      putOnce(params, { ...entry, key }, jsonOf(entry));
    }
  }
  return {
    id,
    kind: cellKind,
    ...heading,
    params: Object.fromEntries(params),
    inputs: Object.fromEntries(inputs),
  };
}

const FROM = 'from.';
const PARAMS = 'params.';

/** Takes a line that is about the cell and not one of its parameters. */
function readHeading(entry: KeyLine, heading: Heading): boolean {
  const refuseValue = () => refuse(entry.line.number, 'value-invalid');
  switch (entry.key) {
    case 'version': {
      const version = jsonOf(entry);
      if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1) {
        return refuseValue();
      }
      heading.version = version;
      return true;
    }
    case 'title': {
      const title = jsonOf(entry);
      if (typeof title !== 'string') return refuseValue();
      heading.title = title;
      return true;
    }
    case 'folded':
    case HIDDEN_SETTINGS: {
      const isOn = jsonOf(entry);
      if (typeof isOn !== 'boolean') return refuseValue();
      if (isOn) heading[entry.key === 'folded' ? 'isFolded' : 'hidesSettings'] = true;
      return true;
    }
    case 'controls': {
      const controls = jsonOf(entry);
      const isList = Array.isArray(controls) && controls.every((one) => typeof one === 'string');
      if (!isList) return refuseValue();
      const names = [...new Set(controls as readonly string[])];
      if (names.length > 0) heading.controls = names;
      return true;
    }
    default:
      return false;
  }
}

function feederOf(entry: KeyLine): string {
  const id = jsonOf(entry);
  return typeof id === 'string' ? id : refuse(entry.line.number, 'value-invalid');
}

/** Names the prose that has no id, after all ids that are written are known. */
function withIds(found: readonly Found[]): Cell[] {
  const taken = new Set<string>();
  for (const item of found) {
    if (!('cell' in item)) continue;
    if (taken.has(item.cell.id)) refuse(item.line, 'id-repeated');
    taken.add(item.cell.id);
  }
  let number = 1;
  const nextId = () => (number === 1 ? NOTE_KIND : `${NOTE_KIND}-${number}`);
  return found.map((item) => {
    if ('cell' in item) return item.cell;
    while (taken.has(nextId())) number++;
    taken.add(nextId());
    return noteCell(nextId(), item.text);
  });
}
