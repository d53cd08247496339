import { failStep, type PatternFlaw } from './fault';

/** True for characters (code points) of a set. */
export type CharacterTest = (point: number) => boolean;

/** A regular expression as a tree. */
export type PatternNode =
  | { readonly kind: 'character'; readonly test: CharacterTest }
  | { readonly kind: 'begin' | 'end' }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly PatternNode[] }
  | {
      readonly kind: 'repeat';
      readonly part: PatternNode;
      readonly least: number;
      readonly most: number;
    };

const LONGEST = 500;
const MOST_REPEATS = 1000;
const DIGIT = between(0x30, 0x39);
const WORD = anyOf([DIGIT, between(0x41, 0x5a), between(0x61, 0x7a), only(0x5f)]);
const SPACE: CharacterTest = (point) => /\s/u.test(String.fromCodePoint(point));
const CLASSES: ReadonlyMap<string, CharacterTest> = new Map([
  ['d', DIGIT],
  ['D', not(DIGIT)],
  ['w', WORD],
  ['W', not(WORD)],
  ['s', SPACE],
  ['S', not(SPACE)],
]);
const CONTROLS = new Map([
  ['t', 0x09],
  ['n', 0x0a],
  ['v', 0x0b],
  ['f', 0x0c],
  ['r', 0x0d],
  ['0', 0x00],
]);
const LINE_ENDS = new Set([0x0a, 0x0d, 0x2028, 0x2029]);

function only(wanted: number): CharacterTest {
  return (point) => point === wanted;
}

function between(from: number, to: number): CharacterTest {
  return (point) => point >= from && point <= to;
}

function anyOf(tests: readonly CharacterTest[]): CharacterTest {
  return (point) => tests.some((test) => test(point));
}

function not(test: CharacterTest): CharacterTest {
  return (point) => !test(point);
}

/**
 * Reads a regular expression of the forms that need no going back: characters, sets, groups, choices,
 * repeats, `^` and `$`, over code points as with the flag `u`. Ends the step on any other.
 */
export function parsePattern(pattern: string): PatternNode {
  return new Parser(pattern).parse();
}

class Parser {
  private readonly characters: readonly string[];
  private at = 0;

  constructor(pattern: string) {
    if (pattern.length > LONGEST) refuse('too-long', LONGEST);
    this.characters = [...pattern];
  }

  parse(): PatternNode {
    const node = this.choice();
    return this.at < this.characters.length ? this.refuse('invalid') : node;
  }

  private refuse(reason: PatternFlaw): never {
    return refuse(reason, this.at + 1);
  }

  private get next(): string | undefined {
    return this.characters[this.at];
  }

  private takes(wanted: string): boolean {
    const isThere = [...wanted].every((one, i) => this.characters[this.at + i] === one);
    if (isThere) this.at += [...wanted].length;
    return isThere;
  }

  private take(): string {
    return this.characters[this.at++] ?? this.refuse('invalid');
  }

  private choice(): PatternNode {
    const parts = [this.sequence()];
    while (this.takes('|')) parts.push(this.sequence());
    return parts.length === 1 ? parts[0]! : { kind: 'choice', parts };
  }

  private sequence(): PatternNode {
    const parts: PatternNode[] = [];
    while (this.next !== undefined && this.next !== '|' && this.next !== ')') {
      parts.push(this.repeated(this.atom()));
    }
    return { kind: 'sequence', parts };
  }

  private repeated(part: PatternNode): PatternNode {
    const times = this.times();
    if (times === null) return part;
    if (part.kind === 'begin' || part.kind === 'end') return this.refuse('invalid');
    // Whether a repeat is greedy says what is found, not whether all of the text fits.
    if (!this.takes('?') && this.takes('+')) this.refuse('not-linear');
    if (this.times() !== null) this.refuse('invalid');
    return { kind: 'repeat', part, ...times };
  }

  private times(): { least: number; most: number } | null {
    if (this.takes('*')) return { least: 0, most: Infinity };
    if (this.takes('+')) return { least: 1, most: Infinity };
    if (this.takes('?')) return { least: 0, most: 1 };
    if (!this.takes('{')) return null;
    const least = this.number();
    const most = !this.takes(',') ? least : this.next === '}' ? Infinity : this.number();
    if (!this.takes('}') || most < least) this.refuse('invalid');
    if (least > MOST_REPEATS || (most !== Infinity && most > MOST_REPEATS))
      this.refuse('too-large');
    return { least, most };
  }

  private number(): number {
    let digits = '';
    while (/^[0-9]$/.test(this.next ?? '') && digits.length < 6) digits += this.take();
    return digits === '' ? this.refuse('invalid') : Number(digits);
  }

  private atom(): PatternNode {
    if (this.takes('(')) return this.group();
    if (this.takes('[')) return { kind: 'character', test: this.set() };
    if (this.takes('^')) return { kind: 'begin' };
    if (this.takes('$')) return { kind: 'end' };
    if (this.takes('.')) return { kind: 'character', test: (point) => !LINE_ENDS.has(point) };
    if (this.takes('\\')) return { kind: 'character', test: this.escape() };
    if ('*+?{}]'.includes(this.next ?? '')) this.refuse('invalid');
    return { kind: 'character', test: only(this.take().codePointAt(0)!) };
  }

  private group(): PatternNode {
    if (this.takes('?')) {
      for (const looks of ['=', '!', '<=', '<!', '>'])
        if (this.takes(looks)) this.refuse('not-linear');
      if (this.takes('P')) this.takes('');
      if (this.takes('<')) while (this.take() !== '>');
      else if (!this.takes(':')) this.refuse('unsupported');
    }
    const inside = this.choice();
    return this.takes(')') ? inside : this.refuse('invalid');
  }

  private escape(): CharacterTest {
    const letter = this.take();
    const known = CLASSES.get(letter);
    if (known) return known;
    const control = CONTROLS.get(letter);
    if (control !== undefined) return only(control);
    if (/^[1-9k]$/.test(letter)) return this.refuse('not-linear');
    if (letter === 'p' || letter === 'P') return this.property(letter);
    if (letter === 'x') return only(this.hex(2));
    if (letter === 'u') return only(this.unicode());
    return /^[A-Za-z]$/.test(letter) ? this.refuse('unsupported') : only(letter.codePointAt(0)!);
  }

  private unicode(): number {
    if (!this.takes('{')) return this.hex(4);
    let digits = '';
    while (this.next !== '}' && digits.length < 7) digits += this.take();
    const point = parseInt(digits, 16);
    if (!this.takes('}') || !/^[0-9a-f]+$/i.test(digits) || point > 0x10ffff)
      this.refuse('invalid');
    return point;
  }

  private hex(length: number): number {
    let digits = '';
    while (digits.length < length) digits += this.take();
    return /^[0-9a-f]+$/i.test(digits) ? parseInt(digits, 16) : this.refuse('invalid');
  }

  /** A Unicode property; the platform knows them all, and one character needs no going back. */
  private property(letter: string): CharacterTest {
    let name = '';
    if (!this.takes('{')) return this.refuse('invalid');
    while (this.next !== '}') name += this.take();
    this.take();
    if (!/^[A-Za-z_]+(?:=[A-Za-z_]+)?$/.test(name)) return this.refuse('invalid');
    try {
      const platform = new RegExp(`^\\${letter}{${name}}$`, 'u');
      return (point) => platform.test(String.fromCodePoint(point));
    } catch {
      return this.refuse('invalid');
    }
  }

  private set(): CharacterTest {
    const isNegated = this.takes('^');
    const tests: CharacterTest[] = [];
    while (!this.takes(']')) {
      const from = this.member();
      if (typeof from === 'function' || this.next !== '-' || this.characters[this.at + 1] === ']') {
        tests.push(typeof from === 'function' ? from : only(from));
        continue;
      }
      this.take();
      const to = this.member();
      if (typeof to === 'function' || to < from) return this.refuse('invalid');
      tests.push(between(from, to));
    }
    return isNegated ? not(anyOf(tests)) : anyOf(tests);
  }

  /** A character of a set, or a class in it. */
  private member(): number | CharacterTest {
    if (!this.takes('\\')) return this.take().codePointAt(0)!;
    const letter = this.next ?? '';
    if (letter === 'b') {
      this.take();
      return 0x08;
    }
    if (/^[dDwWsSpP]$/.test(letter)) return this.escape();
    if (letter === 'x' || letter === 'u') {
      this.take();
      return letter === 'x' ? this.hex(2) : this.unicode();
    }
    const control = CONTROLS.get(letter);
    if (control === undefined && /^[A-Za-z1-9]$/.test(letter)) return this.refuse('unsupported');
    return control === undefined ? this.take().codePointAt(0)! : (this.take(), control);
  }
}

function refuse(reason: PatternFlaw, at: number): never {
  return failStep({ code: 'pattern-refused', reason, at });
}
