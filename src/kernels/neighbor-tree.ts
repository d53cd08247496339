import { LEAF_ROWS, laneColumns, type NeighborKernels } from './neighbor-kernels';
import { hasCodes } from '../core/neighbors';
import type { Kernels } from './kernels';
import { reserveOrRefuse } from './shard-memory';

/** Where the arrays of a tree lie in kernel memory. */
export interface TreeMemory {
  readonly rows: number;
  readonly columns: number;
  readonly leaves: number;
  readonly nodes: number;
  /** Where the nodes are. */
  readonly nodesAt: number;
  readonly tree: number;
  readonly points: number;
  readonly order: number;
  /** Room for one leaf. */
  readonly room: number;
  readonly walk: number;
  /** An i32 for each position: what a walk finds, or which set it is in. */
  readonly found: number;
  /** The same, for labels. */
  readonly labels: number;
  /** A word of bits for each leaf. */
  readonly chosen: number;
  /** An i32 for each node. */
  readonly notes: number;
  /** Rows as 16-bit codes, what comes with them, and room for one point; 0: none. */
  readonly codes: number;
  readonly halves: number;
  readonly pointCodes: number;
}

export type TreeKernels = Kernels & NeighborKernels;

/** Reserves everything for so many rows. */
export function createTreeMemory(kernels: TreeKernels, rows: number, columns: number): TreeMemory {
  const size = { rows, columns };
  const leaves = Math.max(1, Math.ceil(rows / LEAF_ROWS));
  const nodes = 2 * leaves - 1;
  const positions = leaves * LEAF_ROWS;
  const lanes = laneColumns(columns);
  const reserve = (bytes: number): number => reserveOrRefuse(kernels, bytes, size);
  const nodesAt = reserve(nodes * (16 + 8 * lanes));
  return {
    ...size,
    leaves,
    nodes,
    nodesAt,
    tree: reserve(48),
    // Whole vectors are read at the last value, too.
    points: reserve(positions * columns * 4 + 16),
    order: reserve(positions * 4),
    room: reserve(LEAF_ROWS * columns * 4),
    walk: reserve(8),
    found: reserve(positions * 4),
    labels: reserve(positions * 4),
    chosen: reserve(leaves * 4),
    notes: reserve(nodes * 4),
    ...(hasCodes(columns) ? reserveCodes(size, reserve) : { codes: 0, halves: 0, pointCodes: 0 }),
  };
}

function reserveCodes(
  { rows, columns }: { readonly rows: number; readonly columns: number },
  reserve: (bytes: number) => number,
): Pick<TreeMemory, 'codes' | 'halves' | 'pointCodes'> {
  const positions = Math.max(1, Math.ceil(rows / LEAF_ROWS)) * LEAF_ROWS;
  const codeBytes = 4 * Math.ceil(columns / 2);
  return {
    codes: reserve(positions * codeBytes),
    halves: reserve(positions * 4),
    pointCodes: reserve(codeBytes),
  };
}

/** Makes the record of a tree that has its rows yet to come, in the order in which they come. */
export function clearTree({ memory: { buffer } }: Kernels, memory: TreeMemory): void {
  const { rows, columns, leaves, points, nodesAt } = memory;
  const positions = leaves * LEAF_ROWS;
  const { codes, halves, pointCodes, order: orderAt } = memory;
  const record = [rows, columns, leaves, points, orderAt, nodesAt, laneColumns(columns)];
  record.push(codes, halves, pointCodes);
  new Uint32Array(buffer, memory.tree, record.length).set(record);
  new Int32Array(buffer, nodesAt, 2).set([0, leaves]);
  // Places without a row are infinitely far from every row.
  new Float32Array(buffer, points, positions * columns).fill(Infinity);
  const order = new Int32Array(buffer, memory.order, positions);
  for (let i = 0; i < positions; i++) order[i] = i;
}
