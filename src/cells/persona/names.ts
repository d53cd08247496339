import type { Sibling } from '../../core/view-props';
import type { Words } from '../../core/words';

/** The name that somebody gave to a segment, the same in both languages; empty: it has its number only. */
export function givenName(names: readonly Words[], index: number): string {
  const name = names[index];
  return name !== undefined && name.zh === name.en ? name.zh : '';
}

/** The cell upstream that keeps the names of the segments. */
export function namingCell(
  upstream: readonly Sibling[] | undefined,
): { readonly id: string; readonly names: readonly string[] } | null {
  const cell = upstream?.find(({ params }) => Array.isArray(params.names));
  // Its definition parses names to texts.
  return cell ? { id: cell.id, names: cell.params.names as readonly string[] } : null;
}

/** The names by cluster index, with some of them changed; gaps are empty names, trailing ones are dropped. */
export function renamed(
  names: readonly string[],
  changes: ReadonlyMap<number, string>,
): readonly string[] {
  const length = Math.max(names.length, ...[...changes.keys()].map((index) => index + 1));
  const all = Array.from({ length }, (_, i) => (changes.get(i) ?? names[i] ?? '').trim());
  while (all.length > 0 && all.at(-1) === '') all.pop();
  return all;
}
