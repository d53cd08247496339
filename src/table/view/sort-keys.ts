/** Stands behind every key, in both directions. */
const LAST = 0xffffffff;
const SIGN = 0x80000000;
const BLOCK = 1 << 17;

/** Two keys a row, the high one deciding, that sort as the numbers do. */
export interface NumberKeys {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
}

/**
 * The bits of doubles as unsigned numbers in the same order: a negative number has all its bits
 * turned, a positive one its sign (Herf, "Radix Tricks", 2001). −0 equals 0; NaN comes last.
 */
export function* numberKeys(
  values: Float64Array,
  descending: boolean,
): Generator<void, NumberKeys> {
  const rows = values.length;
  const high = new Uint32Array(rows);
  const low = new Uint32Array(rows);
  const one = new Float64Array(1);
  // Low half first: every machine that runs a browser is little-endian.
  const halves = new Uint32Array(one.buffer);
  const turn = descending ? LAST : 0;
  for (let row = 0; row < rows; row++) {
    const value = values[row]!;
    if (Number.isNaN(value)) high[row] = low[row] = LAST;
    else {
      one[0] = value + 0;
      const mask = (halves[1]! & SIGN) !== 0 ? LAST : 0;
      high[row] = (halves[1]! ^ mask ^ (mask === 0 ? SIGN : 0) ^ turn) >>> 0;
      low[row] = (halves[0]! ^ mask ^ turn) >>> 0;
    }
    if (row % BLOCK === BLOCK - 1) yield;
  }
  return { high, low };
}

/** Above so many levels comparing words as a language does takes too long. */
const MOST_COLLATED = 20_000;

/** One key a row from the rank of its level; `codes` is −1 where the value is missing. */
export function rankKeys(
  { codes, levels }: { readonly codes: Int32Array; readonly levels: readonly string[] },
  { language, descending }: { readonly language: string; readonly descending: boolean },
): Uint32Array {
  const ranks = ranksOf(levels, language);
  const keys = new Uint32Array(codes.length);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (code < 0) keys[row] = LAST;
    else keys[row] = descending ? levels.length - ranks[code]! : ranks[code]!;
  }
  return keys;
}

function ranksOf(levels: readonly string[], language: string): Uint32Array {
  const order = Array.from(levels, (_, code) => code);
  const collator = levels.length <= MOST_COLLATED ? collatorOf(language) : null;
  order.sort((a, b) => {
    const [one, other] = [levels[a]!, levels[b]!];
    return collator?.compare(one, other) || (one < other ? -1 : one > other ? 1 : 0);
  });
  const ranks = new Uint32Array(levels.length);
  order.forEach((code, rank) => (ranks[code] = rank));
  return ranks;
}

/** Numbers in words count as numbers: "2 月" comes before "10 月". */
function collatorOf(language: string): Intl.Collator {
  return new Intl.Collator(language === 'zh' ? 'zh-CN' : 'en', { numeric: true });
}
