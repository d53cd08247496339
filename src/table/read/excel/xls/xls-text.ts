/** How the text of a workbook is written. */
export interface TextForm {
  /** Excel 97 and later: UTF-16 or its low bytes; before, the bytes of a code page. */
  readonly isUnicode: boolean;
  readonly decoder: TextDecoder;
}

/** Code pages (MS-UCODEREF 2.2.1) that platforms decode, by their number in a workbook. */
const LABELS: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  874: 'windows-874',
  866: 'ibm866',
  1200: 'utf-16le',
  10000: 'macintosh',
  0x8000: 'macintosh',
  65001: 'utf-8',
};

/** The decoder of a code page; those that no platform knows are read as western text. */
export function decoderOf(codePage: number): TextDecoder {
  const isWindows = codePage >= 1250 && codePage <= 1258;
  return new TextDecoder(LABELS[codePage] ?? (isWindows ? `windows-${codePage}` : 'windows-1252'));
}

const utf16 = new TextDecoder('utf-16le');
const WIDE = 1;
const HAS_EXTRA = 4;
const HAS_RUNS = 8;

/** Text cut into pieces by records: reads on over their borders. Throws over pieces that end early. */
export class TextPieces {
  private piece = 0;
  private at = 0;

  constructor(private readonly pieces: readonly Uint8Array[]) {}

  get isAtEnd(): boolean {
    this.step();
    return this.piece >= this.pieces.length;
  }

  number(bytes: number): number {
    let value = 0;
    for (let i = 0; i < bytes; i++) value += this.byte() * 2 ** (8 * i);
    return value;
  }

  skip(bytes: number): void {
    for (let left = bytes; left > 0;) {
      const here = this.here();
      const step = Math.min(left, here.length - this.at);
      this.at += step;
      left -= step;
    }
  }

  /** The characters of a text whose length and flags were read; each piece says its own width anew. */
  characters(count: number, isWide: boolean): string {
    let text = '';
    let wide = isWide;
    for (let left = count; left > 0;) {
      if (this.isAtBorder()) {
        this.step();
        wide = (this.byte() & WIDE) !== 0;
      }
      const here = this.here();
      const width = wide ? 2 : 1;
      const step = Math.min(left, Math.floor((here.length - this.at) / width));
      if (step === 0) throw new Error('text cut short');
      const bytes = here.subarray(this.at, this.at + step * width);
      text += wide ? utf16.decode(bytes) : latin(bytes);
      this.at += step * width;
      left -= step;
    }
    return text;
  }

  /** A text with its length (of so many bytes), flags and what follows it (MS-XLS 2.5.293, 2.5.294). */
  unicode(lengthBytes: 1 | 2): string {
    const count = this.number(lengthBytes);
    const flags = this.byte();
    const runs = (flags & HAS_RUNS) === 0 ? 0 : this.number(2);
    const extra = (flags & HAS_EXTRA) === 0 ? 0 : this.number(4);
    const text = this.characters(count, (flags & WIDE) !== 0);
    this.skip(4 * runs + extra);
    return text;
  }

  /** A text of a code page with its length. */
  coded(lengthBytes: 1 | 2, decoder: TextDecoder): string {
    const count = this.number(lengthBytes);
    const bytes = Uint8Array.from({ length: count }, () => this.byte());
    return decoder.decode(bytes);
  }

  private byte(): number {
    return this.here()[this.at++]!;
  }

  private isAtBorder(): boolean {
    return this.piece < this.pieces.length && this.at >= this.pieces[this.piece]!.length;
  }

  private step(): void {
    while (this.isAtBorder()) {
      this.piece++;
      this.at = 0;
    }
  }

  private here(): Uint8Array {
    this.step();
    const piece = this.pieces[this.piece];
    if (piece === undefined) throw new Error('text cut short');
    return piece;
  }
}

/** One byte a character: the first 256 of Unicode. */
function latin(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += 1024) {
    text += String.fromCharCode(...bytes.subarray(from, from + 1024));
  }
  return text;
}

/** Text with its length, as this workbook writes it. */
export function textFrom(pieces: TextPieces, form: TextForm, lengthBytes: 1 | 2): string {
  return form.isUnicode ? pieces.unicode(lengthBytes) : pieces.coded(lengthBytes, form.decoder);
}
