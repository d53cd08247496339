import { columnsOf, leafAt, LEAF } from './tree';

/**
 * Turns each leaf of [from, to) in its place: from row by row to column by column, so that one
 * vector holds a value of four rows. `room` is as large as a leaf.
 */
export function turnLeaves(tree: usize, room: usize, from: i32, to: i32): void {
  const columns = columnsOf(tree);
  const bytes = <usize>columns << 7;
  for (let leaf = from; leaf < to; leaf++) {
    const at = leafAt(tree, leaf);
    memory.copy(room, at, bytes);
    let source = room;
    for (let row = 0; row < LEAF; row++) {
      for (let j = 0; j < columns; j++, source += 4) {
        store<f32>(at + (<usize>(j * LEAF + row) << 2), load<f32>(source));
      }
    }
  }
}
