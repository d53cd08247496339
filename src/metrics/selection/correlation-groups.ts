/** A link between two columns, by their places in a list. */
export interface Link {
  readonly a: number;
  readonly b: number;
  /** Pearson's or Spearman's coefficient. */
  readonly r: number;
}

/**
 * Columns joined by links of |r| at or above the threshold, directly or through others: single
 * linkage cut at that height. Groups of two and more, each ascending, by their first column.
 */
export function correlationGroups(
  columns: number,
  links: readonly Link[],
  threshold: number,
): readonly (readonly number[])[] {
  const parent = Array.from({ length: columns }, (_, i) => i);
  const rootOf = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root] = parent[parent[root]!]!;
    return root;
  };
  for (const { a, b, r } of links) {
    if (Math.abs(r) < threshold) continue;
    const [i, j] = [rootOf(a), rootOf(b)];
    parent[Math.max(i, j)] = Math.min(i, j);
  }
  const groups = new Map<number, number[]>();
  for (let i = 0; i < columns; i++) {
    const root = rootOf(i);
    groups.set(root, [...(groups.get(root) ?? []), i]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}
