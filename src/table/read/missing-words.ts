/** What people and programs write for a value that is not there, whatever the column. */
const CERTAIN = [
  'n/a',
  '#n/a',
  '#na',
  '<na>',
  'null',
  '<null>',
  '(null)',
  'nan',
  '-nan',
  '\\n',
  '缺失',
  '缺失值',
  '空值',
  '（空）',
  '(空)',
  '暂无数据',
  '无数据',
];

/** What may as well be a value of its own: "no alley", the country Namibia, a dash for "none". */
const DOUBTFUL = ['na', 'none', 'nil', '?', '-', '--', '---', '–', '—', '——', '缺', '空', '暂无'];

const BEGINNINGS = 1 << 13;
const BLANK = 0x20;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Words for a missing value, compared without case; an empty or blank cell always is one. */
export class MissingWords {
  private readonly words: ReadonlySet<string>;
  /** First bytes of the words in either case: most cells are told apart by one look. */
  private readonly firstBytes = new Uint8Array(256);
  /** Likewise by three bytes, for writing without case, where all words begin alike. */
  private readonly beginnings = new Uint8Array(BEGINNINGS);
  private readonly longest: number;

  constructor(words: readonly string[]) {
    const plain = words.map((word) => word.trim().toLowerCase()).filter((word) => word !== '');
    this.words = new Set(plain);
    this.longest = Math.max(0, ...plain.map((word) => encoder.encode(word).length));
    for (const word of plain) {
      this.firstBytes[encoder.encode(word)[0]!] = 1;
      this.firstBytes[encoder.encode(word.toUpperCase())[0]!] = 1;
      if (hasForeignCase(word)) this.beginnings.fill(1);
      const bytes = encoder.encode(word);
      this.beginnings[beginningOf(bytes, 0, bytes.length)] = 1;
    }
  }

  /** True when `bytes[from, to)` is empty, blank or one of the words. */
  has(bytes: Uint8Array, from: number, to: number): boolean {
    let start = from;
    while (start < to && bytes[start]! <= 0x20) start++;
    if (start === to) return true;
    if (this.firstBytes[bytes[start]!] === 0) return false;
    return this.beginnings[beginningOf(bytes, start, to)] !== 0 && this.isWord(bytes, start, to);
  }

  /** The same words but for some. */
  without(words: readonly string[]): MissingWords {
    const gone = new Set(words.map((word) => word.toLowerCase()));
    return new MissingWords([...this.words].filter((word) => !gone.has(word)));
  }

  hasText(text: string): boolean {
    const word = text.trim().toLowerCase();
    return word === '' || this.words.has(word);
  }

  private isWord(bytes: Uint8Array, from: number, to: number): boolean {
    let end = to;
    while (bytes[end - 1]! <= 0x20) end--;
    // An upper case letter may be shorter than its lower case.
    if (end - from > 2 * this.longest) return false;
    return this.words.has(decoder.decode(bytes.subarray(from, end)).toLowerCase());
  }
}

/** A number for the first three bytes, the same for ASCII letters in either case. */
function beginningOf(bytes: Uint8Array, from: number, to: number): number {
  const second = from + 1 < to ? Math.max(bytes[from + 1]!, BLANK) : BLANK;
  const third = from + 2 < to ? Math.max(bytes[from + 2]!, BLANK) : BLANK;
  const sum = ((bytes[from]! | BLANK) * 31 + (second | BLANK)) * 31 + (third | BLANK);
  return sum & (BEGINNINGS - 1);
}

/** Letters beyond ASCII that have two cases are written in other bytes in each. */
function hasForeignCase(word: string): boolean {
  return word.toUpperCase() !== word.replace(/[a-z]/g, upperOf);
}

function upperOf(letter: string): string {
  return letter.toUpperCase();
}

/** Where nothing else is said. */
export const STANDARD_MISSING = new MissingWords([...CERTAIN, ...DOUBTFUL]);

/** The words that may be values of their own in a column of text. */
export const DOUBTFUL_WORDS = new MissingWords(DOUBTFUL);

/** The words of one column: those that a person gave for it alone, else the usual ones and `more`. */
export function missingOf(
  only: readonly string[] | undefined,
  more: readonly string[],
): MissingWords {
  if (only !== undefined) return new MissingWords(only);
  return more.length === 0
    ? STANDARD_MISSING
    : new MissingWords([...CERTAIN, ...DOUBTFUL, ...more]);
}

/** True for a blank text and for every usual word for a missing value. */
export function isMissingText(text: string): boolean {
  return STANDARD_MISSING.hasText(text);
}
