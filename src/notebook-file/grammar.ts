/**
 * The grammar that writer and reader share. A `.fenqun.md` is Markdown: front matter, prose
 * (notes, each after a comment line that names it), and fenced blocks for all other cells.
 * Every value is one line of JSON. What opens a cell is told by single lines, whatever
 * Markdown surrounds them, so reading is linear and no text can hide a cell.
 */

/** Ids and kinds: they stand in fence lines, so nothing in them may need quoting. */
const WORD = /^[a-z][a-z0-9-]{0,63}$/;
const ID = /^[a-z0-9][a-z0-9-]{0,79}$/;
/** Keys that need no quotes. */
const PLAIN_KEY = /^[A-Za-z][A-Za-z0-9_.-]{0,63}$/;

const NOTE_LINE = /^<!-- fenqun note id=([^\s]{1,80})( folded)? -->[ \t]*$/;
const FENCE_LINE = /^(`{3,32})fenqun ([^\s]{1,80}) id=([^\s]{1,80})[ \t]*$/;
/** Looks like one of ours, right or wrong. */
const BOUNDARY = /^(?:<!-- ?fenqun\b|`{3,32}[ \t]{0,8}fenqun\b)/;

export const LIMITS = {
  /** Characters of the whole text; so much is read in a fraction of a second, whatever it says. */
  length: 4 * 1024 * 1024,
  lines: 200_000,
  cells: 2000,
  /** Levels of lists and objects in one value. */
  depth: 48,
} as const;

export const NOTE_KIND = 'note';

/** The key of a cell whose settings are not shown beside it. */
export const HIDDEN_SETTINGS = 'settings-hidden';

export type Boundary =
  | { readonly kind: 'note'; readonly id: string; readonly isFolded: boolean }
  | {
      readonly kind: 'fence';
      readonly cellKind: string;
      readonly id: string;
      readonly fence: string;
    }
  | { readonly kind: 'broken' };

/** What a line opens; null for a line of prose. */
export function boundaryOf(line: string): Boundary | null {
  if (!BOUNDARY.test(line)) return null;
  const note = NOTE_LINE.exec(line);
  if (note && ID.test(note[1] ?? '')) {
    return { kind: 'note', id: note[1] ?? '', isFolded: note[2] !== undefined };
  }
  const fence = FENCE_LINE.exec(line);
  const [, ticks = '', cellKind = '', id = ''] = fence ?? [];
  if (!isKind(cellKind) || !isId(id)) return { kind: 'broken' };
  return { kind: 'fence', cellKind, id, fence: ticks };
}

export function isKind(text: string): boolean {
  return WORD.test(text);
}

export function isId(text: string): boolean {
  return ID.test(text);
}

export function isPlainKey(key: string): boolean {
  return PLAIN_KEY.test(key);
}

export function noteLine(id: string, isFolded: boolean): string {
  return `<!-- fenqun note id=${id}${isFolded ? ' folded' : ''} -->`;
}

export function fenceLine(kind: string, id: string): string {
  return `\`\`\`fenqun ${kind} id=${id}`;
}

// Control characters, a byte order mark and halves of a pair do not survive every editor and
// encoding; line breaks other than \n are not counted alike everywhere.
// eslint-disable-next-line no-control-regex
const FRAGILE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\p{Surrogate}]/u;
const FENCE = /^ {0,3}(`{3,200}|~{3,200})/;

/**
 * True when a note's text comes back as it is when written as prose: no blank lines at its
 * ends, no line that opens a cell, nothing fragile, and its own fences closed, so that a git
 * host draws the cells after it as cells.
 */
export function isProse(text: string): boolean {
  if (FRAGILE.test(text)) return false;
  const lines = text.split('\n');
  if (isBlank(lines[0]) || isBlank(lines.at(-1))) return false;
  if (lines.some((line) => BOUNDARY.test(line))) return false;
  return hasClosedFences(lines);
}

export function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}

function hasClosedFences(lines: readonly string[]): boolean {
  let open: string | null = null;
  for (const line of lines) {
    const fence = FENCE.exec(line)?.[1];
    if (fence === undefined) continue;
    if (open === null) open = fence;
    else if (closes(line.trim(), open)) open = null;
  }
  return open === null;
}

/** A closing fence is at least as long as the opening one, of the same character, and alone. */
export function closes(line: string, fence: string): boolean {
  const mark = fence.charAt(0);
  if (line.length < fence.length || !line.startsWith(fence)) return false;
  return [...line].every((character) => character === mark);
}
