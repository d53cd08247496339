import type { Suggestion, Suggestions, Token } from '../../editor/code';
import { tokensOf } from './tokens';
import { asWritten, FUNCTIONS, KEYWORDS } from './words';

/** A table that a query may ask, as completion knows it. */
export interface KnownTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly note?: string }[];
}

const KEYWORD_OPTIONS: readonly Suggestion[] = [...KEYWORDS].map((label) => ({
  label,
  kind: 'keyword',
}));
const FUNCTION_OPTIONS: readonly Suggestion[] = FUNCTIONS.map((label) => ({
  label,
  kind: 'function',
  insert: `${label}(`,
}));

/** What may stand at a place of a query; nothing inside texts and comments. */
export function suggestFor(
  query: string,
  at: number,
  tables: readonly KnownTable[],
): Suggestions | null {
  const tokens = tokensOf(query);
  const current = tokens.find(({ from, to }) => from < at && at <= to);
  if (current?.kind === 'comment' || current?.kind === 'text' || current?.kind === 'number') {
    return null;
  }
  const isWord = current !== undefined && current.kind !== 'sign';
  const from = isWord ? current.from : at;
  const before = tokens.findLastIndex(({ to }) => to <= from);
  if (before > 0 && textAt(query, tokens[before]) === '.') {
    const owner = tableCalled(query, tokens, { name: textAt(query, tokens[before - 1]), tables });
    return owner ? { from, options: columnOptions([owner]) } : null;
  }
  const options = [
    ...columnOptions(tables),
    ...tables.map(({ name }): Suggestion => named(name, 'table')),
    ...FUNCTION_OPTIONS,
    ...KEYWORD_OPTIONS,
  ];
  return { from, options };
}

function textAt(query: string, token: Token | undefined): string {
  return token ? query.slice(token.from, token.to) : '';
}

function named(name: string, kind: Suggestion['kind'], detail?: string): Suggestion {
  const written = asWritten(name);
  return {
    // In quotes the letters typed after the quote are matched, too.
    label: written,
    kind,
    ...(detail === undefined ? {} : { detail }),
  };
}

/** Every column once; where two tables have it, of both. */
function columnOptions(tables: readonly KnownTable[]): Suggestion[] {
  const seen = new Map<string, Suggestion>();
  for (const { name: table, columns } of tables) {
    for (const { name, note } of columns) {
      const detail = [table, ...(note === undefined ? [] : [note])].join(' · ');
      if (!seen.has(name)) seen.set(name, named(name, 'column', detail));
    }
  }
  return [...seen.values()];
}

const bare = (name: string): string =>
  name.replace(/^"|"$/g, '').replaceAll('""', '"').toLowerCase();

/** The table of that name, or the one that goes by it: `orders o`, `orders AS o`. */
function tableCalled(
  query: string,
  tokens: readonly Token[],
  { name, tables }: { readonly name: string; readonly tables: readonly KnownTable[] },
): KnownTable | undefined {
  const wanted = bare(name);
  const own = tables.find((table) => table.name.toLowerCase() === wanted);
  if (own) return own;
  const words = tokens
    .filter(({ kind }) => kind !== 'comment')
    .map((token) => bare(textAt(query, token)));
  for (const [index, word] of words.entries()) {
    if (word !== wanted) continue;
    const place = words[index - 1] === 'as' ? index - 2 : index - 1;
    const table = tables.find((each) => each.name.toLowerCase() === words[place]);
    if (table) return table;
  }
  return undefined;
}

/** A first query about what there is: how often each value of a category occurs. */
export function exampleQuery(tables: readonly KnownTable[], category: string): string {
  const [table] = tables;
  if (!table) return '';
  const column = table.columns.find(({ note }) => note === category) ?? table.columns[0];
  const name = asWritten(table.name);
  if (!column) return `SELECT *\nFROM ${name}`;
  const by = asWritten(column.name);
  return `SELECT ${by}, count(*) AS n\nFROM ${name}\nGROUP BY ${by}\nORDER BY n DESC`;
}
