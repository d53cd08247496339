import type { KeyPair } from './params';

/** The pairs to show: one that is found by itself where none is chosen. */
export function shownKeys(keys: readonly KeyPair[]): readonly KeyPair[] {
  return keys.length === 0 ? [{ left: '', right: '' }] : keys;
}

/** With one pair changed; pairs without any column are none. */
export function changedAt(keys: readonly KeyPair[], at: number, pair: KeyPair): readonly KeyPair[] {
  const changed = keys.map((key, index) => (index === at ? pair : key));
  return changed.filter(({ left, right }, index) => index !== at || left !== '' || right !== '');
}

export function removedAt(keys: readonly KeyPair[], at: number): readonly KeyPair[] {
  return keys.filter((_key, index) => index !== at);
}

/** A right column of the same name comes along with a left one, where none was chosen. */
export function guessedRight(
  pair: KeyPair,
  columns: readonly { readonly name: string }[],
): KeyPair {
  const isThere = columns.some(({ name }) => name === pair.left);
  return pair.right === '' && isThere ? { ...pair, right: pair.left } : pair;
}
