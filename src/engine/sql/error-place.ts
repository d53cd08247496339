/** Characters that fill two places of a terminal, as DuckDB counts when it points with a caret. */
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]|[\u{1F300}-\u{1F64F}\u{1F900}-\u{1F9FF}\u{20000}-\u{3FFFD}]/u;

/** Where, counted in UTF-16 units, the character at this width of the text begins. */
function indexAtWidth(text: string, width: number): number {
  let reached = 0;
  let index = 0;
  for (const character of text) {
    if (reached >= width) break;
    reached += WIDE.test(character) ? 2 : 1;
    index += character.length;
  }
  return index;
}

/** What an error is about begins there and ends with the word, the string or the sign. */
function endOf(sql: string, from: number): number {
  const rest = sql.slice(from);
  const word = /^(?:"(?:[^"]|"")*"|'(?:[^']|'')*'|[\p{L}\p{N}_$]+|\S)/u.exec(rest);
  return from + (word?.[0].length ?? 1);
}

/**
 * The stretch of a statement that an error points at with `LINE n: …` and a caret below, where a
 * long line is cut with dots, or its end when there is too little of it; null when it points at
 * nothing.
 */
export function placeOf(
  told: string,
  sql: string,
): { readonly from: number; readonly to: number } | null {
  const end = sql.trimEnd().length;
  if (/^syntax error at end of input/.test(told)) return { from: Math.max(0, end - 1), to: end };
  const [, number, excerpt, indent] = /\nLINE (\d+): (.*)\n( *)\^/.exec(told) ?? [];
  if (number === undefined || excerpt === undefined || indent === undefined) return null;
  const lines = sql.split('\n');
  const line = Number(number) - 1;
  const text = lines[line];
  if (text === undefined) return null;
  const begin = lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0);
  const shown = excerpt.replace(/^\.\.\./, '').replace(/\.\.\.$/, '');
  const cut = excerpt.startsWith('...') ? 3 : 0;
  const at = Math.max(0, text.indexOf(shown));
  const width = indent.length - `LINE ${number}: `.length - cut;
  const from = begin + at + indexAtWidth(shown, width);
  return { from, to: endOf(sql, from) };
}
