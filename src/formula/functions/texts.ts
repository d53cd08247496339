import { isoOf } from '../../table/iso-date';
import { numbersIn, rowFunction, textsIn, type Run, type RowFunction } from '../row-function';
import { takes, takesMany, type Signature } from '../signature';
import type { Block } from '../values';

const TEXT = takes('text', ['text']);

function textToText(f: (text: string) => string): Run {
  return ([x], into, rows) => {
    const [from, to] = [textsIn(x), textsIn(into)];
    for (let row = 0; row < rows; row++) to[row] = from[row] === null ? null : f(from[row]!);
  };
}

function textsToFlag(f: (text: string, part: string) => boolean): Run {
  return ([x, y], into, rows) => {
    const [from, parts, to] = [textsIn(x), textsIn(y), numbersIn(into)];
    for (let row = 0; row < rows; row++) {
      const [text, part] = [from[row]!, parts[row]!];
      to[row] = text === null || part === null ? NaN : f(text, part) ? 1 : 0;
    }
  };
}

/** Letters as people count them: one outside the basic plane, such as 𠮷, is one. */
function lengthOf(text: string): number {
  let letters = 0;
  for (const _letter of text) letters++;
  return letters;
}

/** From letter `start` (the first is 1, −1 the last), `length` letters; null for no such place. */
function substringOf(text: string, start: number, length: number): string | null {
  const [from, most] = [Math.trunc(start), Math.trunc(length)];
  if (from === 0 || !(most >= 0)) return null;
  const letters = Array.from(text);
  const begin = from > 0 ? from - 1 : Math.max(0, letters.length + from);
  return letters.slice(begin, begin + most).join('');
}

const NUMBER = /^[+-]?(?:(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?(%?)$/i;

/** 1234.5, 1,234.5, -3e4, 12%, full-width too; NaN for what is not a number. */
function numberOf(text: string): number {
  const plain = text.normalize('NFKC').replaceAll('−', '-').trim();
  const match = NUMBER.exec(plain);
  if (!match) return NaN;
  const value = Number(plain.replaceAll(',', '').replace('%', ''));
  return match[1] === '%' ? value / 100 : value;
}

/** A value as text, as tables write it. */
export type Spell = (block: Block, row: number) => string | null;

export const SPELLINGS: Readonly<Record<string, Spell>> = {
  text: (block, row) => textsIn(block)[row]!,
  number: spelled(String),
  date: spelled(isoOf),
  boolean: spelled((flag) => (flag === 1 ? 'true' : 'false')),
  missing: () => null,
};

function spelled(f: (x: number) => string): Spell {
  return (block, row) => {
    const x = numbersIn(block)[row]!;
    return Number.isNaN(x) ? null : f(x);
  };
}

/** Texts one after the other; missing if any part is. The checker hands over texts only. */
const concat: Run = (args, into, rows) => {
  const to = textsIn(into);
  for (let row = 0; row < rows; row++) {
    let text: string | null = '';
    for (const arg of args) {
      const part: string | null = textsIn(arg)[row]!;
      text = text === null || part === null ? null : text + part;
    }
    to[row] = text !== null && text.length > MOST_LETTERS ? null : text;
  }
};

/** A text of one value grows no longer: repeated `replace` would fill the memory. */
const MOST_LETTERS = 100_000;

export const concatOperator = rowFunction('&', takesMany('text', { rest: 'text', least: 2 }), {
  run: concat,
  why: () => 'too-large',
});

/** Any value as text; the checker puts it around what is no text. */
export function spelling(type: keyof typeof SPELLINGS): RowFunction {
  const spell = SPELLINGS[type]!;
  return rowFunction('text', takes('text', ['any']), {
    run: ([x], into, rows) => {
      const to = textsIn(into);
      for (let row = 0; row < rows; row++) to[row] = spell(x!, row);
    },
  });
}

const PART: Signature = takes('text', ['text', 'text', 'number']);

export const textFunctions: readonly RowFunction[] = [
  rowFunction('concat', takesMany('text', { rest: 'text', least: 2 }), {
    run: concat,
    why: () => 'too-large',
  }),
  rowFunction('length', takes('number', ['text']), {
    run: ([x], into, rows) => {
      const [from, to] = [textsIn(x), numbersIn(into)];
      for (let row = 0; row < rows; row++)
        to[row] = from[row] === null ? NaN : lengthOf(from[row]!);
    },
  }),
  rowFunction('lower', TEXT, { run: textToText((text) => text.toLowerCase()) }),
  rowFunction('upper', TEXT, { run: textToText((text) => text.toUpperCase()) }),
  rowFunction('trim', TEXT, { run: textToText((text) => text.trim()) }),
  rowFunction('contains', takes('boolean', ['text', 'text']), {
    run: textsToFlag((text, part) => text.includes(part)),
  }),
  rowFunction('starts_with', takes('boolean', ['text', 'text']), {
    run: textsToFlag((text, part) => text.startsWith(part)),
  }),
  rowFunction('ends_with', takes('boolean', ['text', 'text']), {
    run: textsToFlag((text, part) => text.endsWith(part)),
  }),
  rowFunction('replace', takes('text', ['text', 'text', 'text']), {
    run: ([x, y, z], into, rows) => {
      const [from, old, fresh, to] = [textsIn(x), textsIn(y), textsIn(z), textsIn(into)];
      for (let row = 0; row < rows; row++) to[row] = replaced(from[row]!, old[row]!, fresh[row]!);
    },
    why: () => 'too-large',
  }),
  rowFunction('substring', takes('text', ['text', 'number', 'number'], 1), {
    run: ([x, start, length], into, rows) => {
      const [from, starts, to] = [textsIn(x), numbersIn(start), textsIn(into)];
      const lengths = length === undefined ? null : numbersIn(length);
      for (let row = 0; row < rows; row++) {
        const isKnown = from[row] !== null && !Number.isNaN(starts[row]!);
        const most = lengths ? lengths[row]! : Infinity;
        to[row] = isKnown ? substringOf(from[row]!, starts[row]!, most) : null;
      }
    },
    why: () => 'no-such-part',
  }),
  rowFunction('split_part', PART, {
    run: ([x, y, z], into, rows) => {
      const [from, separators, numbers, to] = [textsIn(x), textsIn(y), numbersIn(z), textsIn(into)];
      for (let row = 0; row < rows; row++)
        to[row] = partOf(from[row]!, separators[row]!, numbers[row]!);
    },
    why: () => 'no-such-part',
  }),
  rowFunction('number', takes('number', ['number-or-text']), {
    run: ([x], into, rows) => {
      const to = numbersIn(into);
      if (x instanceof Float64Array) return to.set(x.subarray(0, rows));
      const from = textsIn(x);
      for (let row = 0; row < rows; row++) {
        to[row] = from[row] === null ? NaN : numberOf(from[row]!);
      }
    },
    why: () => 'not-a-number',
  }),
];

function replaced(text: string | null, old: string | null, fresh: string | null): string | null {
  if (text === null || old === null || fresh === null) return null;
  if (old === '') return text;
  const result = text.split(old).join(fresh);
  return result.length > MOST_LETTERS ? null : result;
}

/** The part with this number: 1 is the first, −1 the last. */
function partOf(text: string | null, separator: string | null, number: number): string | null {
  if (text === null || separator === null || separator === '' || Number.isNaN(number)) return null;
  const parts = text.split(separator);
  const index = Math.trunc(number);
  return (index > 0 ? parts[index - 1] : parts.at(index === 0 ? parts.length : index)) ?? null;
}
