import type { Encoding } from './transcode';

/** Below this share of frequent characters the bytes are no Chinese text. */
const CHINESE_SHARE = 0.5;

/**
 * Counts, over the bytes of a file that is not UTF-8, how well they fit each encoding by the
 * characters that they would be. GB 2312 and Big5 both put their frequent characters first (3,755
 * from B0A1 to D7F9; 5,401 from A440 to C67E), and nearly all of a real text is of them; read in
 * the other encoding hardly more than half is. Western text has single high bytes, which make
 * rare characters in both. A pair that a piece cuts apart is forgotten.
 */
export class EncodingCensus {
  private readonly gb = { frequent: 0, all: 0 };
  private readonly big5 = { frequent: 0, all: 0 };

  count(bytes: Uint8Array): void {
    countPairs(bytes, this.gb, isFrequentGb, isSymbolGb);
    countPairs(bytes, this.big5, isFrequentBig5, isSymbolBig5);
  }

  get best(): Encoding {
    const [gb, big5] = [shareOf(this.gb), shareOf(this.big5)];
    if (Math.max(gb, big5) < CHINESE_SHARE) return this.isAllSymbols ? 'gb18030' : 'windows-1252';
    return big5 > gb ? 'big5' : 'gb18030';
  }

  /** Full-width signs alone, as in a table of amounts: no Latin text has two high bytes for each. */
  private get isAllSymbols(): boolean {
    return this.gb.all === 0;
  }
}

interface Tally {
  frequent: number;
  all: number;
}

type Judge = (lead: number, trail: number) => boolean;

function countPairs(bytes: Uint8Array, tally: Tally, isFrequent: Judge, isSymbol: Judge): void {
  for (let i = 0; i < bytes.length - 1; i++) {
    const lead = bytes[i]!;
    if (lead < 0x80) continue;
    const trail = bytes[i + 1]!;
    if (isSymbol(lead, trail)) {
      i++;
      continue;
    }
    tally.all++;
    if (isFrequent(lead, trail)) tally.frequent++;
    // A byte that cannot be the second of a pair stands for itself.
    if (trail >= 0x40) i++;
  }
}

function shareOf({ frequent, all }: Tally): number {
  return all === 0 ? 0 : frequent / all;
}

function isFrequentGb(lead: number, trail: number): boolean {
  return lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1 && trail <= 0xfe;
}

function isSymbolGb(lead: number, trail: number): boolean {
  return lead >= 0xa1 && lead <= 0xa9 && trail >= 0xa1 && trail <= 0xfe;
}

function isTrailBig5(trail: number): boolean {
  return (trail >= 0x40 && trail <= 0x7e) || (trail >= 0xa1 && trail <= 0xfe);
}

function isFrequentBig5(lead: number, trail: number): boolean {
  return lead >= 0xa4 && lead <= 0xc6 && isTrailBig5(trail);
}

function isSymbolBig5(lead: number, trail: number): boolean {
  return lead >= 0xa1 && lead <= 0xa3 && isTrailBig5(trail);
}
