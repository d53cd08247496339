import type { Token, TokenKind } from '../../editor/code';
import { KEYWORDS } from './words';

/**
 * The tokens of DuckDB's SQL, as far as colours, completion and a first look at a query need them;
 * what is not finished reaches to the end. The database itself decides what the query means.
 */
const PATTERNS: readonly (readonly [TokenKind, RegExp])[] = [
  ['comment', /--[^\n]*/y],
  ['comment', /\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?/y],
  ['text', /[eE]'(?:[^'\\]|\\[\s\S]|'')*'?/y],
  ['text', /'(?:[^']|'')*'?/y],
  ['text', /(\$\w*\$)[\s\S]*?(?:\1|$)/y],
  ['name', /"(?:[^"]|"")*"?/y],
  ['number', /(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y],
  ['name', /[\p{L}_][\p{L}\p{N}_$]*/uy],
  ['sign', /[^\s]/y],
];

/** Linear in the text. */
export function tokensOf(sql: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < sql.length;) {
    const space = /\s*/y;
    space.lastIndex = at;
    space.test(sql);
    at = space.lastIndex;
    const token = tokenAt(sql, at);
    if (!token) break;
    tokens.push(token);
    at = token.to;
  }
  return tokens;
}

function tokenAt(sql: string, from: number): Token | null {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = from;
    if (!pattern.test(sql)) continue;
    const to = pattern.lastIndex;
    if (kind !== 'name' || sql[from] === '"') return { from, to, kind };
    const word = sql.slice(from, to).toUpperCase();
    if (KEYWORDS.has(word)) return { from, to, kind: 'keyword' };
    const isCall = /^\s*\(/.test(sql.slice(to, to + 20));
    return { from, to, kind: isCall ? 'function' : 'name' };
  }
  return null;
}
