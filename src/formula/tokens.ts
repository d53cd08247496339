import { FormulaError, type Span } from './fault';
import { plainSign, SIGNS, WORDS } from './signs';

export type Token = Span &
  (
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'text'; readonly value: string }
    | { readonly kind: 'boolean'; readonly value: boolean }
    | { readonly kind: 'missing' }
    /** A column in brackets or backticks: never a function. */
    | { readonly kind: 'column'; readonly name: string }
    /** A column or a function, as what follows tells. */
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'list'; readonly values: readonly (number | string)[] }
    | { readonly kind: 'operator'; readonly sign: string }
    | { readonly kind: 'open' | 'close' | 'comma' }
  );

const MOST_LETTERS = 5000;
const MOST_TOKENS = 1000;

/** The parts of a formula, one after the other. Linear; throws `FormulaError`s. */
export function* eachToken(formula: string): Generator<Token> {
  if (formula.length > MOST_LETTERS) {
    const place = { position: MOST_LETTERS, length: formula.length - MOST_LETTERS };
    throw new FormulaError('too-long', place, { expected: String(MOST_LETTERS) });
  }
  const scanner = new Scanner(formula);
  for (let token = scanner.next(); token; token = scanner.next()) yield token;
}

/** Cuts a formula into its parts; `not in` is one. Linear; throws `FormulaError`s. */
export function tokensOf(formula: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const token of eachToken(formula)) {
    if (tokens.length === MOST_TOKENS) {
      throw new FormulaError('too-many-parts', token, { expected: String(MOST_TOKENS) });
    }
    const last = tokens.at(-1);
    if (isOperator(token, 'in') && last && isOperator(last, 'not')) {
      const { position } = last;
      const length = token.position + token.length - position;
      tokens[tokens.length - 1] = { kind: 'operator', sign: 'not in', position, length };
    } else tokens.push(token);
  }
  return tokens;
}

export function isOperator(token: Token | undefined, sign: string): boolean {
  return token?.kind === 'operator' && token.sign === sign;
}

const SPACE = /\s/u;
const DIGIT = /[0-9]/;
const NAME_START = /[\p{L}_]/u;
const NAME_PART = /[\p{L}\p{M}\p{N}_]/u;
const NUMBER = /^(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/;
const LIST_ITEM = /^\s*(?:([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)|"([^"]*)"|'([^']*)')\s*$/i;
const PARENS = { '(': 'open', ')': 'close', ',': 'comma' } as const;

class Scanner {
  /** The formula with every sign as an English keyboard has it; as long as what was typed. */
  private readonly plain: string;
  private at = 0;

  constructor(private readonly typed: string) {
    this.plain = Array.from({ length: typed.length }, (_, i) => plainSign(typed.charAt(i))).join(
      '',
    );
  }

  next(): Token | null {
    while (SPACE.test(this.plain.charAt(this.at))) this.at++;
    if (this.at >= this.plain.length) return null;
    const letter = this.plain.charAt(this.at);
    if (letter === '"' || letter === "'") return this.text(letter);
    if (letter === '[') return this.bracket();
    if (letter === '`') return this.column('`');
    if (DIGIT.test(letter) || (letter === '.' && DIGIT.test(this.plain.charAt(this.at + 1)))) {
      return this.number();
    }
    if (letter === '(' || letter === ')' || letter === ',') {
      return { kind: PARENS[letter], ...this.taken(1) };
    }
    return this.operator() ?? this.name();
  }

  /** The place of the next letters, which are then behind. */
  private taken(length: number): Span {
    const span = { position: this.at, length };
    this.at += length;
    return span;
  }

  /** A quote within the text is written twice. */
  private text(quote: string): Token {
    let value = '';
    for (let end = this.at + 1; end < this.plain.length; end++) {
      if (this.plain.charAt(end) !== quote) value += this.typed.charAt(end);
      else if (this.plain.charAt(end + 1) === quote) value += this.typed.charAt(end++);
      else return { kind: 'text', value, ...this.taken(end + 1 - this.at) };
    }
    throw new FormulaError('quote-unclosed', this.rest());
  }

  /** `[1, 2, 3]` and `['a', 'b']` are lists; everything else in brackets is a column's name. */
  private bracket(): Token {
    const end = this.plain.indexOf(']', this.at);
    if (end < 0) throw new FormulaError('bracket-unclosed', this.rest());
    const values = listOf(this.plain.slice(this.at + 1, end), this.typed.slice(this.at + 1, end));
    if (values) return { kind: 'list', values, ...this.taken(end + 1 - this.at) };
    return this.column(']');
  }

  private column(closing: string): Token {
    const end = this.plain.indexOf(closing, this.at + 1);
    if (end < 0) throw new FormulaError('bracket-unclosed', this.rest());
    const name = this.typed.slice(this.at + 1, end);
    return { kind: 'column', name, ...this.taken(end + 1 - this.at) };
  }

  private number(): Token {
    const written = NUMBER.exec(this.plain.slice(this.at, this.at + 400))?.[0] ?? '';
    const following = this.plain.charAt(this.at + written.length);
    const value = Number(written);
    if (following === '.' || !Number.isFinite(value)) {
      const span = { position: this.at, length: written.length + (following === '.' ? 1 : 0) };
      throw new FormulaError('number-invalid', span, {
        found: this.typed.slice(this.at, this.at + 40),
      });
    }
    return { kind: 'number', value, ...this.taken(written.length) };
  }

  private operator(): Token | null {
    for (const length of [2, 1]) {
      const letters = this.plain.slice(this.at, this.at + length);
      const sign = SIGNS.get(letters);
      if (sign !== undefined) return { kind: 'operator', sign, ...this.taken(letters.length) };
    }
    return null;
  }

  private name(): Token {
    const letter = letterAt(this.plain, this.at);
    if (!NAME_START.test(letter)) {
      throw new FormulaError(
        'character-unknown',
        { position: this.at, length: letter.length },
        {
          found: letter,
        },
      );
    }
    let end = this.at;
    for (let part = letter; part !== '' && NAME_PART.test(part); part = letterAt(this.plain, end)) {
      end += part.length;
    }
    const name = this.typed.slice(this.at, end);
    const word = WORDS.get(this.plain.slice(this.at, end).toLowerCase());
    const span = this.taken(end - this.at);
    if (word === undefined) return { kind: 'name', name, ...span };
    if (word === 'missing') return { kind: 'missing', ...span };
    if (word === 'true' || word === 'false') {
      return { kind: 'boolean', value: word === 'true', ...span };
    }
    return { kind: 'operator', sign: word, ...span };
  }

  private rest(): Span {
    return { position: this.at, length: this.plain.length - this.at };
  }
}

function letterAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}

/** Numbers or texts parted by commas; null when what is in the brackets is no such list. */
function listOf(plain: string, typed: string): readonly (number | string)[] | null {
  const values: (number | string)[] = [];
  let at = 0;
  for (const part of splitOutsideQuotes(plain)) {
    const item = LIST_ITEM.exec(part);
    if (!item) return null;
    if (item[1] !== undefined) values.push(Number(item[1]));
    else {
      const quoteAt = at + part.search(/["']/) + 1;
      values.push(typed.slice(quoteAt, quoteAt + (item[2] ?? item[3] ?? '').length));
    }
    at += part.length + 1;
  }
  const isSame = values.every((value) => typeof value === typeof values[0]);
  const isFinite = values.every((value) => typeof value === 'string' || Number.isFinite(value));
  return isSame && isFinite ? values : null;
}

function splitOutsideQuotes(text: string): string[] {
  return text.match(/(?:"[^"]*"|'[^']*'|[^,"'])+|(?<=,)(?=,|$)|^$/g) ?? [];
}
