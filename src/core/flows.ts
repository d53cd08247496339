/**
 * How the rows of one clustering lie in another: a contingency table whose last row and column
 * are noise. Row-major (before + 1) × (now + 1).
 */
export interface Flows {
  readonly before: number;
  readonly now: number;
  readonly counts: readonly number[];
  /** Rows that only the later, only the earlier clustering has. */
  readonly joined: number;
  readonly left: number;
}

/** Rows that went from one group to another; null is noise. */
export interface Move {
  readonly from: number | null;
  readonly to: number | null;
  readonly rows: number;
}

export interface Moves {
  /** Rows that both clusterings have. */
  readonly rows: number;
  /** Those of them that are in a group of another number now. */
  readonly moved: number;
  /** Where they went, by numbers, the most rows first. */
  readonly moves: readonly Move[];
  readonly joined: number;
  readonly left: number;
}

/** What moved between groups that are known by numbers. */
export function movesOf(
  flows: Flows,
  numbers: { readonly before: readonly number[]; readonly now: readonly number[] },
): Moves {
  const { before, now, counts, joined, left } = flows;
  const width = now + 1;
  const all = counts.map((rows, at): Move => {
    const [i, j] = [Math.floor(at / width), at % width];
    const from = i < before ? (numbers.before[i] ?? i + 1) : null;
    const to = j < now ? (numbers.now[j] ?? j + 1) : null;
    return { from, to, rows };
  });
  const moves = all.filter(({ from, to, rows }) => rows > 0 && from !== to);
  const total = (list: readonly Move[]) => list.reduce((sum, { rows }) => sum + rows, 0);
  // Sorting keeps the order of equal ones, which is that of the clusters.
  const sorted = moves.sort((a, b) => b.rows - a.rows);
  return { rows: total(all), moved: total(moves), moves: sorted, joined, left };
}
