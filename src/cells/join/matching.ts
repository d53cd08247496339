import type { TableValue } from '../../core/values';
import { textOf } from '../../table/column';
import type { CodedKeys, KeyColumns } from '../../table/join/code-keys';
import type { Counts } from '../../table/join/match-rows';
import type { Matching } from './display';

const MOST_EXAMPLES = 8;

interface Ground {
  readonly left: TableValue;
  readonly right: TableValue;
  readonly keys: readonly KeyColumns[];
  readonly coded: CodedKeys;
  readonly counts: Counts;
  readonly isGuessed: boolean;
}

/** How the keys met, with examples of those that did not. */
export function matchingOf(ground: Ground): Matching {
  const { keys, counts, isGuessed } = ground;
  return {
    keys: keys.map(({ left, right }) => ({ left: left.name, right: right.name })),
    isGuessed,
    matchedLeft: counts.left.matched,
    unmatchedLeft: counts.left.unmatched,
    missingLeft: counts.left.missing,
    matchedRight: counts.right.matched,
    unmatchedRight: counts.right.unmatched,
    missingRight: counts.right.missing,
    repeatedLeft: counts.left.repeated,
    repeatedRight: counts.right.repeated,
    examplesLeft: unmatchedKeys(ground, 'left'),
    examplesRight: unmatchedKeys(ground, 'right'),
    examplesRepeated: repeatedKeys(ground),
  };
}

function keyText({ keys, ...tables }: Ground, side: 'left' | 'right', row: number): string {
  return keys.map((key) => textOf(tables[side], key[side].id, row) ?? '').join(' · ');
}

/** The first different keys of a side that the other has not. */
function unmatchedKeys(ground: Ground, side: 'left' | 'right'): string[] {
  const { leftByKey, rightByKey } = ground.counts;
  const others = side === 'left' ? rightByKey : leftByKey;
  const seen = new Map<number, string>();
  const codes = ground.coded[side];
  for (let row = 0; row < codes.length && seen.size < MOST_EXAMPLES; row++) {
    const key = codes[row]!;
    if (key >= 0 && others[key] === 0 && !seen.has(key)) seen.set(key, keyText(ground, side, row));
  }
  return [...seen.values()];
}

/** The keys that most rows of the right table share. */
function repeatedKeys(ground: Ground): { key: string; rows: number }[] {
  const { rightByKey } = ground.counts;
  const top: number[] = [];
  for (let key = 0; key < rightByKey.length; key++) {
    const count = rightByKey[key]!;
    const last = top[MOST_EXAMPLES - 1];
    if (count < 2 || (last !== undefined && count <= rightByKey[last]!)) continue;
    const place = top.findIndex((other) => rightByKey[other]! < count);
    top.splice(place < 0 ? top.length : place, 0, key);
    top.length = Math.min(top.length, MOST_EXAMPLES);
  }
  return top.map((key) => {
    const row = ground.coded.right.indexOf(key);
    return { key: keyText(ground, 'right', row), rows: rightByKey[key]! };
  });
}
