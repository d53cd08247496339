import type { Bench } from './shard-bench';
import { labelBuffer } from './shard-labels';
import type { Tracking } from './shard-tracking';

/**
 * A shard's two label buffers differ by the rows that moved last. While they are few they are
 * listed, so that the older buffer is brought up to date by them instead of by a copy.
 */
export function lengthenTrail(bench: Bench, tracking: Tracking, moved: number): void {
  const { list, trail, trailRows } = bench.memory.tracking();
  if (moved === 0 || tracking.trail === undefined) return;
  const length = tracking.trail + moved;
  if (length <= trailRows) {
    bench.i32(trail + tracking.trail * 4, moved).set(bench.i32(list, moved));
    tracking.trail = length;
  } else tracking.trail = undefined;
}

/** Makes the other label buffer equal to that of the bounds; a new trail begins. */
export function replayTrail(bench: Bench, tracking: Tracking): void {
  const { rows } = bench.memory;
  const newer = bench.i32(labelBuffer(bench, tracking.buffer), rows);
  const older = bench.i32(labelBuffer(bench, tracking.buffer ^ 1), rows);
  if (tracking.trail === undefined) older.set(newer);
  else {
    const trail = bench.i32(bench.memory.tracking().trail, tracking.trail);
    for (let i = 0; i < trail.length; i++) older[trail[i]!] = newer[trail[i]!]!;
  }
  tracking.trail = 0;
}

/** How many rows differ between the two label buffers; all where no label has been in force. */
export function countChanged(bench: Bench, current: number): number {
  const { rows } = bench.memory;
  const before = bench.i32(labelBuffer(bench, current), rows);
  const after = bench.i32(labelBuffer(bench, current ^ 1), rows);
  let changed = 0;
  for (let i = 0; i < rows; i++) if (before[i] !== after[i]) changed++;
  return changed;
}
