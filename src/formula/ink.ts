import { orFault } from './fault';
import { functionNamed } from './function-list';
import { eachToken, type Token } from './tokens';

/** A stretch of a formula and what it is, for colours. */
export interface Ink {
  readonly from: number;
  readonly to: number;
  readonly kind: 'keyword' | 'function' | 'name' | 'number' | 'text' | 'sign';
}

/** The parts of a formula up to the first that is none. */
export function inksOf(formula: string): Ink[] {
  const tokens: Token[] = [];
  orFault(() => {
    for (const token of eachToken(formula)) tokens.push(token);
  });
  return tokens.map((token, index) => {
    const { position, length } = token;
    return { from: position, to: position + length, kind: kindOf(token, tokens[index + 1]) };
  });
}

function kindOf(token: Token, next: Token | undefined): Ink['kind'] {
  switch (token.kind) {
    case 'name':
      return next?.kind === 'open' && functionNamed(token.name) ? 'function' : 'name';
    case 'column':
      return 'name';
    case 'number':
      return 'number';
    case 'text':
    case 'list':
      return 'text';
    case 'boolean':
    case 'missing':
      return 'keyword';
    case 'operator':
      return /\w/.test(token.sign) ? 'keyword' : 'sign';
    default:
      return 'sign';
  }
}

const PART = /[\p{L}\p{M}\p{N}_]/u;

/** Where the word before a place begins, and the sign that closes the brackets it stands in. */
export interface WordStart {
  readonly from: number;
  readonly closing: ']' | '`' | '';
}

/** Null within a text, where nothing is a name. */
export function wordStart(formula: string, at: number): WordStart | null {
  const before = formula.slice(0, at);
  const count = (sign: string) => before.split(sign).length - 1;
  if (count('"') % 2 === 1 || count("'") % 2 === 1) return null;
  const bracket = before.lastIndexOf('[');
  if (bracket > before.lastIndexOf(']')) return { from: bracket + 1, closing: ']' };
  if (count('`') % 2 === 1) return { from: before.lastIndexOf('`') + 1, closing: '`' };
  let from = at;
  while (from > 0 && PART.test(before.charAt(from - 1))) from--;
  return { from, closing: '' };
}
