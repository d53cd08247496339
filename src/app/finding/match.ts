/**
 * How well a text answers what is typed; null when it does not. Every word of the question must be
 * found: at the start of a word best, inside one less, as letters in order least. Case, width and
 * accents do not count.
 */
export function matchScore(question: string, text: string): number | null {
  const sought = folded(question).split(/\s+/).filter(Boolean);
  const place = folded(text);
  let sum = 0;
  for (const word of sought) {
    const score = wordScore(word, place);
    if (score === null) return null;
    sum += score;
  }
  return sum;
}

/** The best score among several texts, those named first counting more; null when none answers. */
export function bestScore(question: string, texts: readonly string[]): number | null {
  const whole = texts.join(' \u0000 ');
  if (matchScore(question, whole) === null) return null;
  const scores = texts.map((text, rank) => {
    const score = matchScore(question, text);
    return score === null ? 0 : score / (rank + 1);
  });
  return Math.max(0.1, ...scores);
}

function wordScore(word: string, place: string): number | null {
  const at = place.indexOf(word);
  if (at === 0) return 4;
  if (at > 0) {
    const isStart = [...places(place, word)].some((i) =>
      /[^\p{L}\p{N}]/u.test(place.charAt(i - 1)),
    );
    return isStart ? 3 : 2;
  }
  return isSpreadOver(word, place) ? 1 : null;
}

function* places(text: string, word: string): Generator<number> {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) yield at;
}

/**
 * True when the letters begin words, or follow each other within one, e.g. `rst` in "run stale"; a
 * single letter would be found everywhere.
 */
function isSpreadOver(word: string, place: string): boolean {
  if (word.length < 2) return false;
  const tails = new Map<string, boolean>();
  const find = (letter: number, from: number): boolean => {
    if (letter === word.length) return true;
    const key = `${letter} ${from}`;
    const known = tails.get(key);
    if (known !== undefined) return known;
    let isFound = false;
    for (let i = from; i < place.length && !isFound; i++) {
      if (place.charAt(i) !== word.charAt(letter)) continue;
      const begins = i === 0 || /[^\p{L}\p{N}]/u.test(place.charAt(i - 1));
      if (begins || (letter > 0 && i === from)) isFound = find(letter + 1, i + 1);
    }
    tails.set(key, isFound);
    return isFound;
  };
  return find(0, 0);
}

function folded(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
