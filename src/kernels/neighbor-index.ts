import type { Kernels } from './kernels';
import { LEAF_ROWS, laneColumns } from './neighbor-kernels';
import type { NeighborAnswer, NeighborCommand, Walk, WalkState } from './neighbor-requests';
import { clearTree, createTreeMemory, type TreeKernels, type TreeMemory } from './neighbor-tree';
import { reserveOrRefuse } from './shard-memory';

/** Values that are looked at in one go while a tree is built: a few milliseconds of work. */
const BUILD_VALUES = 400_000;
/** Columns of leaves (32 values each) that are read in one go. */
const WALK_COLUMNS = 400_000;

/** One who knows all rows, at work. */
interface Desk {
  readonly kernels: TreeKernels;
  memory: TreeMemory | undefined;
  /** Nodes built so far, and then leaves. */
  built: number;
  /** The largest squared norm of a row so far. */
  square: number;
  walk: (Walk & { readonly from: number; readonly to: number }) | undefined;
  /** Room for answers of `nearest`. */
  room: { at: number; bytes: number };
}

/** Answers commands about neighbours; the tree lies in the memory of these kernels. */
export function createNeighborIndex(
  kernels: Kernels,
): (command: NeighborCommand) => NeighborAnswer {
  if (!('splitNodes' in kernels)) throw new Error('these kernels know no neighbors');
  const desk: Desk = {
    // Compiled kernels have all of them, see `wasm.ts`.
    kernels: kernels as TreeKernels,
    memory: undefined,
    built: 0,
    square: 0,
    walk: undefined,
    room: { at: 0, bytes: 0 },
  };
  return (command) => answer(desk, command);
}

function answer(desk: Desk, command: NeighborCommand): NeighborAnswer {
  if (command.kind === 'start-tree') {
    // Sent again when whoever asked first has given up half-way.
    desk.memory ??= createTreeMemory(desk.kernels, command.rows, command.columns);
    clearTree(desk.kernels, desk.memory);
    desk.built = 0;
    desk.square = 0;
    return null;
  }
  const { memory } = desk;
  if (!memory) throw new Error('no tree has been started');
  switch (command.kind) {
    case 'add-rows':
      floats(desk, memory.points + command.first * memory.columns * 4, command.values.length).set(
        command.values,
      );
      return null;
    case 'build-tree':
      return build(desk, memory);
    case 'order':
      return words(desk, memory.order, memory.rows).slice();
    case 'nearest':
      return nearest(desk, memory, command);
    case 'choose':
      return choose(desk, memory, command.chosen);
    case 'set-labels':
      return setLabels(desk, memory, command.labels);
    case 'walk':
      words(desk, memory.walk, 2).set([command.from, -1]);
      desk.walk = { ...command.walk, from: command.from, to: command.to };
      return walkOn(desk, memory);
    case 'walk-on':
      return walkOn(desk, memory);
    case 'parents':
      return words(desk, memory.found, memory.leaves * LEAF_ROWS).slice();
    default:
      return command satisfies never;
  }
}

function words({ kernels }: Desk, at: number, length: number): Int32Array {
  return new Int32Array(kernels.memory.buffer, at, length);
}

function floats({ kernels }: Desk, at: number, length: number): Float32Array {
  return new Float32Array(kernels.memory.buffer, at, length);
}

/** Nodes are built first, then leaves are turned; where there are codes, they come last. */
function build(desk: Desk, memory: TreeMemory): number {
  const { kernels } = desk;
  const { tree, nodes, leaves, room, columns, codes } = memory;
  const all = nodes + (codes > 0 ? 2 : 1) * leaves;
  if (desk.built < nodes) {
    desk.built = kernels.splitNodes(tree, desk.built, BUILD_VALUES);
    return desk.built / all;
  }
  const turned = Math.min(leaves, desk.built - nodes);
  const from = turned < leaves ? turned : desk.built - nodes - leaves;
  const to = Math.min(leaves, from + Math.ceil(BUILD_VALUES / (LEAF_ROWS * columns)));
  if (turned < leaves) {
    kernels.turnLeaves(tree, room, from, to);
    if (codes > 0) desk.square = Math.max(desk.square, kernels.largestSquare(tree, from, to));
  } else {
    if (from === 0) kernels.chooseUnit(tree, desk.square);
    kernels.encodeLeaves(tree, from, to);
  }
  desk.built += to - from;
  return desk.built / all;
}

function choose({ kernels }: Desk, memory: TreeMemory, chosen: Uint32Array): null {
  new Uint32Array(kernels.memory.buffer, memory.chosen, memory.leaves).set(chosen);
  kernels.startJoin(memory.tree, memory.chosen, memory.found, memory.notes);
  return null;
}

function setLabels(desk: Desk, memory: TreeMemory, labels: Int32Array): null {
  words(desk, memory.labels, memory.leaves * LEAF_ROWS)
    .fill(-1)
    .set(labels);
  desk.kernels.leastLabels(memory.tree, memory.labels, memory.notes);
  return null;
}

function walkOn(desk: Desk, memory: TreeMemory): WalkState {
  const { walk } = desk;
  if (!walk) throw new Error('no walk has begun');
  step(desk.kernels, memory, walk);
  const leaf = words(desk, memory.walk, 1)[0]!;
  if (leaf < walk.to || walk.of === 'join') return { leaf, found: null };
  const from = memory.found + walk.from * LEAF_ROWS * 4;
  return { leaf, found: words(desk, from, (walk.to - walk.from) * LEAF_ROWS).slice() };
}

function step(kernels: TreeKernels, memory: TreeMemory, walk: NonNullable<Desk['walk']>): void {
  const { tree, found, labels, chosen, notes, walk: at } = memory;
  const { radius, to } = walk;
  switch (walk.of) {
    case 'count':
      return kernels.countNear(tree, found, at, to, radius, walk.enough, WALK_COLUMNS);
    case 'join':
      return kernels.joinNear(tree, chosen, found, notes, at, to, radius, WALK_COLUMNS);
    case 'label':
      return kernels.labelNear(tree, labels, notes, found, at, to, radius, WALK_COLUMNS);
    default:
      return walk satisfies never;
  }
}

function nearest(
  desk: Desk,
  memory: TreeMemory,
  { points, count }: Extract<NeighborCommand, { readonly kind: 'nearest' }>,
): { readonly rows: Int32Array; readonly squaredDistances: Float64Array } {
  const { columns } = memory;
  const lanes = laneColumns(columns);
  const asked = points.length / columns;
  const sizes = [asked * count * 8, asked * lanes * 4, asked * count * 4];
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  if (bytes > desk.room.bytes) {
    desk.room = { at: reserveOrRefuse(desk.kernels, bytes, memory), bytes };
  }
  const distances = desk.room.at;
  const pointsAt = distances + sizes[0]!;
  const found = pointsAt + sizes[1]!;
  const room = floats(desk, pointsAt, asked * lanes).fill(0);
  for (let i = 0; i < asked; i++) {
    room.set(points.subarray(i * columns, (i + 1) * columns), i * lanes);
  }
  desk.kernels.nearestRows(memory.tree, pointsAt, distances, found, 0, asked, count);
  const { buffer } = desk.kernels.memory;
  return {
    rows: words(desk, found, asked * count).slice(),
    squaredDistances: new Float64Array(buffer, distances, asked * count).slice(),
  };
}
