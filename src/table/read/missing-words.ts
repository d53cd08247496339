/** What people and programs write for a value that is not there; compared without case. */
const WORDS = [
  'na',
  'n/a',
  '#n/a',
  '#na',
  '<na>',
  'null',
  '<null>',
  '(null)',
  'nil',
  'none',
  'nan',
  '-nan',
  '\\n',
  '?',
  '-',
  '--',
  '---',
  '–',
  '—',
  '——',
  '缺失',
  '缺失值',
  '缺',
  '空',
  '空值',
  '（空）',
  '(空)',
  '暂无',
  '暂无数据',
  '无数据',
];
const MISSING = new Set(WORDS);
const encoder = new TextEncoder();
const LONGEST = Math.max(...WORDS.map((word) => encoder.encode(word).length));

/** First bytes of missing words in either case: most cells are told apart by one look. */
const firstBytes = new Uint8Array(256);
for (const word of WORDS) {
  firstBytes[encoder.encode(word)[0]!] = 1;
  firstBytes[encoder.encode(word.toUpperCase())[0]!] = 1;
}

const decoder = new TextDecoder();

/** True for an empty or blank cell and for the missing words. */
export function isMissing(bytes: Uint8Array, from: number, to: number): boolean {
  let start = from;
  let end = to;
  while (start < end && bytes[start]! <= 0x20) start++;
  if (start === end) return true;
  if (firstBytes[bytes[start]!] === 0) return false;
  while (bytes[end - 1]! <= 0x20) end--;
  if (end - start > LONGEST) return false;
  return MISSING.has(decoder.decode(bytes.subarray(start, end)).toLowerCase());
}

export function isMissingText(text: string): boolean {
  const trimmed = text.trim();
  return trimmed === '' || MISSING.has(trimmed.toLowerCase());
}
