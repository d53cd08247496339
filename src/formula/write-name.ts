import { functionNamed } from './function-list';
import { plainSign, WORDS } from './signs';

const BARE = /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u;

/** A column's name as a formula refers to it: bare, in brackets or in backticks. */
export function writeName(name: string): string {
  const plain = Array.from({ length: name.length }, (_, i) => plainSign(name.charAt(i))).join('');
  const isWord = WORDS.has(plain.toLowerCase()) || functionNamed(name) !== undefined;
  if (BARE.test(plain) && !isWord) return name;
  return plain.includes(']') || /^[\s\d"'+.,-]/.test(plain) ? `\`${name}\`` : `[${name}]`;
}
