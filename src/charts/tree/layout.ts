/** A merge of two nodes; leaves are nodes 0 … n − 1, merge i makes node n + i. */
export interface TreeMerge {
  readonly a: number;
  readonly b: number;
  /** How far from the leaves it lies; never less than that of the merges in it. */
  readonly extent: number;
}

/** A merge as a bracket that opens to the leaves, on the left. */
export interface Bracket {
  readonly x: number;
  readonly y: number;
  /** Where its two arms begin, the upper one first. */
  readonly arms: readonly [Spot, Spot];
  readonly path: string;
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface TreeLayout {
  readonly height: number;
  readonly brackets: readonly Bracket[];
  /** Pixels from the leaves for an extent. */
  readonly scale: (extent: number) => number;
}

/**
 * A tree on its side: leaves at x = 0 in their order, one a line, each merge as far to the right as
 * it extends, in the middle of what it joins.
 */
export function layoutTree(
  merges: readonly TreeMerge[],
  order: readonly number[],
  { width, lineHeight }: { readonly width: number; readonly lineHeight: number },
): TreeLayout {
  const widest = merges.at(-1)?.extent ?? 0;
  const scale = (extent: number) => (widest > 0 ? (extent / widest) * width : 0);
  const spots: Spot[] = [];
  order.forEach((leaf, line) => (spots[leaf] = { x: 0, y: (line + 0.5) * lineHeight }));
  const brackets = merges.map(({ a, b, extent }): Bracket => {
    const [first, second] = [spots[a]!, spots[b]!];
    const arms = first.y <= second.y ? ([first, second] as const) : ([second, first] as const);
    const x = scale(extent);
    const spot = { x, y: (first.y + second.y) / 2 };
    spots.push(spot);
    const [upper, lower] = arms;
    const path = `M${upper.x} ${upper.y}H${x}V${lower.y}H${lower.x}`;
    return { ...spot, arms, path };
  });
  return { height: order.length * lineHeight, brackets, scale };
}
