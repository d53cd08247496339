import type { ColumnMeta } from '../../core/values';

/** What the columns of both tables are called side by side. */
export interface SideBySide {
  readonly left: readonly string[];
  readonly right: readonly string[];
  /** Names that both had, and what became of them. */
  readonly renamed: readonly {
    readonly name: string;
    readonly left: string;
    readonly right: string;
  }[];
}

/** Puts suffixes behind names that both tables have; no name comes twice or is empty. */
export function nameColumns(
  left: readonly ColumnMeta[],
  right: readonly ColumnMeta[],
  suffixes: { readonly left: string; readonly right: string },
): SideBySide {
  const both = new Set(left.map(({ name }) => name));
  const shared = new Set(right.flatMap(({ name }) => (both.has(name) ? [name] : [])));
  const taken = new Set<string>();
  const free = (wanted: string): string => {
    let name = wanted;
    for (let number = 2; taken.has(name); number++) name = `${wanted} (${number})`;
    taken.add(name);
    return name;
  };
  const renames = (columns: readonly ColumnMeta[], suffix: string) =>
    columns.map(({ name }) => free(shared.has(name) ? `${name}${suffix}` : name));
  const names = { left: renames(left, suffixes.left), right: renames(right, suffixes.right) };
  const renamed = [...shared].map((name) => ({
    name,
    left: names.left[left.findIndex((column) => column.name === name)] ?? name,
    right: names.right[right.findIndex((column) => column.name === name)] ?? name,
  }));
  return { ...names, renamed };
}
