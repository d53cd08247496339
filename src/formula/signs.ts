/** Operators as the rest of the language knows them, by how they may be typed. */
export const SIGNS: ReadonlyMap<string, string> = new Map([
  ['&&', 'and'],
  ['||', 'or'],
  ['==', '='],
  ['!=', '<>'],
  ['<>', '<>'],
  ['<=', '<='],
  ['>=', '>='],
  ['**', '^'],
  ['+', '+'],
  ['-', '-'],
  ['*', '*'],
  ['/', '/'],
  ['%', '%'],
  ['^', '^'],
  ['&', '&'],
  ['=', '='],
  ['<', '<'],
  ['>', '>'],
  ['!', 'not'],
  ['≠', '<>'],
  ['≤', '<='],
  ['≥', '>='],
  ['×', '*'],
  ['÷', '/'],
  ['−', '-'],
]);

/** Words that are operators or values; a column of that name is written in brackets. */
export const WORDS: ReadonlyMap<string, string> = new Map([
  ['and', 'and'],
  ['or', 'or'],
  ['not', 'not'],
  ['in', 'in'],
  ['且', 'and'],
  ['或', 'or'],
  ['非', 'not'],
  ['属于', 'in'],
  ['true', 'true'],
  ['false', 'false'],
  ['missing', 'missing'],
  ['null', 'missing'],
  ['真', 'true'],
  ['假', 'false'],
  ['缺失', 'missing'],
]);

/** How tightly the operators bind; `^` alone goes from right to left. */
export const PRECEDENCE: Readonly<Record<string, number>> = {
  or: 1,
  and: 2,
  '=': 3,
  '<>': 3,
  '<': 3,
  '>': 3,
  '<=': 3,
  '>=': 3,
  in: 3,
  'not in': 3,
  '&': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '%': 6,
  '^': 7,
};

const QUOTES: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '【': '[',
  '】': ']',
  '。': '.',
  '、': ',',
  '《': '<',
  '》': '>',
};

/**
 * A letter as an English keyboard has it: full-width signs and digits (U+FF01 … U+FF5E), Chinese
 * quotes, brackets and spaces. One letter stays one letter, so positions stay true.
 */
export function plainSign(letter: string): string {
  const code = letter.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code === 0x3000 || code === 0xa0) return ' ';
  return Object.hasOwn(QUOTES, letter) ? QUOTES[letter]! : letter;
}
